"""The text that staff paste, and where it is from."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from forum.admin.typed import DayField
from forum.records.fields import TITLE_LENGTH

LONGEST = 60_000


class ArticleForm(forms.Form):
    """The text of an article, and where it is from."""

    text = forms.CharField(
        label=_("Text of the article"),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea({"rows": 18, "class": "vLargeTextField"}),
    )
    title = forms.CharField(
        label=_("Its title"),
        max_length=TITLE_LENGTH,
        required=False,
        help_text=_("Empty: the first line of the text."),
        widget=forms.TextInput({"class": "vTextField"}),
    )
    url = forms.URLField(
        label=_("Its address"),
        max_length=600,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput({"class": "vURLField"}),
    )
    publisher = forms.CharField(
        label=_("Publisher"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"class": "vTextField"}),
    )
    published_on = DayField(
        label=_("Published on"),
        required=False,
        widget=forms.TextInput,
        help_text=_("Days that the text names without a year are taken to be of this year."),
    )
    language = forms.ChoiceField(
        label=_("Language of the text"),
        required=False,
        choices=[("", _("as the text shows")), *settings.LANGUAGES],
    )

    @property
    def plain_text(self) -> str:
        """The text as its marks count it: a browser sends two characters for the end of a line."""
        return self.data.get("text", "").replace("\r\n", "\n").replace("\r", "\n")

    def keep_text(self) -> None:
        """Let the text be read only: the rows say where in it they stand."""
        self.fields["text"].widget.attrs["readonly"] = True

    def clean_text(self) -> str:
        text = self.plain_text
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise ValidationError(
                _("The text contains characters that no text has. Paste it as plain text.")
            )
        if not text.strip():
            raise ValidationError(self.fields["text"].error_messages["required"])
        return text
