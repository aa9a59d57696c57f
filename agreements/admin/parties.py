"""The parties of an agreement, each with those who sign for it in the same row."""

from collections import defaultdict

from django.contrib.admin.helpers import InlineAdminForm
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.admin.sealing import (
    KeepsParts,
    SealedFormSet,
    SealedWarningFormSet,
    show_as_text,
)
from agreements.models import Party, Signatory
from delegations.admin.inlines import WHO_RELATED
from delegations.admin.offices import WarnsInRows
from forum.admin.records import RecordInline, folded
from forum.admin.typed import RecordForm

PARTY = [("institution", "name_as_printed", "country")]
PARTY_MORE = ["unit", ("role", "reference", "position"), ("contact_email", "contact_language")]
PARTY_ACTIONS = [
    ("signed_on", "signed_on_precision", "in_force_on", "in_force_on_precision"),
    ("consent_kind", "consent_on", "consent_on_precision"),
    ("left_on", "left_on_precision"),
]
SIGNER = [("official", "name_as_printed"), "office", ("appointment", "capacity")]
SIGNER_MORE = [
    ("institution", "rank", "on_behalf_of"),
    "also_office",
    ("also_institution", "role", "position"),
    ("signed_on", "signed_on_precision", "authority"),
    "city",
    "is_online",
]
MOST_SIGNERS = 50


class SignerFormSet(SealedWarningFormSet):
    """Who signs for one party; `rows` are those on record.

    A new one is asked for what a row shows, the rest waits until it is saved.
    """

    inline = None
    may_change = True

    def __init__(self, *args, rows=(), **kwargs):
        self.rows = list(rows)
        super().__init__(*args, **kwargs)

    def get_queryset(self):
        return self.rows

    def turn_to(self, asked):
        """A party's signatories all stand in its row."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk is None:
            for name in flatten_fieldsets(self.inline.fieldsets_of_row[1:]):
                del form.fields[name]
        elif not self.may_change:
            show_as_text(form, list(form.fields))

    def save_new(self, form, commit=True):
        signatory, party = form.instance, self.instance
        signatory.agreement = party.agreement
        if signatory.appointment is None:
            signatory.institution = signatory.institution or party.institution
        return super().save_new(form, commit)

    def lines(self):
        """The rows as the admin draws them."""
        for form in self.forms:
            row = form.instance if form.instance.pk else None
            fieldsets = self.inline.fieldsets_of_row[: None if row else 1]
            yield InlineAdminForm(self, form, fieldsets, {}, row, model_admin=self.inline)


class SignerInline(KeepsParts, WarnsInRows, RecordInline):
    model = Signatory
    fk_name = "party"
    extra = 1
    max_num = MOST_SIGNERS
    fieldsets = folded(SIGNER, SIGNER_MORE)
    formset = SignerFormSet
    related = WHO_RELATED

    def get_formset(self, request, obj=None, **kwargs):
        may_add = self.has_add_permission(request, obj)
        formset = super().get_formset(request, obj, **kwargs | {"absolute_max": MOST_SIGNERS})
        formset.extra = self.extra if may_add else 0
        formset.may_change = self.has_change_permission(request, obj)
        formset.inline = self
        self.fieldsets_of_row = self.get_fieldsets(request)
        return formset


class PartyForm(RecordForm):
    """A party with those who sign for it: a row is not empty while one of them is named."""

    signers = None

    @property
    def parts(self):
        return [] if self.signers is None else [self.signers]

    def has_changed(self):
        is_new = self.instance.pk is None and self.signers is not None
        return super().has_changed() or (is_new and self.signers.has_changed())


class PartyFormSet(SealedFormSet):
    # What the inline gives: the formset of a row's signatories, None if they may not be seen;
    # the query for all of them; whether they go when their party is taken away.
    signer_formset = None
    signatories = None
    takes_signers_away = False

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if self.signer_formset is None:
            return
        form.signers = self.signer_formset(
            form.data if form.is_bound else None,
            instance=form.instance,
            prefix=f"{form.prefix}-signers",
            rows=self._on_record[form.instance.pk] if form.instance.pk else (),
        )

    @property
    def _on_record(self):
        """Those who sign for each party, by its key, in one query."""
        if not hasattr(self, "_signers"):
            self._signers = defaultdict(list)
            rows = self.signatories.filter(agreement=self.instance, party__isnull=False)
            for row in rows if self.instance.pk else ():
                row.agreement = self.instance
                self._signers[row.party_id].append(row)
        return self._signers

    @property
    def signers(self) -> list[SignerFormSet]:
        """Those of the parties that stay."""
        staying = [
            form for form in self.forms if not (self.can_delete and self._should_delete_form(form))
        ]
        return [form.signers for form in staying if form.signers is not None]

    def clean(self):
        super().clean()
        refused = [rows for rows in self.signers if not rows.is_valid()]
        if refused:
            raise ValidationError(_("What is wrong is said beside those who sign."))

    def save(self, commit=True):
        parties = super().save(commit)
        for rows in self.signers:
            if rows.instance.pk:
                rows.save()
        return parties

    def delete_existing(self, obj, commit=True):
        if self.takes_signers_away:
            for signatory in obj.signatories.all():
                signatory.delete()
        super().delete_existing(obj, commit)


class PartyInline(KeepsParts, RecordInline):
    model = Party
    form = PartyForm
    formset = PartyFormSet
    fieldsets = folded(PARTY, [*PARTY_MORE, *PARTY_ACTIONS])
    related = ("institution",)
    template = "admin/agreements/agreement/parties.html"
    verbose_name_plural = gettext_lazy("parties, and who signs for them")

    def get_extra(self, request, obj=None, **kwargs):
        """Empty rows, for whoever has no script to add them with."""
        return 1 if obj else 2

    def get_formset(self, request, obj=None, **kwargs):
        # A class of its own for each request.
        formset = super().get_formset(request, obj, **kwargs)
        inline = SignerInline(Party, self.admin_site)
        if inline.has_view_or_change_permission(request):
            formset.signer_formset = inline.get_formset(request, obj)
            formset.signatories = inline.get_queryset(request)
            formset.takes_signers_away = inline.has_delete_permission(request, obj)
        return formset
