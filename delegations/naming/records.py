"""How a record that has a page of its own is named: an official or an institution."""

import datetime as dt

from delegations.naming.days import former_name, name_of_day
from delegations.naming.values import (
    NOTHING,
    NamedInstitution,
    NamedOfficial,
    Reader,
    Wording,
    in_capacity,
)
from forum.records.texts import text_and_language


def known(record, reader: Reader):
    """The record, if there is one and this reader may know of it."""
    return record if record and (reader is Reader.STAFF or record.is_published) else None


def wording(record, field: str) -> Wording:
    """A translated field as the reader sees it."""
    text, language = text_and_language(record, field)
    return Wording(text, language) if text else NOTHING


def office(record) -> Wording:
    """An office as it is held, in the language that the reader sees it in: “acting Rector”."""
    return in_capacity(wording(record, "office"), record.capacity)


def offices(representation) -> list[Wording]:
    """The office, or the two, in which somebody took part."""
    both = office(representation), wording(representation, "also_office")
    return [each for each in both if each]


def official(record, reader: Reader, on: dt.date | None, printed: str = "") -> NamedOfficial | None:
    """A person as called on that day (None: today); None if the reader may not know of them."""
    if known(record, reader) is None:
        return None
    honorific = wording(record, "honorific")
    return NamedOfficial(**_names(record, on, printed), honorific=honorific)


def institution(
    record, reader: Reader, on: dt.date | None, printed: str = ""
) -> NamedInstitution | None:
    """An institution as called on that day (None: today); None if the reader may not know it."""
    if known(record, reader) is None:
        return None
    return NamedInstitution(**_names(record, on, printed), country=record.side)


def _names(record, on: dt.date | None, printed: str) -> dict:
    """Its names of that day; reads the record's `names` only for a day or a printed form."""
    today = wording(record, "name")
    then = (on and name_of_day(record.names.all(), on)) or None
    if then is None and printed:
        then = former_name(record.names.all(), printed)
    name = then or today
    return {
        "name": name,
        "printed": printed if printed != name.text else "",
        "today": today if today.text != name.text else NOTHING,
        "url": record.get_absolute_url() if record.is_published else "",
    }
