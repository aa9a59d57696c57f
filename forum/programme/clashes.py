"""Who or what is taken twice at a time: one function over intervals, whatever they are of.

The rules:

- something is taken from its beginning until its end; at the end it is free, so what touches does
  not clash;
- of what has no end on record only the moment is known at which it begins: it clashes with what
  goes on then, or begins then too;
- nothing clashes with itself, nor with what it is a part of;
- what two programmes tell of the same place from the same moment until the same moment is one
  thing that both have in common.

Moments are compared in UTC: two clocks of one zone do not tell on which side of a change they are.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from forum.records.time_zones import there

# For what has no beginning or no end at all, as a time in which somebody cannot come.
EVER = dt.datetime.min.replace(tzinfo=dt.UTC)
FOREVER = dt.datetime.max.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class Taken:
    """That somebody, or a place, is taken by something; moments have their zone.

    `parts_of` is all that it is a part of, `place` where it is, `programme` whose item it is, and
    `people` how many are to come, as far as that is known.
    """

    who: Hashable
    what: Hashable
    begins: dt.datetime
    ends: dt.datetime | None = None
    parts_of: frozenset[Hashable] = field(default=frozenset())
    place: Hashable = None
    programme: Hashable = None
    people: int | None = None

    @cached_property
    def since(self) -> dt.datetime:
        return there(self.begins, dt.UTC)

    @cached_property
    def until(self) -> dt.datetime:
        """Never before it begins: a clock that is put back may say so of a short item."""
        return max(self.since, there(self.ends, dt.UTC)) if self.ends else self.since


@dataclass(frozen=True)
class Clash:
    """That somebody is taken by two things at once; `one` is what begins first."""

    one: Taken
    other: Taken

    @property
    def who(self) -> Hashable:
        return self.one.who


def clashes(taken: Iterable[Taken]) -> list[Clash]:
    """All that clashes, each pair of things once for whom it takes, in the order of time."""
    found: dict[Hashable, Clash] = {}
    for each in in_time(taken).values():
        for one, other in _overlapping(each):
            if not _belong_together(one, other):
                found.setdefault((one.who, frozenset((one.what, other.what))), Clash(one, other))
    return sorted(found.values(), key=lambda clash: (clash.other.since, clash.one.since))


def in_time(taken: Iterable[Taken]) -> dict[Hashable, list[Taken]]:
    """What takes each of them, in the order of time."""
    found = defaultdict(list)
    for each in sorted(taken, key=lambda each: (each.since, each.until)):
        found[each.who].append(each)
    return found


def _overlapping(taken: list[Taken]) -> Iterator[tuple[Taken, Taken]]:
    """The pairs of which the second begins while the first goes on, or with it."""
    for number, one in enumerate(taken):
        for other in taken[number + 1 :]:
            if other.since != one.since and other.since >= one.until:
                break
            yield one, other


def _belong_together(one: Taken, other: Taken) -> bool:
    if one.what == other.what or one.what in other.parts_of or other.what in one.parts_of:
        return True
    return one.programme != other.programme and _when_and_where(one) == _when_and_where(other)


def _when_and_where(taken: Taken) -> tuple[Hashable, ...]:
    """What is the same of two that are one; of what is nowhere, nothing is."""
    return (taken.since, taken.until, taken.place or taken)
