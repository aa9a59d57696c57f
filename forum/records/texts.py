"""A record's texts as they are written: in the reader's language, and without what cannot be."""

import re
from functools import lru_cache

from django.conf import settings
from django.db.models import Model
from django.utils.translation import get_language

from forum.records.collation import sort_key

LANGUAGES = [code for code, _name in settings.LANGUAGES]
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def printable(text: str) -> str:
    """A text without the control characters that XML forbids and no font can draw."""
    return CONTROL.sub("", text)


def one_line(text: str) -> str:
    """A text for a place that holds one line, as a title in a calendar or a feed."""
    return printable(" ".join(text.split()))


def reader_language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def reading_order(language: str | None = None) -> tuple[str, ...]:
    """The languages in which a reader of that language is shown a text, the best first."""
    return _order(language or reader_language())


# A page has thousands of texts.
@lru_cache(maxsize=64)
def _order(language: str) -> tuple[str, ...]:
    fallbacks = settings.CONTENT_FALLBACKS
    own = [language] if language in LANGUAGES else []
    return tuple(dict.fromkeys([*own, *fallbacks.get(language, fallbacks["default"])]))


def text_in(record: Model, language: str, *fields: str) -> tuple[str, str]:
    """A translated field as a reader of that language sees it, and the language that it is in.

    Of several fields the first one counts that has a text in that language.
    """
    order = reading_order(language)
    for code in order:
        for field in fields:
            if text := getattr(record, f"{field}_{code}"):
                return text, code
    return "", order[0]


def text_and_language(record: Model, field: str) -> tuple[str, str]:
    """A translated field as the reader sees it, and the language that it is in."""
    return text_in(record, reader_language(), field)


def alphabetical(text: str) -> bytes:
    """The place of a text in the alphabet of the one who reads it."""
    return sort_key(text, reader_language())


def said(record: Model | None, field: str) -> str:
    """A translated field as the reader sees it; empty for no record."""
    return text_and_language(record, field)[0] if record else ""
