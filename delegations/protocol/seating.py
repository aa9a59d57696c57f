"""Who sits where, once the order of precedence is known.

The place of honour is at the host's right hand, the next one at the left, and so on outwards by
turns (Foreign Service Institute, “Protocol for the Modern Diplomat”; Chartered Insurance Institute,
“What are the requirements for top table?”). When two sides talk at a long table, each takes one of
its long sides, and their heads sit opposite each other in the middle.

People are given in their order, the first of them first; what they are does not matter here. All
plans are drawn as seen from above.
"""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def outwards(people: Sequence[T]) -> list[T]:
    """From left to right as they sit: the first in the middle, then right and left by turns."""
    return [*people[2::2][::-1], *people[:1], *people[1::2]]


def across(left: Sequence[T], right: Sequence[T]) -> list[tuple[T | None, T | None]]:
    """A long table that stands upright, from top to bottom: who sits on its left and its right.

    Whoever looks right has the right hand below, whoever looks left has it above. The first of
    both sides sit opposite each other, where one side has more people, too.
    """
    lefts, rights = outwards(left), outwards(right)[::-1]
    return list(zip(*_level(lefts, _before(left), rights, _after(right)), strict=True))


def _before(side: Sequence[T]) -> int:
    """How many sit at the left of the first."""
    return max(0, (len(side) - 1) // 2)


def _after(side: Sequence[T]) -> int:
    """How many sit at the right of the first."""
    return len(side) // 2


def _level(
    left: list[T], above_left: int, right: list[T], above_right: int
) -> tuple[list[T | None], list[T | None]]:
    """Both sides with empty places, so that the first of both come to the same height."""
    above = max(above_left, above_right)
    lefts = _padded(left, above - above_left)
    rights = _padded(right, above - above_right)
    longest = max(len(lefts), len(rights))
    return _filled(lefts, longest), _filled(rights, longest)


def _padded(side: list[T], above: int) -> list[T | None]:
    return [*([None] * above), *side]


def _filled(side: list[T | None], length: int) -> list[T | None]:
    return [*side, *([None] * (length - len(side)))]


def round_table(people: Sequence[T]) -> list[T]:
    """A round table from the first on, clockwise: whoever looks inwards has the left hand there.

    The second sits at the right of the first, so comes last.
    """
    return [*people[:1], *people[2::2], *people[1::2][::-1]]


def rows(people: Sequence[T], width: int) -> list[list[T | None]]:
    """Rows before a stage, the front one first, each from left to right and filled outwards.

    A row that is not full has its empty places at both ends.
    """
    if width < 1:
        raise ValueError("A row has at least one place.")
    filled = [people[start : start + width] for start in range(0, len(people), width)]
    return [_centred(outwards(row), width) for row in filled]


def _centred(row: list[T], width: int) -> list[T | None]:
    # The first keeps the middle place: what is left over is empty at the left.
    return _filled(_padded(row, (width - 1) // 2 - (len(row) - 1) // 2), width)
