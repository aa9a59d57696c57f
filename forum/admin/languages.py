"""Translated fields in forms: one row each, the reader's language first.

A script (static/admin/languages.js) shows one language at a time, and of each field which are
filled; without it they stand one below the other.
"""

from django.db import models

from forum.records.texts import LANGUAGES, reader_language
from forum.records.translated import TranslatedField


def in_rows(model: type[models.Model], fieldsets):
    """Fieldsets in which a translated field is a row of its columns."""
    return [
        (heading, options | {"fields": [_expanded(model, row) for row in options["fields"]]})
        for heading, options in fieldsets
    ]


def _expanded(model, row):
    field = getattr(model, row, None) if isinstance(row, str) else None
    return columns_here(row) if isinstance(field, TranslatedField) else row


def columns_here(field: str) -> tuple[str, ...]:
    """The columns of a translated field, the reader's language first."""
    here = reader_language()
    order = sorted(LANGUAGES, key=lambda language: language != here)
    return tuple(f"{field}_{language}" for language in order)
