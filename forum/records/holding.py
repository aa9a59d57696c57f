"""Until when a page holds that depends on more than the day of the site.

Where an event takes place a day may begin earlier or later, and a programme tells what is on now.
Whoever says so tells it here, and whoever keeps a page learns until when it may.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.utils import timezone

DAY = dt.timedelta(days=1)


@dataclass
class Holding:
    """What was said on a page since `since`: of today in which zones, and until when."""

    since: dt.datetime
    zones: set[dt.tzinfo] = field(default_factory=set)
    moments: list[dt.datetime] = field(default_factory=list)

    @property
    def until(self) -> dt.datetime | None:
        """The first moment at which something else is to be said; None if the day alone rules."""
        midnights = [_midnight_after(self.since.astimezone(zone)) for zone in self.zones]
        return min([*midnights, *(m for m in self.moments if m > self.since)], default=None)


_holding: ContextVar[Holding | None] = ContextVar("holding", default=None)


@contextmanager
def noting() -> Iterator[Holding]:
    """Note until when what is said inside holds."""
    holding = Holding(timezone.now())
    token = _holding.set(holding)
    try:
        yield holding
    finally:
        _holding.reset(token)


def today_in(zone: dt.tzinfo) -> dt.date:
    """Today in a time zone."""
    if holding := _holding.get():
        holding.zones.add(zone)
    return timezone.localdate(timezone=zone)


def holds_until(moments: Iterable[dt.datetime]) -> None:
    """Say that from the first of these moments that is to come, something else is so."""
    if holding := _holding.get():
        holding.moments += moments


def _midnight_after(moment: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(moment.date() + DAY, dt.time.min, tzinfo=moment.tzinfo)
