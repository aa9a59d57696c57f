"""Whether there is time to get from one place to the next.

From one building to another it takes LEAST, to leave and to come in, and besides what a car takes
in a town: SPEED along a straight line. Within a building it takes no time, and of places whose
coordinates are not on record nothing is claimed.
"""

import datetime as dt
import math
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from forum.programme.clashes import Taken, in_time

LEAST = dt.timedelta(minutes=15)
SPEED = 20  # Kilometres an hour: with traffic, and roads that are not straight.
EARTH = 6371.0  # Kilometres from its middle.


@dataclass(frozen=True)
class Spot:
    """Where a place is: in which building, and at which degrees north and east."""

    building: Hashable
    north: float | None = None
    east: float | None = None


@dataclass(frozen=True)
class Transfer:
    """That somebody has less time between two things than the way takes."""

    one: Taken
    other: Taken
    needs: dt.timedelta

    @property
    def has(self) -> dt.timedelta:
        return self.other.since - self.one.until


def takes(one: Spot, other: Spot) -> dt.timedelta:
    """How long the way takes, in whole minutes; no time where that is not known."""
    if one.building == other.building:
        return dt.timedelta()
    if None in (one.north, one.east, other.north, other.east):
        return dt.timedelta()
    return LEAST + dt.timedelta(minutes=math.ceil(_kilometres(one, other) / SPEED * 60))


def _kilometres(one: Spot, other: Spot) -> float:
    """Along the surface: the haversine formula."""
    degrees = (one.north or 0, other.north or 0, (other.east or 0) - (one.east or 0))
    first, second, east = map(math.radians, degrees)
    half = math.sin((second - first) / 2) ** 2
    half += math.cos(first) * math.cos(second) * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, half)))


def too_short(taken: Iterable[Taken], spots: Mapping[Hashable, Spot]) -> list[Transfer]:
    """The ways for which somebody has too little time: to each thing from what ends last before."""
    placed = [each for each in taken if each.place in spots]
    return [way for each in in_time(placed).values() for way in _of_one(each, spots)]


def _of_one(taken: list[Taken], spots: Mapping[Hashable, Spot]) -> Iterator[Transfer]:
    for number, other in enumerate(taken):
        before = [each for each in taken[:number] if each.ends and each.until <= other.since]
        if not before:
            continue
        one = max(before, key=lambda each: each.until)
        way = Transfer(one, other, takes(spots[one.place], spots[other.place]))
        if one.what != other.what and way.has < way.needs:
            yield way
