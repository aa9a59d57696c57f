"""The programme as visitors read it: days, and under each its items, nested as planned."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

# So long before it begins an item is said to come next.
AHEAD = dt.timedelta(days=1)


class Slot(Protocol):
    """What has a time, as far as it is planned."""

    @property
    def begins(self) -> dt.datetime | None: ...

    @property
    def finishes(self) -> dt.datetime | None: ...


class Session(Slot, Protocol):
    """What is planned: on a day, in a place, alone or as a part of something."""

    pk: int
    parent_id: int | None
    day: dt.date | None
    venue: object


@dataclass
class Item:
    session: Session
    items: list["Item"] = field(default_factory=list)

    @property
    def keys(self) -> list[int]:
        """Of itself and of all that stands under it."""
        return [self.session.pk, *(key for item in self.items for key in item.keys)]


@dataclass
class Day:
    date: dt.date | None
    items: list[Item] = field(default_factory=list)
    timetable: object = None


def by_day(sessions: Iterable[Session]) -> list[Day]:
    """Arrange sessions, given in order, into days and trees.

    What stands under an item that is not among them is left out with that item.
    """
    days: dict[dt.date | None, Day] = {}
    for item in _nested(sessions).values():
        if item.session.parent_id is None:
            day = days.setdefault(item.session.day, Day(item.session.day))
            day.items.append(item)
    return list(days.values())


def item_of(sessions: Iterable[Session], pk: int) -> Item | None:
    """The item of that key with what stands under it; None if it is not among the sessions."""
    return _nested(sessions).get(pk)


def _nested(sessions: Iterable[Session]) -> dict[int, Item]:
    """Each session's item by its key, in the order given."""
    items = {session.pk: Item(session) for session in sessions}
    for item in items.values():
        if item.session.parent_id in items:
            items[item.session.parent_id].items.append(item)
    return items


def now_and_next(sessions: Iterable[Slot], now: dt.datetime) -> tuple[list[Slot], list[Slot]]:
    """What goes on now, and what starts next within a day; both empty before and after."""
    timed = [(session.begins, session) for session in sessions if session.begins]
    current = [s for begins, s in timed if begins <= now < (s.finishes or begins)]
    coming = [(begins, s) for begins, s in timed if now < begins <= now + AHEAD]
    first = min((begins for begins, _s in coming), default=None)
    started = any(begins <= now for begins, _s in timed)
    return current, [s for begins, s in coming if begins == first] if started or current else []


def turns(sessions: Iterable[Slot], now: dt.datetime) -> Iterator[dt.datetime]:
    """The moments to come at which something else is on, or comes next."""
    for session in sessions:
        if (begins := session.begins) and begins > now:
            yield from (begins - AHEAD, begins)
        if begins and session.finishes:
            yield session.finishes
