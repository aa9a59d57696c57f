"""Years as an axis: every year between the first and the last, in spans where they are many."""

from collections.abc import Iterable
from dataclasses import dataclass

# How many years a span may have: what people count in.
STEPS = (1, 5, 10, 25, 50, 100, 500, 1000)


@dataclass(frozen=True)
class Years:
    """A span of years, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last


def spans(years: Iterable[int], most: int) -> list[Years]:
    """Spans of one length that cover the years without a gap, as short as makes at most `most`.

    The first begins with a multiple of the length, so that a decade is one: 1970–1979.
    """
    known = sorted(years)
    if not known:
        return []
    step = next(step for step in STEPS if known[-1] // step - known[0] // step < most)
    return [
        Years(first * step, first * step + step - 1)
        for first in range(known[0] // step, known[-1] // step + 1)
    ]


def ticks(first: int, last: int, most: int) -> list[int]:
    """Years at even distances that end with the last, back to the first or to the next before it.

    At most `most`, but for the one before the first.
    """
    step = next(step for step in STEPS if (last - first) // step < most)
    # To the first, rounded away from the last.
    found = range(last, first - step, -step)
    return [max(year, 1) for year in reversed(found)]
