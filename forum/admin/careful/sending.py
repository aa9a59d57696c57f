"""What a form sends: as it is shown, and as somebody filled it in."""

from pathlib import PurePosixPath

from django import forms
from django.utils.translation import gettext as _

from forum.admin.careful.merging import Sent, Values

NEW_FILE = "new:"


def as_shown(form: forms.BaseForm) -> Sent:
    """What the form would send if nobody changed anything."""
    return {name: _shown(form, name) for name in _answerable(form)}


def as_filled_in(form: forms.BaseForm) -> Sent:
    """What was sent; where no other file was chosen, the one on record."""
    return {name: _filled_in(form, name) for name in _answerable(form)}


def fill_in(form: forms.BaseForm, name: str, values: Values) -> None:
    """Let the form have been sent with these values of a field."""
    key = form.add_prefix(name)
    if isinstance(form.fields[name], forms.FileField):
        form.files.pop(key, None)
        form.data.pop(f"{key}-clear", None)
    elif values:
        form.data.setlist(key, list(values))
    else:
        form.data.pop(key, None)


def in_words(field: forms.Field, values: Values) -> str:
    """What a field says, for people."""
    if isinstance(field, forms.BooleanField):
        return _("yes") if any(values) else _("no")
    if isinstance(field, forms.FileField):
        return ", ".join(PurePosixPath(value.removeprefix(NEW_FILE)).name for value in values)
    return ", ".join(filter(None, (_labels(field, values).get(value, value) for value in values)))


def _answerable(form: forms.BaseForm) -> list[str]:
    """The fields that ask for something of the record."""
    return [
        name
        for name, field in form.fields.items()
        if not field.disabled and not getattr(field, "is_beside", False)
    ]


def _shown(form, name) -> list[str]:
    field = form.fields[name]
    value = field.prepare_value(form.get_initial_for_field(field, name))
    if isinstance(field, forms.FileField):
        return _texts(value)
    widget = _inner(field)
    if isinstance(widget, forms.CheckboxInput):
        return _texts(widget.check_test(value))
    return _texts(widget.format_value(value))


def _filled_in(form, name) -> list[str]:
    field, key = form.fields[name], form.add_prefix(name)
    value = field.widget.value_from_datadict(form.data, form.files, key)
    if not isinstance(field, forms.FileField):
        return _texts(value)
    if value is False:  # The box beside it says: none.
        return []
    return [f"{NEW_FILE}{value}"] if value else _shown(form, name)


def _texts(value) -> list[str]:
    if isinstance(value, bool):
        return ["on"] if value else []
    values = value if isinstance(value, list | tuple) else [value]
    return [str(each) for each in values if each not in (None, "")]


def _inner(field: forms.Field) -> forms.Widget:
    """The widget itself: the admin wraps those of relations."""
    return getattr(field.widget, "widget", field.widget)


def _labels(field: forms.Field, values: Values) -> dict[str, str]:
    if isinstance(field, forms.ModelChoiceField):
        keys = [value for value in values if value.isdecimal() and len(value) < 19]
        found = field.queryset.filter(pk__in=keys)
        return {str(each.pk): field.label_from_instance(each) for each in found}
    if isinstance(field, forms.ChoiceField):
        return {str(value): str(label) for value, label in _flat(field.choices)}
    return {}


def _flat(choices):
    for value, label in choices:
        yield from label if isinstance(label, list | tuple) else [(value, label)]
