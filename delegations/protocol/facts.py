"""What an order of precedence is made of: plain facts, of no record and for no reader."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from delegations.choices import Capacity
from delegations.offices import NEVER, PartialDate
from forum.records.partial_dates import first_day, last_day

# Acting comes after substantive of the same rank (Vienna Convention on Diplomatic Relations,
# art. 19: a chargé d'affaires is so only for the time being); who is elected holds no office
# yet, and an honorary one is none.
CAPACITY_ORDER = (
    ("", Capacity.SUBSTANTIVE),
    (Capacity.ACTING,),
    (Capacity.ELECT,),
    (Capacity.HONORARY,),
)
FAR = dt.date.max


def age(date: PartialDate) -> tuple[dt.date, dt.timedelta]:
    """A key by which the earlier comes first, and what is not known last.

    Of a month or a year the last day counts: what may have been later never comes before what
    was certainly earlier, and of two that end alike the exact one comes first.
    """
    if date.day is None:
        return FAR, dt.timedelta()
    last = last_day(date.day, date.precision)
    return last, last - first_day(date.day, date.precision)


@dataclass(frozen=True)
class Office:
    """An office held for an occasion: its rank in the table of precedence, how and since when."""

    weight: int | None = None
    rank: str = ""
    capacity: str = ""
    since: PartialDate = NEVER

    @property
    def level(self) -> int:
        return next(n for n, each in enumerate(CAPACITY_ORDER) if self.capacity in each)

    @property
    def key(self) -> tuple[int, int, tuple[dt.date, dt.timedelta]]:
        return -(self.weight or 0), self.level, age(self.since)


NO_OFFICE = Office()


@dataclass(frozen=True)
class Fact:
    """`key` is the order of recording too; `label` is how sentences call it, to their reader.

    `place` was given by protocol; `beside` is the key of whoever this one comes with.
    `name` sets its place in the alphabet, and is said only if it `is_told`.
    """

    key: int
    label: str = ""
    name: str = ""
    place: int | None = None
    beside: int | None = None
    is_told: bool = True


@dataclass(frozen=True)
class MemberFact(Fact):
    """`number` is that in the list of the sending side."""

    function: str = ""
    offices: tuple[Office, ...] = ()
    number: int | None = None

    @cached_property
    def office(self) -> Office:
        """Of two offices at once the higher counts."""
        return min(self.offices, key=lambda office: office.key, default=NO_OFFICE)


@dataclass(frozen=True)
class DelegationFact(Fact):
    """`position` is that in protocol's own list, `lot` the number that was drawn."""

    is_host: bool = False
    position: int = 0
    head: MemberFact | None = None
    founded: PartialDate = NEVER
    lot: int | None = None
