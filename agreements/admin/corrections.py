"""Corrections of what is sealed: one part of the record at a time, with a reason."""

from typing import NamedTuple

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.admin.acting import ActsOnAgreement
from agreements.admin.forms import CorrectionForm, PartCorrectionForm
from agreements.admin.inlines import (
    PROVISION,
    PROVISION_MORE,
    SIGNATORY,
    SIGNATORY_MORE,
    ProvisionInline,
    SignatoryInline,
)
from agreements.admin.parties import PARTY, PartyInline
from agreements.life.sealing import is_sealed
from agreements.models import Agreement, Party, Provision, Signatory
from agreements.services import correct, strike
from forum.admin.autocompletes import is_key
from forum.admin.careful import aside
from forum.admin.careful.pages import why_it_is_back
from forum.admin.languages import in_rows
from forum.admin.records import folded

REASON = ["correction_reason"]
# What is corrected of the agreement itself, in portions that fit a screen.
PORTIONS = {
    "facts": (
        gettext_lazy("title and facts"),
        [
            "title",
            ("instrument", "instrument_as_printed"),
            ("legal_nature", "mode"),
            ("event", "session"),
        ],
    ),
    "dates": (
        gettext_lazy("dates and term"),
        [
            ("concluded_on", "concluded_on_precision"),
            ("in_force_on", "in_force_on_precision"),
            ("provisional_on", "provisional_on_precision"),
            ("expires_on", "expires_on_precision"),
            ("terminated_on", "terminated_on_precision", "notice_given_on"),
            ("term_months", "renewal", "renewal_months", "notice_months"),
            ("entry_rule", "entry_consents"),
        ],
    ),
    "place": (
        gettext_lazy("place and languages"),
        ["city", ("country", "is_online"), ("languages", "originals")],
    ),
}


class Kind(NamedTuple):
    """A kind of part, the inline that knows how to ask for it, and what is asked."""

    model: type
    inline: type
    fieldsets: list
    parties: tuple[str, ...] = ()


KINDS = {
    "party": Kind(Party, PartyInline, folded(PARTY, ["unit", ("role", "reference", "position")])),
    "signatory": Kind(Signatory, SignatoryInline, folded(SIGNATORY, SIGNATORY_MORE), ("party",)),
    "provision": Kind(
        Provision, ProvisionInline, folded(PROVISION, PROVISION_MORE), ("from_party", "to_party")
    ),
}


class Corrections(ActsOnAgreement):
    def get_urls(self):
        view, name = self.admin_site.admin_view, "agreements_agreement_correct"
        return [
            path("<path:object_id>/correct/", view(self.correct_view), name=name),
            path(
                "<path:object_id>/correct/<slug:portion>/",
                view(self.correct_portion_view),
                name=f"{name}_portion",
            ),
            path(
                "<path:object_id>/correct/<slug:kind>/<str:key>/",
                view(self.correct_part_view),
                name=f"{name}_part",
            ),
            *super().get_urls(),
        ]

    def correct_view(self, request, object_id):
        """Ask what is wrong."""
        agreement = self.changeable(request, object_id)
        if not is_sealed(agreement):
            return self._nothing_sealed(request, agreement)
        portions = [
            (_address("portion", agreement, portion), capfirst(label))
            for portion, (label, _rows) in PORTIONS.items()
        ]
        parts = [
            (capfirst(kind.model._meta.verbose_name_plural), rows)
            for name, kind in KINDS.items()
            if (rows := self._rows(request, agreement, name))
        ]
        title = _("What is to be corrected?")
        return self.page(request, "correct", agreement, title=title, portions=portions, parts=parts)

    def correct_portion_view(self, request, object_id, portion):
        request = aside.brought_back(request)
        agreement = self.changeable(request, object_id)
        if portion not in PORTIONS:
            raise Http404
        if not is_sealed(agreement):
            return self._nothing_sealed(request, agreement)
        label, rows = PORTIONS[portion]
        fieldsets = in_rows(Agreement, [(None, {"fields": rows})])
        form = self._form(request, agreement, agreement, CorrectionForm, fieldsets)
        self.limit_plain_selects(request, form.fields, agreement)
        return self._answer(request, agreement, form, fieldsets, label)

    def correct_part_view(self, request, object_id, kind, key):
        request = aside.brought_back(request)
        agreement = self.changeable(request, object_id)
        if kind not in KINDS or not is_key(key):
            raise Http404
        of = KINDS[kind]
        part = of.model.objects.filter(agreement=agreement, pk=key).first()
        if part is None:
            raise Http404
        inline = of.inline(self.model, self.admin_site)
        if not inline.has_change_permission(request, agreement):
            raise PermissionDenied
        if not is_sealed(agreement):
            return self._nothing_sealed(request, agreement)
        part.agreement = agreement
        fieldsets = in_rows(of.model, of.fieldsets)
        form = self._form(request, agreement, part, PartCorrectionForm, fieldsets, inline)
        self._offer(form, of, agreement, request)
        return self._answer(request, agreement, form, fieldsets, str(part), inline)

    def _offer(self, form, kind, agreement, request):
        """Only the parties of the agreement, and to strike only to whoever may delete."""
        for name in kind.parties:
            form.fields[name].queryset = agreement.parties.select_related("institution")
        codename = f"agreements.delete_{kind.model._meta.model_name}"
        if not request.user.has_perm(codename):
            del form.fields["is_struck"]

    def _rows(self, request, agreement, name) -> list[tuple[str, str]]:
        kind = KINDS[name]
        inline = kind.inline(self.model, self.admin_site)
        if not inline.has_change_permission(request, agreement):
            return []
        rows = kind.model.objects.filter(agreement=agreement).select_related(*inline.related)
        return [(_address("part", agreement, name, row.pk), str(row)) for row in rows]

    def _nothing_sealed(self, request, agreement):
        text = _("Nothing is sealed yet: change the record itself.")
        self.message_user(request, text, messages.INFO)
        return self.back_to(request, agreement)

    def _form(self, request, agreement, record, form, fieldsets, asked_by=None):
        fields = flatten_fieldsets(fieldsets)
        form = self.form_of(request, type(record), form, fields, asked_by=asked_by)
        form.notices = why_it_is_back(request)
        return form(request.POST if request.method == "POST" else None, instance=record)

    def _answer(self, request, agreement, form, fieldsets, label, asked_by=None):
        if answer := self.answered(request, agreement):
            return answer
        if form.is_valid() and self._correct(request, agreement, form):
            return self.back_to(request, agreement)
        asked = [name for name in ("is_struck", *REASON) if name in form.fields]
        fieldsets = [*fieldsets, (None, {"fields": asked})]
        title = _("Correct: %(part)s") % {"part": label}
        return self.page_of_form(
            request, agreement, form, fieldsets, title=title, asked_by=asked_by
        )

    def _correct(self, request, agreement, form) -> bool:
        """Correct the record if the rules let it; else let the form say why not."""
        reason = form.cleaned_data["correction_reason"]
        do = strike if form.cleaned_data.get("is_struck") else correct
        try:
            do(form.instance, reason, by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return False
        self.taken(request, agreement, reason, _("The record is corrected."))
        return True


def _address(what: str, agreement, *parts) -> str:
    return reverse(f"admin:agreements_agreement_correct_{what}", args=[agreement.pk, *parts])
