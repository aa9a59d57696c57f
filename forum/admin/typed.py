"""What staff type into forms: dates, times and numbers as they are used to write them.

Records and their inlines get these fields from AS_TYPED; a form of its own uses them by name.
"""

import datetime as dt

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminTimeWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.admin.autocompletes import tell_known
from forum.admin.careful.basis import BasedForm
from forum.choices import DatePrecision
from forum.records.partial_dates import as_typed
from forum.records.typed import parse_date, parse_number, parse_time

# From the most exact to the least.
EXACTNESS = [DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR, DatePrecision.UNKNOWN]
PARTIAL = _("“%(typed)s” is not a date. Write it like 18.11.2025, or 11.2025 or 2025 alone.")
TOO_EXACT = _("“%(typed)s” is less exact than the choice beside it.")
NOT_ALIKE = _("Write both dates as exactly as each other: two days, two months or two years.")


class Typed:
    """A field that reads what is typed with `parse`, which raises ValueError."""

    def to_python(self, value):
        if isinstance(value, str) and value.strip():
            try:
                value = self.parse(value)
            except ValueError as error:
                text = self.error_messages["invalid"]
                raise ValidationError(text, code="invalid", params={"typed": value}) from error
        return super().to_python(value)


class DayField(Typed, forms.DateField):
    """A whole date; less than that only where its form asks how exact it is."""

    widget = AdminDateWidget({"size": "16"})  # Room for a month in words.
    default_error_messages = {
        "invalid": _("“%(typed)s” is not a day. Write it like 18.11.2025 or 18 November 2025.")
    }
    is_partial = False

    def parse(self, text):
        day, precision = parse_date(text)
        if precision != DatePrecision.DAY and not self.is_partial:
            raise ValueError(text)
        return day

    def has_changed(self, initial, data):
        """A year is another date than its first day."""
        try:
            return not self.disabled and _as_exact(initial) != _as_exact(data)
        except ValueError:
            return True


def _as_exact(value):
    """What was typed or is recorded, with its precision."""
    is_text = isinstance(value, str) and value.strip()
    return parse_date(value) if is_text else (value or None, DatePrecision.DAY)


class ClockField(Typed, forms.TimeField):
    widget = AdminTimeWidget
    default_error_messages = {
        "invalid": _("“%(typed)s” is not a time. Write it like 10:00 or 9:30.")
    }

    def parse(self, text):
        return parse_time(text)


class MomentField(Typed, forms.DateTimeField):
    """A day and a time in one box, by the clock of the site."""

    widget = forms.DateTimeInput({"size": "20"})
    default_error_messages = {
        "invalid": _("“%(typed)s” is not a day and a time. Write it like 18.11.2025 10:00.")
    }

    def parse(self, text):
        try:
            return dt.datetime.fromisoformat(text.strip())
        except ValueError:
            return self._parse_in_words(text.strip())

    def _parse_in_words(self, text):
        day, _blank, clock = text.rpartition(" ")
        date, precision = parse_date(day)
        if precision != DatePrecision.DAY:
            raise ValueError(text)
        return dt.datetime.combine(date, parse_time(clock))


class NumberField(Typed, forms.DecimalField):
    # A browser's own box for numbers takes neither a comma nor blanks.
    widget = forms.TextInput({"inputmode": "decimal"})
    default_error_messages = {
        "invalid": _("“%(typed)s” cannot be read as a number. Write it like 1500 or 1500.50.")
    }

    def parse(self, text):
        return parse_number(text, places=self.decimal_places)


class WholeNumberField(Typed, forms.IntegerField):
    widget = forms.TextInput({"inputmode": "numeric", "class": "vIntegerField"})
    default_error_messages = {
        "invalid": _("“%(typed)s” is not a whole number. Write it like 1500.")
    }

    def parse(self, text):
        number = parse_number(text, places=0)
        if number != int(number):
            raise ValueError(text)
        return int(number)


# For formfield_overrides: what Django's admin would give each kind of column.
AS_TYPED = {
    models.DateField: {"form_class": DayField, "widget": DayField.widget},
    models.TimeField: {"form_class": ClockField},
    models.DateTimeField: {"form_class": MomentField, "widget": MomentField.widget},
    models.DecimalField: {
        "form_class": NumberField,
        "widget": NumberField.widget,
        "localize": True,
    },
    models.IntegerField: {"form_class": WholeNumberField, "widget": WholeNumberField.widget},
}


class RecordForm(BasedForm):
    """A form whose partial dates are shown and typed only as exactly as they are known.

    How exact a date is follows from how it is typed, unless staff choose something else.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tell_known(self)
        for precision, names in self._partial_dates().items():
            for name in names:
                field = self.fields[name]
                field.is_partial = True
                field.error_messages["invalid"] = PARTIAL
                known = self.get_initial_for_field(self.fields[precision], precision)
                date = self.get_initial_for_field(field, name)
                self.initial[name] = as_typed(date, known)

    def _partial_dates(self) -> dict[str, list[str]]:
        """The fields that say how exact a date is, each with its dates."""
        found: dict[str, list[str]] = {}
        for name, field in self.fields.items():
            own = f"{name}_precision"
            precision = own if own in self.fields else "date_precision"
            if isinstance(field, DayField) and not field.disabled and precision in self.fields:
                found.setdefault(precision, []).append(name)
        return found

    def _post_clean(self):
        if self.instance.pk and not self.has_changed():
            self._hold_to_its_whole()
            return
        for precision, names in self._partial_dates().items():
            if precision in self.cleaned_data:
                self._follow(precision, [name for name in names if self.cleaned_data.get(name)])
        super()._post_clean()

    def _hold_to_its_whole(self):
        """A row that is as it is on record breaks no rule by itself: the database holds to them."""
        try:
            self.instance.clean()
        except ValidationError as error:
            self._update_errors(error)

    def _refuse_unlike(self, typed):
        """One choice says how exact all dates are: a day beside a month would be lost."""
        if len({*typed.values()}) > 1:
            for name in typed:
                self.add_error(name, ValidationError(NOT_ALIKE, code="exactness"))

    def _follow(self, precision, names):
        """Take how exact a date is from how it is typed; refuse a choice that claims more."""
        typed = {name: _as_exact(self[name].data)[1] for name in names}
        least = max(typed.values(), key=EXACTNESS.index, default=None)
        if least is None:
            return
        if precision not in self.changed_data:
            self._refuse_unlike(typed)
            self.cleaned_data[precision] = least
        chosen = EXACTNESS.index(self.cleaned_data[precision])
        for name in names:
            if chosen < EXACTNESS.index(typed[name]):
                error = ValidationError(TOO_EXACT, params={"typed": self[name].data})
                self.add_error(name, error)


class HeldToAllRules:
    """A form that shows some columns of a record, and holds them to the rules about all."""

    def _post_clean(self):
        super()._post_clean()
        is_new = self.instance._state.adding
        if not self.errors and (is_new or self.has_changed()):
            try:
                self.instance.validate_constraints()
            except ValidationError as error:
                self.add_error(None, error.messages)

    def add_error(self, field, error):
        """What is said of a column that is not shown stands above the form."""
        for name, errors in getattr(error, "error_dict", {field: error}).items():
            is_shown = name is None or name in self.fields
            super().add_error(name if is_shown else None, errors)
