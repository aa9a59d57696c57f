"""What a row is asked for that no field of Django's reads: a partial date, a country by name."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from forum.admin.typed import PARTIAL
from forum.records.countries import country_choices
from forum.records.typed import parse_date


class SomeDayField(forms.CharField):
    """A date as exactly as it is known: the day and its precision, or None."""

    widget = forms.TextInput({"size": 16})

    def clean(self, value):
        text = super().clean(value)
        try:
            return parse_date(text) if text else None
        except ValueError as error:
            raise ValidationError(PARTIAL, params={"typed": text}) from error


class CountryField(forms.CharField):
    """A country by its name in the reader's language, one of a list that the page has once."""

    widget = forms.TextInput({"list": "countries", "autocomplete": "off"})

    def prepare_value(self, value):
        return dict(country_choices()).get(value, value)

    def clean(self, value):
        written = super().clean(value).casefold()
        known = {name.casefold(): code for code, name in country_choices()}
        known |= {code.casefold(): code for code in known.values()}
        if written and written not in known:
            raise ValidationError(
                _("“%(typed)s” is no country. Choose one of the list."), params={"typed": value}
            )
        return known.get(written, "")
