"""The programme as visitors read it: days, and under each its items, nested as planned."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Item:
    session: object
    items: list["Item"] = field(default_factory=list)


@dataclass
class Day:
    date: dt.date | None
    items: list[Item] = field(default_factory=list)
    timetable: object = None


def by_day(sessions: Iterable) -> list[Day]:
    """Arrange sessions, given in order, into days and trees.

    What stands under an item that is not among them is left out with that item.
    """
    sessions = list(sessions)
    items = {session.pk: Item(session) for session in sessions}
    days: dict[dt.date | None, Day] = {}
    for session in sessions:
        if session.parent_id is None:
            day = days.setdefault(session.day, Day(session.day))
            day.items.append(items[session.pk])
        elif session.parent_id in items:
            items[session.parent_id].items.append(items[session.pk])
    return list(days.values())


def now_and_next(sessions: Iterable, now: dt.datetime) -> tuple[list, list]:
    """What goes on now, and what starts next within a day; both empty before and after."""
    timed = [session for session in sessions if session.begins]
    current = [s for s in timed if s.begins <= now < (s.finishes or s.begins)]
    tomorrow = now + dt.timedelta(days=1)
    coming = [s for s in timed if now < s.begins <= tomorrow]
    first = min((s.begins for s in coming), default=None)
    started = any(s.begins <= now for s in timed)
    return current, [s for s in coming if s.begins == first] if started or current else []
