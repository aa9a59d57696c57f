"""Lists of objects in JSON, or one object on each line, as rows of texts."""

import json
from collections.abc import Iterable
from itertools import chain

from django.utils.translation import gettext as _

from forum.intake.limits import MOST_ROWS, UnreadableError, within_limits

# JSON may nest without end; a list that somebody keeps does not.
DEEPEST = 50


def objects_in(text: str) -> list[object] | None:
    """The objects of a JSON file or of one with an object on each line; None if it is neither.

    Raises UnreadableError with a sentence if it begins like JSON and goes on like something else.
    """
    if text.lstrip()[:1] not in ("[", "{"):
        return None
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise UnreadableError(_("The file is nested too deeply.")) from error
    except ValueError:
        return _line_by_line(text)
    return found if isinstance(found, list) else [found]


def _line_by_line(text: str) -> list[object] | None:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines[0].lstrip().startswith("{"):
        return None
    if len(lines) > MOST_ROWS:
        within_limits([each] for each in lines)
    try:
        return [json.loads(line) for line in lines]
    except (RecursionError, ValueError) as error:
        raise UnreadableError(_("The file begins like JSON but is not.")) from error


def rows_of_objects(objects: list[object]) -> list[list[str]]:
    """Rows with a heading for each name: what is a list in an object is joined with spaces."""
    records = [each for each in objects if isinstance(each, dict)]
    headings = list(dict.fromkeys(chain.from_iterable(records)))
    rows = ([_text(record.get(name)) for name in headings] for record in records)
    return within_limits([headings, *rows]) if records else []


def _text(value: object) -> str:
    if isinstance(value, list):
        return " ".join(_texts(value))
    return "" if value is None or isinstance(value, dict) else str(value)


def _texts(values: Iterable[object]) -> Iterable[str]:
    return (str(each) for each in values if isinstance(each, str | int | float))
