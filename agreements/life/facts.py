"""The plain facts of an agreement that its life follows from."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from agreements.choices import Status
from agreements.life.months import Grid, months_between
from forum.choices import DatePrecision
from forum.records import partial_dates

IN_PART = (DatePrecision.MONTH, DatePrecision.YEAR)
# In an agreement of two, one that leaves ends it; of more, it lives on while two remain.
FEWEST_PARTIES = 2


class Stop(NamedTuple):
    """The first day without effect, how exactly that is known, and what it makes of it."""

    on: dt.date
    precision: str
    status: Status
    # Whether it ends since too few of its parties remain.
    is_deserted: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the status depends on.

    `replaced_on` is the earliest day of a concluded successor, `date.min` if that day is not
    known; so is a day in `left_on` if it is not known when that party left.
    """

    stage: str
    # The first day of which anything is known of it; None: it has always been known.
    known_on: dt.date | None = None
    concluded_on: dt.date | None = None
    concluded_on_precision: str = DatePrecision.DAY
    provisional_on: dt.date | None = None
    provisional_on_precision: str = DatePrecision.DAY
    in_force_on: dt.date | None = None
    in_force_on_precision: str = DatePrecision.DAY
    expires_on: dt.date | None = None
    expires_on_precision: str = DatePrecision.DAY
    terminated_on: dt.date | None = None
    terminated_on_precision: str = DatePrecision.DAY
    term_months: int | None = None
    renewal: str = ""
    renewal_months: int | None = None
    notice_months: int | None = None
    notice_given_on: dt.date | None = None
    review_months: int | None = None
    replaced_on: dt.date | None = None
    # How exactly visitors may be told that day: not at all if the successor is not published.
    replaced_on_precision: str = DatePrecision.DAY
    # How many parties it has or had, and for each that left the first day without it, how exact.
    parties: int = 0
    left_on: tuple[tuple[dt.date, str], ...] = ()

    @property
    def begins_on(self) -> dt.date | None:
        """The day from which its term runs."""
        return self.in_force_on or self.concluded_on

    @property
    def begins_on_precision(self) -> str:
        return self.in_force_on_precision if self.in_force_on else self.concluded_on_precision

    @property
    def last_day(self) -> dt.date | None:
        """The last day, inclusive, of the first term: as stated, else start plus term."""
        return self.terms.day(0) if self.terms else None

    @property
    def period(self) -> int | None:
        """The months by which it renews itself: as stated, else its term."""
        return self.renewal_months or self.term_months

    @property
    def terms(self) -> Grid | None:
        """The last days of its first term and of each that a renewal adds; None without an end.

        They are counted from the beginning, a stated last day too if a number of months leads
        there; what is known only in part ends with its last day.
        """
        if self.expires_on is None:
            return self._from_beginning(self.term_months) if self.term_months else None
        end = partial_dates.last_day(self.expires_on, self.expires_on_precision)
        months = months_between(self.begins_on, end) if self.begins_on else 0
        counted = self._from_beginning(months) if months > 0 else None
        if counted and counted.day(0) == end:
            return counted
        return Grid(anchor=end, period=self.period, whole=self.expires_on_precision in IN_PART)

    def _from_beginning(self, months: int) -> Grid | None:
        """The grid that begins so many months after the last day on which it may have begun."""
        if self.begins_on is None:
            return None
        return Grid(
            anchor=partial_dates.last_day(self.begins_on, self.begins_on_precision),
            first=months,
            period=self.period,
            whole=self.begins_on_precision in IN_PART,
        )

    @property
    def deserted_on(self) -> tuple[dt.date, str] | None:
        """The day from which fewer than two parties remain, and how exactly it is known."""
        number = max(self.parties - FEWEST_PARTIES, 0)
        return sorted(self.left_on)[number] if len(self.left_on) > number else None

    def remaining(self, day: dt.date) -> int:
        """How many parties it has left on that day."""
        return self.parties - sum(left <= day for left, _precision in self.left_on)

    @property
    def stop(self) -> Stop | None:
        """What ends it first before its time, as far as a day is known."""
        stops = []
        if self.terminated_on:
            stops = [Stop(self.terminated_on, self.terminated_on_precision, Status.TERMINATED)]
        if self.deserted_on:
            stops.append(Stop(*self.deserted_on, Status.TERMINATED, is_deserted=True))
        if self.replaced_on:
            stops.append(Stop(self.replaced_on, self.replaced_on_precision, Status.REPLACED))
        return min(stops, key=lambda stop: stop.on, default=None)
