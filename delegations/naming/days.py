"""Which of a record's names was its name on a day.

A dated name that has ended is what the record was called then, whatever it is called now. One
that is still in use is another form of today's name, and counts only if staff prefer it and the
reader reads its language. Acronyms and misprints are forms of a name, not names of a time.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from django.conf import settings
from django.utils.translation import get_language

from delegations.choices import NameKind
from delegations.naming.values import Wording

NO_NAMES_OF_A_TIME = (NameKind.ACRONYM, NameKind.AS_PRINTED)


class Name(Protocol):
    """One of the names that are on record."""

    pk: int | None
    text: str
    language: str
    kind: str
    is_preferred: bool
    valid_from: dt.date | None
    valid_until: dt.date | None


def name_of_day(names: Iterable[Name], day: dt.date) -> Wording | None:
    """The name of that day, in the reader's language if it has one; None if it is today's."""
    reader = get_language() or settings.LANGUAGE_CODE
    found = [each for each in names if _covers(each, day) and _counts(each, reader)]
    best = min(found, key=lambda each: _rank(each, reader), default=None)
    return Wording(best.text, best.language) if best else None


def former_name(names: Iterable[Name], printed: str) -> Wording | None:
    """The former name, of a time that nobody recorded, that was printed; None if it was none."""
    for each in names:
        if each.kind == NameKind.FORMER and each.text == printed and not _is_dated(each):
            return Wording(each.text, each.language)
    return None


def _is_dated(name: Name) -> bool:
    return bool(name.valid_from or name.valid_until)


def _covers(name: Name, day: dt.date) -> bool:
    begun = name.valid_from is None or name.valid_from <= day
    return _is_dated(name) and begun and (name.valid_until is None or day <= name.valid_until)


def _counts(name: Name, reader: str) -> bool:
    if name.kind in NO_NAMES_OF_A_TIME:
        return False
    return name.valid_until is not None or (name.is_preferred and _is_read(name, reader))


def _is_read(name: Name, reader: str) -> bool:
    return name.language.partition("-")[0] == reader


def _rank(name: Name, reader: str) -> tuple[int, ...]:
    """The reader's own language and script first, then English, then as staff prefer."""
    languages = [name.language != reader, not _is_read(name, reader), name.language != "en"]
    latest = -(name.valid_from or dt.date.min).toordinal()
    return *languages, not name.is_preferred, name.kind != NameKind.FORMER, latest, name.pk or 0
