"""Month arithmetic: terms, renewals and reviews, each counted from its original day."""

import calendar
import datetime as dt
from dataclasses import dataclass


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or that month's last day if it is shorter.

    So a term of a year from 29 February ends on 28 February, as Regulation (EEC, Euratom)
    No 1182/71, article 3(2)(c), counts. Negative months lead back. What lies beyond the
    calendar gives its first or last day.
    """
    year, month0 = divmod(date.year * 12 + date.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max if year > 0 else dt.date.min
    last = calendar.monthrange(year, month0 + 1)[1]
    return dt.date(year, month0 + 1, min(date.day, last))


def months_between(date: dt.date, other: dt.date) -> int:
    """How many months the other date's month lies after the date's own."""
    return (other.year - date.year) * 12 + other.month - date.month


def month_number(date: dt.date) -> int:
    """How many months its month lies after the first of the calendar's year 0."""
    return date.year * 12 + date.month - 1


def end_of_month(date: dt.date) -> dt.date:
    return date.replace(day=calendar.monthrange(date.year, date.month)[1])


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The days `first` months after the anchor, then every `period` months.

    Each is counted from the anchor, so that what began on 31 August ends on 28 February and
    half a year later on 31 August again. Of an anchor that is known only by its month or year
    the days stand at the ends of `whole` months.
    """

    anchor: dt.date
    first: int = 0
    # Without a period there is only the first day.
    period: int | None = None
    whole: bool = False

    def day(self, number: int) -> dt.date:
        """The first day of the grid, number 0, or one of those after it."""
        day = add_months(self.anchor, self.first + number * (self.period or 0))
        return end_of_month(day) if self.whole else day

    def next(self, day: dt.date, lead: int = 0) -> dt.date:
        """The first day not yet past; a day is past when `lead` months before it are."""
        if not self.period:
            return self.day(0)
        months = months_between(self.anchor, day) + lead - self.first
        number = max(0, -(-months // self.period))
        if add_months(self.day(number), -lead) >= day:
            return self.day(number)
        return self.day(number + 1)
