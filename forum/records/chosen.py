"""Several of a few choices in one column: “driver,media”."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def codes(text: str | None) -> list[str]:
    return [code for code in (text or "").split(",") if code]


class ChosenField(models.CharField):
    """A text of codes with commas between, each one of `choices_from`, asked for by boxes."""

    def __init__(self, *args, choices_from: type[models.TextChoices] | None = None, **options):
        self.choices_from = choices_from
        super().__init__(*args, **options)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if not {*codes(value)} <= {*self.choices_from.values}:
            raise ValidationError(_("Choose one of the listed values."))

    def formfield(self, **kwargs):
        return Boxes(
            choices=self.choices_from.choices,
            required=not self.blank,
            label=self.verbose_name.capitalize(),
            help_text=self.help_text,
        )

    def in_words(self, value: str) -> str:
        labels = dict(self.choices_from.choices)
        return ", ".join(str(labels.get(code, code)) for code in codes(value))


class Boxes(forms.MultipleChoiceField):
    """A box for each choice; a column of codes is read from them and shown by them."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: str | Iterable[str] | None):
        return codes(value) if isinstance(value, str) else value

    def clean(self, value) -> str:
        return ",".join(super().clean(value))

    def has_changed(self, initial, data) -> bool:
        return {*codes(initial)} != {*(data or ())}
