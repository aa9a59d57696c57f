"""Forms that show what is sealed as text: the rule itself stands with the models."""

import datetime as dt

from django import forms
from django.contrib.admin.utils import display_for_field
from django.utils.html import format_html

from agreements.life.sealing import is_sealed, sealed_fields_of_part
from delegations.admin.offices import WarningFormSet
from forum.admin.careful.rows import RowsFormSet
from forum.choices import DatePrecision
from forum.records.languages import language_name, split_tags
from forum.records.partial_dates import format_partial


class AsText(forms.Widget):
    """What cannot be changed, as text in the place of its field."""

    def __init__(self, text: str):
        super().__init__()
        self.text = text

    def render(self, name, value, attrs=None, renderer=None):
        html = '<output class="readonly" id="{}">{}</output>'
        return format_html(html, (attrs or {}).get("id", ""), self.text)


def show_as_text(form: forms.ModelForm, names) -> None:
    """Let these fields of the form only be read, whatever is sent for them."""
    for name in names:
        field = form.fields.get(name)
        if field and not field.widget.is_hidden:
            field.disabled = True
            field.widget = AsText(in_words(form.instance, name) or "–")


def in_words(record, name: str) -> str:
    """What is on record in a field, as staff read it; empty if nothing is."""
    value = getattr(record, name)
    precision = getattr(record, f"{name}_precision", DatePrecision.DAY)
    if precision == DatePrecision.UNKNOWN:
        return str(DatePrecision.UNKNOWN.label)
    if isinstance(value, dt.date):
        return format_partial(value, precision)
    if value is None or value == "":
        return ""
    if name == "languages":
        return ", ".join(map(language_name, split_tags(value)))
    return display_for_field(value, record._meta.get_field(name), "")


class SealedRows:
    """Rows of which a sealed agreement keeps what is on record; empty fields can be filled."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if form.instance.pk and is_sealed(form.instance.agreement):
            show_as_text(form, sealed_fields_of_part(form.instance))


class SealedFormSet(SealedRows, RowsFormSet):
    pass


class SealedWarningFormSet(SealedRows, WarningFormSet):
    pass


class KeepsParts:
    """A form of parts, or of one: those of a sealed agreement are not taken away."""

    def has_delete_permission(self, request, obj=None):
        agreement = getattr(obj, "agreement", obj)
        is_kept = agreement is not None and is_sealed(agreement)
        return super().has_delete_permission(request, obj) and not is_kept


class SealedAdmin(KeepsParts):
    """The page of a part of an agreement."""

    def get_readonly_fields(self, request, obj=None):
        sealed = sealed_fields_of_part(obj) if obj and is_sealed(obj.agreement) else ()
        return [*super().get_readonly_fields(request, obj), *sealed]
