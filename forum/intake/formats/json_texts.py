"""Objects of a JSON text one by one, so that a large file is never in memory twice.

An array, objects on lines of their own, and a single object are all read in the same way.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from forum.intake.limits import UnreadableError

BETWEEN = re.compile(r"[\s,]*")
BYTE_ORDER_MARK = "\ufeff"

Record = dict[str, object]


def objects(text: str) -> Iterator[object]:
    """The values of an array or of the lines. Raises UnreadableError where it is no JSON."""
    decoder = json.JSONDecoder()
    place = BETWEEN.match(text, len(BYTE_ORDER_MARK) * text.startswith(BYTE_ORDER_MARK)).end()  # type: ignore[union-attr]
    is_array = text.startswith("[", place)
    place = _next(text, place + is_array)
    while place < len(text) and not (is_array and text[place] == "]"):
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            sentence = _("The file cannot be read: line %(line)d is no JSON.")
            line = text.count("\n", 0, place) + 1
            raise UnreadableError(sentence % {"line": line}) from error
        yield value
        place = _next(text, place)


def _next(text: str, place: int) -> int:
    found = BETWEEN.match(text, place)
    return found.end() if found else place


def records(text: str) -> Iterator[Record]:
    """The objects with names that a text has; anything else between them is left out."""
    return (each for each in objects(text) if isinstance(each, dict))


def first_record(text: str) -> Record:
    """The first object, to tell a format by; empty if there is none."""
    if text.lstrip(" \t\r\n\ufeff")[:1] not in ("[", "{"):
        return {}
    try:
        return next((each for each in islice(objects(text), 1) if isinstance(each, dict)), {})
    except UnreadableError:
        return {}


def plain(value: object) -> str:
    """A text or number on one line; nothing for what is neither."""
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return " ".join(str(value).split()) if is_plain else ""


def listed(value: object) -> list[object]:
    """A value that may be one or a list of them."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def inner(value: object) -> Record:
    """A value that should be an object."""
    return value if isinstance(value, dict) else {}


def inners(value: object) -> list[Record]:
    """The objects of a list."""
    return [each for each in listed(value) if isinstance(each, dict)]


def filled(row: dict[str, str]) -> dict[str, str]:
    """A row without what is not said."""
    return {column: text for column, text in row.items() if text}
