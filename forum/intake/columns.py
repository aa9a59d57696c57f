"""Which declared column each heading of a sheet means, in any of our languages."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

# How alike two spellings of a heading are at least; shorter ones are alike by chance.
ALIKE, SHORTEST_ALIKE = 88, 5
# A first row is a heading if at least so many of its cells are names of columns.
HEADING = 0.5

# For each column all that it is called.
Names = Mapping[str, Iterable[str]]


def plain(heading: str) -> str:
    """A heading without capitals, accents and signs: “E-mail:” is email."""
    letters = unicodedata.normalize("NFKD", heading.casefold()).replace("ё", "е")
    return "".join(each for each in letters if each.isalnum())


def meant(headings: Sequence[str], names: Names) -> list[str]:
    """The column that each heading means, each column once; empty where it cannot be told."""
    called = {column: {plain(name) for name in said} - {""} for column, said in names.items()}
    found = [""] * len(headings)
    for least in (100.0, ALIKE):
        for place, heading in enumerate(map(plain, headings)):
            if heading and not found[place]:
                free = {column: said for column, said in called.items() if column not in found}
                found[place] = _nearest(heading, free, least)
    return found


def _nearest(heading: str, called: Mapping[str, set[str]], least: float) -> str:
    scores = {
        column: max((_likeness(heading, name) for name in said), default=0.0)
        for column, said in called.items()
    }
    best = max(scores, key=lambda column: scores[column], default="")
    return best if best and scores[best] >= least else ""


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 100.0
    is_long = min(len(one), len(other)) >= SHORTEST_ALIKE
    return min(fuzz.ratio(one, other), 99.0) if is_long else 0.0


def is_heading(row: Sequence[str], names: Names) -> bool:
    """Whether a first row names columns, and is no row of the list."""
    cells = [cell for cell in row if cell]
    return bool(cells) and sum(map(bool, meant(row, names))) >= HEADING * len(cells)
