"""What a refused form says above all: each problem with its place, each choice with both values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from forum.admin.careful.basis import Choice, of_row


@dataclass(frozen=True)
class Problem:
    """What is wrong, where, and the anchor of the place in the page; empty for the whole form."""

    text: str
    where: str = ""
    anchor: str = ""


def problems_of(form, formsets: Iterable = ()) -> list[Problem]:
    """All that a form and its rows complain of, in their order on the page."""
    found = [*_of_form(form)]
    for formset in formsets:
        found += _of_rows(formset)
    return found


def choices_of(form, formsets: Iterable = ()) -> list[Choice]:
    """All that two people changed, in the form and in its rows."""
    return [*getattr(form, "choices_to_make", ()), *_choices_in(formsets)]


def _choices_in(formsets: Iterable) -> list[Choice]:
    found = []
    for formset in formsets:
        for row in formset.forms:
            if choices := getattr(row, "choices_to_make", ()):
                found += [of_row(each, _as_recorded(row)) for each in choices]
            found += _choices_in(getattr(row, "parts", ()))
    return found


def _of_rows(formset) -> Iterator[Problem]:
    plural, group = capfirst(formset.model._meta.verbose_name_plural), f"#{formset.prefix}-group"
    for text in formset.non_form_errors():
        yield Problem(text, plural, group)
    for number, row in enumerate(formset.forms):
        if formset.can_delete and formset._should_delete_form(row):
            continue
        name = _row_in_words(row, number)
        yield from _of_form(row, name, f"#{formset.prefix}-{number}")
        for part in getattr(row, "parts", ()):
            yield from _of_rows(part)


def _of_form(form, row: str = "", row_anchor: str = "") -> Iterator[Problem]:
    for name, errors in form.errors.items():
        if name not in form.fields:
            yield from (Problem(text, row, row_anchor) for text in errors)
            continue
        bound = form[name]
        is_hidden = isinstance(bound.field.widget, forms.HiddenInput)
        label = row if is_hidden else ": ".join(filter(None, (row, str(capfirst(bound.label)))))
        anchor = row_anchor if is_hidden else f"#{bound.auto_id}"
        for error in errors.as_data():
            if error.code != "conflict":  # Of which the choice tells.
                yield from (Problem(text, label, anchor) for text in error.messages)


def _row_in_words(row, number: int) -> str:
    kind = capfirst(row.instance._meta.verbose_name)
    if not row.instance.pk:
        return f"{kind} {number + 1}"
    return _("%(kind)s “%(row)s”") % {"kind": kind, "row": row.instance}


def _as_recorded(row) -> str:
    """How the row is called on record: what it is to be called is not decided yet."""
    kind = capfirst(row.instance._meta.verbose_name)
    stored = type(row.instance)._base_manager.get(pk=row.instance.pk)
    return _("%(kind)s “%(row)s”") % {"kind": kind, "row": stored}
