"""The forms of a delegation's own pages."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delegations.models import Nominee
from delegations.nominating.lists import values_of
from delegations.nominating.services import refuse
from forum.intake.limits import UnreadableError
from forum.intake.sheets import read_text, read_upload, refuse_empty

FIELDS = (
    *("category", "name", "original_name", "office", "office_language", "institution"),
    *("languages", "arrival", "departure", "hotel", "dietary_needs", "access_needs", "photo"),
)


class LimitedUpload:
    """A form with a file, which is not even opened once too many were sent."""

    upload = ""

    def __init__(self, *args, may_upload: bool = True, **options):
        super().__init__(*args, **options)
        if not may_upload:
            label = self.fields[self.upload].label
            widget = forms.FileInput
            self.fields[self.upload] = RefusedField(label=label, required=False, widget=widget)


class RefusedField(forms.FileField):
    def clean(self, data, initial=None):
        raise ValidationError(
            _(
                "Too many files were uploaded here within an hour. Try again later; what you"
                " typed can be saved without it."
            )
        )


class NomineeForm(LimitedUpload, forms.ModelForm):
    """One person, as the delegation names them; what is missing may come later."""

    upload = "photo"
    office_language = forms.ChoiceField(
        label=_("language of the office"), choices=settings.LANGUAGES, required=False
    )
    without_photo = forms.BooleanField(label=_("take the photo off"), required=False)
    consent = forms.BooleanField(
        label=_(
            "The person agrees that the host keeps these data for the event, and names them as a"
            " participant with office and institution."
        ),
        required=False,
    )

    class Meta:
        model = Nominee
        fields = FIELDS
        widgets = {"photo": forms.FileInput}

    def __init__(self, *args, language: str, **options):
        super().__init__(*args, **options)
        nominee = self.instance
        self.initial["consent"] = nominee.consented_on is not None
        self.initial["office_language"] = nominee.office_language or language
        if not nominee.photo:
            del self.fields["without_photo"]
        for name in ("arrival", "departure", "hotel"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean(self):
        """The person as a whole, held to what is open to the delegation."""
        said = super().clean()
        if not said.get("office"):
            said["office_language"] = ""
        return said

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        try:
            refuse(self.instance, timezone.localdate())
        except ValidationError as refusal:
            self.add_error(None, refusal)

    def save(self, commit=True):
        nominee = super().save(commit=False)
        has_consent = self.cleaned_data["consent"]
        nominee.consented_on = (
            (nominee.consented_on or timezone.localdate()) if has_consent else None
        )
        if self.cleaned_data.get("without_photo") and "photo" not in self.changed_data:
            nominee.photo = ""
        return nominee


class ListForm(LimitedUpload, forms.Form):
    """A list of people, pasted or as a file."""

    upload = "file"
    text = forms.CharField(
        label=_("Paste the list"),
        required=False,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("One row for each person; a first row with headings is recognised."),
    )
    file = forms.FileField(
        label=_("Or upload it"),
        required=False,
        widget=forms.FileInput({"accept": ".csv,.tsv,.txt,.xlsx,.xls,.ods"}),
        help_text=_("CSV, XLSX, XLS or ODS."),
    )

    def clean(self):
        said = super().clean()
        file, text = said.get("file"), said.get("text", "")
        if not self.errors:
            try:
                sheet = refuse_empty(read_upload(file) if file else read_text(text))
                self.values = values_of(sheet.rows)
            except (UnreadableError, ValidationError) as error:
                sentences = getattr(error, "messages", None) or [str(error)]
                self.add_error("file" if file else "text", sentences)
        return said


class TakeOverForm(forms.Form):
    """What is asked once for all people of a list."""

    consent = forms.BooleanField(
        label=_(
            "Everybody on this list agrees that the host keeps these data for the event, and"
            " names them as a participant with office and institution."
        ),
        required=False,
    )
