"""How much a list may hold, and what is said of one that holds more."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from forum.records.texts import printable

MOST_ROWS, MOST_COLUMNS = 20_000, 60
LONGEST_CELL = 5_000
MOST_BYTES = 20 * 1024 * 1024


class UnreadableError(ValueError):
    """A text or file that is no list that can be read; its message is a sentence for staff."""


def as_typed(text: str) -> str:
    """What is typed into a cell, without what cannot be printed and what is too much."""
    return printable(text).strip()[:LONGEST_CELL]


def within_limits(rows: Iterable[Iterable[object]]) -> list[list[str]]:
    """The rows that have anything in them, as texts without what cannot be printed.

    Raises UnreadableError if there are too many of them, or a cell is too long.
    """
    kept: list[list[str]] = []
    for row in rows:
        cells = [printable(str(cell)).strip() for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            _refuse_too_much(len(kept), cells)
            kept.append(cells)
    return kept


def _refuse_too_much(before: int, cells: list[str]) -> None:
    if before >= MOST_ROWS:
        text = _("The list has more than %(most)d rows. Split it into several lists.")
        raise UnreadableError(text % {"most": MOST_ROWS})
    if len(cells) > MOST_COLUMNS:
        text = _("A row of the list has more than %(most)d cells. Leave columns out.")
        raise UnreadableError(text % {"most": MOST_COLUMNS})
    if max(map(len, cells)) > LONGEST_CELL:
        text = _("A cell in row %(row)d has more than %(most)d characters.")
        raise UnreadableError(text % {"row": before + 1, "most": LONGEST_CELL})
