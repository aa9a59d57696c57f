"""Commitments in the admin: what is overdue, who noted what, and import from pasted text."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from agreements.models import Commitment, ProgressNote
from agreements.pasted import Promise, promises
from forum.admin.autocompletes import is_key
from forum.admin.typed import DayField
from forum.history.author import name_of
from forum.history.keeping import revision
from forum.records.texts import LANGUAGES

MOST_LINES = 300


class OverdueFilter(admin.SimpleListFilter):
    title = _("overdue")
    parameter_name = "overdue"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes"))]

    def queryset(self, request, queryset):
        return queryset.overdue() if self.value() == "yes" else queryset


class SubjectForm(forms.ModelForm):
    """Of which agreement or event the promises are, and in which language."""

    language = forms.ChoiceField(label=_("Language of the text"), choices=settings.LANGUAGES)


class PasteForm(SubjectForm):
    pasted = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 16, "class": "vLargeTextField"}),
        help_text=_(
            "One commitment on each line. A paragraph number at its beginning (12. or II.3 or § 4"
            " or (a)) and a due date at its end (| 2027-06-01) are recognised; bullets and empty"
            " lines are left out."
        ),
    )

    def clean_pasted(self) -> list[Promise]:
        found = promises(self.cleaned_data["pasted"])
        if len(found) > MOST_LINES:
            text = _("These are %(count)d lines; paste at most %(most)d at a time.")
            raise ValidationError(text % {"count": len(found), "most": MOST_LINES})
        return found


class PromiseForm(forms.Form):
    paragraph = forms.CharField(
        label=_("Paragraph"), max_length=40, required=False, widget=forms.TextInput({"size": 6})
    )
    text = forms.CharField(
        label=_("Commitment"), widget=forms.Textarea({"rows": 2, "class": "vLargeTextField"})
    )
    due_on = DayField(label=_("Due on"), required=False, widget=forms.DateInput)
    is_public = forms.BooleanField(label=_("Public"), required=False)


class PreviewFormSet(forms.BaseFormSet):
    """The promises that a text was read as, each of which may be changed or left out."""

    deletion_widget = forms.CheckboxInput

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Leave out")

    def clean(self):
        if not any(self.errors) and not self.kept:
            raise ValidationError(_("Every line is left out: there is nothing to save."))

    @property
    def kept(self) -> list[dict]:
        return [form.cleaned_data for form in self if form not in self.deleted_forms]

    def mark(self, known: set[str]) -> None:
        """Say of each row whether such a promise is recorded already."""
        for form in self:
            form.is_known = _plain(form["text"].value() or "") in known


Preview = forms.formset_factory(
    PromiseForm,
    PreviewFormSet,
    extra=0,
    can_delete=True,
    max_num=MOST_LINES,
    absolute_max=MOST_LINES,
    validate_max=True,
)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def known_texts(subject: Commitment) -> set[str]:
    """The promises of its agreement or event in every language, without case and extra blanks."""
    rows = Commitment.objects.filter(agreement=subject.agreement, event=subject.event)
    columns = [f"text_{language}" for language in LANGUAGES]
    return {_plain(text) for row in rows.values_list(*columns) for text in row if text}


class ImportsText:
    """Adds to the admin of commitments: import, overdue ones, notes that know who wrote them."""

    @admin.display(description=_("overdue"))
    def overdue(self, commitment):
        return _("overdue") if commitment.is_overdue(timezone.localdate()) else ""

    def save_formset(self, request, form, formset, change):
        if formset.model is ProgressNote:
            for row in formset.extra_forms:
                row.instance.noted_by = request.user
                row.instance.noted_by_name = name_of(request.user)
        super().save_formset(request, form, formset, change)

    def get_urls(self):
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="agreements_commitment_import"), *super().get_urls()]

    def import_view(self, request):
        """Ask for a text, then show what it says, then save what is left of it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        is_preview = "rows-TOTAL_FORMS" in request.POST
        form = self._subject_form(request, SubjectForm if is_preview else PasteForm)
        rows = Preview(request.POST, prefix="rows") if is_preview else None
        if not form.is_valid():
            return self._import_page(request, form, rows)
        known = known_texts(form.instance)
        if rows is None:
            rows = Preview(initial=_as_rows(form.cleaned_data["pasted"], known), prefix="rows")
        elif rows.is_valid():
            return self._save_promises(request, form, rows.kept)
        rows.mark(known)
        return self._import_page(request, form, rows)

    def _subject_form(self, request, form_class):
        form_class = forms.modelform_factory(
            Commitment,
            form=form_class,
            fields=["agreement", "event"],
            formfield_callback=lambda field: self.formfield_for_foreignkey(field, request),
        )
        if request.method == "POST":
            return form_class(request.POST)
        preset = {name: request.GET.get(name, "") for name in ("agreement", "event")}
        keys = {name: key for name, key in preset.items() if is_key(key)}
        return form_class(initial={"language": get_language()} | keys)

    def _import_page(self, request, form, rows):
        context = self.admin_site.each_context(request) | {
            "title": _("Import commitments from text"),
            "opts": self.opts,
            "form": form,
            "rows": rows,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/agreements/commitment/import.html", context)

    def _save_promises(self, request, form, rows):
        subject, language = form.instance, form.cleaned_data["language"]
        with revision(by=request.user, comment=_("Read from a text.")):
            for row in rows:
                Commitment.objects.create(
                    agreement=subject.agreement,
                    event=subject.event,
                    paragraph=row["paragraph"],
                    due_on=row["due_on"],
                    is_public=row["is_public"],
                    **{f"text_{language}": row["text"]},
                )
        text = ngettext("%(count)d commitment saved.", "%(count)d commitments saved.", len(rows))
        self.message_user(request, text % {"count": len(rows)}, messages.SUCCESS)
        if not self.has_view_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        field = "agreement" if subject.agreement else "event"
        address = reverse("admin:agreements_commitment_changelist")
        return HttpResponseRedirect(f"{address}?{field}__id__exact={subject.stands_in.pk}")


def _as_rows(found: list[Promise], known: set[str]) -> list[dict]:
    return [
        {
            "paragraph": promise.paragraph,
            "text": promise.text,
            "due_on": promise.due_on,
            "DELETE": _plain(promise.text) in known,
        }
        for promise in found
    ]
