"""Autocompletes that cost no query a row and take any nonsense sent for a value."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Model
from django.forms import (
    BaseInlineFormSet,
    ModelChoiceField,
    ModelForm,
    ModelMultipleChoiceField,
)


def is_key(value) -> bool:
    """Whether this could be a primary key at all: anything may stand in an address."""
    return str(value).isdecimal() and len(str(value)) < 19


class LabelledOptions:
    """Options that can be told their labels instead of asking the database for them.

    What could not be a key never reaches the database: the field itself says that it is wrong.
    """

    known: dict[str, str] = {}

    def optgroups(self, name, value, attr=None):
        selected = [str(chosen) for chosen in value if is_key(chosen)]
        if not selected or any(chosen not in self.known for chosen in selected):
            return super().optgroups(name, selected, attr)
        options = [
            self.create_option(name, chosen, self.known[chosen], True, index)
            for index, chosen in enumerate(selected)
        ]
        if not self.is_required and not self.allow_multiple_selected:
            options.insert(0, self.create_option(name, "", "", False, 0))
        return [(None, options, 0)]


class LabelledAutocomplete(LabelledOptions, AutocompleteSelect):
    pass


class SeveralAutocomplete(LabelledOptions, AutocompleteSelectMultiple):
    def value_from_datadict(self, data, files, name):
        chosen = super().value_from_datadict(data, files, name)
        return [value if is_key(value) else "" for value in chosen]


class KnownChoice(ModelChoiceField):
    """A relation that asks the database for nothing that came with the record."""

    known: dict[str, Model] = {}

    def to_python(self, value):
        return self.known.get(str(value)) or super().to_python(value)


class KnownChoices(ModelMultipleChoiceField):
    known: dict[str, Model] = {}

    def clean(self, value):
        if value and all(str(each) in self.known for each in value):
            return [self.known[str(each)] for each in value]
        return super().clean(value)


def tell_known(form: ModelForm) -> None:
    """Tell the form's fields the records, with their labels, that its own record brought along."""
    for name, field in form.fields.items():
        if isinstance(field, KnownChoice | KnownChoices):
            field.known = {str(record.pk): record for record in _related(form.instance, name)}
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, LabelledOptions):
                widget.known = {key: str(record) for key, record in field.known.items()}


def _related(row, name) -> list:
    one = row._state.fields_cache.get(name)
    several = getattr(row, "_prefetched_objects_cache", {}).get(name, [])
    return [one] if one is not None else list(several)


class LabelledFormSet(BaseInlineFormSet):
    """Rows that know themselves, and the relations that their query brought along."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        tell_known(form)
        if form.instance.pk:
            # The row's own text may name the record that it is in.
            form.instance._state.fields_cache[self.fk.name] = self.instance
            self._know_row(form)

    def _know_row(self, form) -> None:
        name, row = self._pk_field.name, form.instance
        hidden = form.fields[name]
        form.fields[name] = KnownChoice(
            hidden.queryset, initial=row.pk, required=False, widget=hidden.widget
        )
        form.fields[name].known = {str(row.pk): row}
