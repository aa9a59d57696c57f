"""How many of everything: as many as an archive has in which so many events are recorded."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Forum:
    """What one very large forum has, as far as the whole archive has room for it."""

    delegations: int
    members: int
    items: int
    rooms: int
    agreements: int


@dataclass(frozen=True)
class Size:
    events: int

    @property
    def institutions(self) -> int:
        return self.events * 5

    @property
    def officials(self) -> int:
        return self.events * 25

    @property
    def members(self) -> int:
        return self.events * 100

    @property
    def agreements(self) -> int:
        return self.events * 50

    @property
    def largest(self) -> Forum:
        return Forum(
            delegations=min(40, self.events * 4),
            members=min(300, self.members // 2),
            items=min(900, self.events * 10),
            rooms=min(30, self.events * 3),
            agreements=min(60, self.agreements // 4),
        )


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """A total divided by weights into whole numbers that add up to it."""
    whole = sum(weights)
    ends = [round(total * each / whole) for each in itertools.accumulate(weights)]
    return [end - start for start, end in itertools.pairwise([0, *ends])]
