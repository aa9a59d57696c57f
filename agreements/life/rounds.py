"""Which days of an agreement's life ask for attention, whatever day it is.

What dates.py and reminders/due.py say as of a day comes from few days, or from grids of days: told
here as months that come round, so that a query finds who has one of them in a month.
"""

import datetime as dt
from dataclasses import dataclass

from agreements.choices import ReminderKind
from agreements.life.dates import certain_end, lives, notice_terms, reviews
from agreements.life.facts import Facts
from agreements.life.months import Grid, add_months, month_number


@dataclass(frozen=True, kw_only=True)
class Round:
    """A day of one month, or of a month in so many: the `phase` is what is left of its number."""

    kind: ReminderKind
    every: int
    phase: int
    # The day of the month; of a shorter month it is the last.
    day: int
    first_on: dt.date
    last_on: dt.date


def rounds(facts: Facts) -> list[Round]:
    """All that may be told of it on any day on which it is known."""
    if not lives(facts, facts.known_on or dt.date.min):
        return []
    end, found = certain_end(facts), []
    if end:
        found.append(_round(ReminderKind.EXPIRING, Grid(anchor=end)))
    if terms := notice_terms(facts):
        found.append(_round(ReminderKind.NOTICE, terms, lead=facts.notice_months or 0))
    if grid := reviews(facts):
        found.append(_round(ReminderKind.REVIEW, grid, until=end))
    return [each for each in found if each.first_on <= each.last_on]


def _round(kind: ReminderKind, grid: Grid, *, lead=0, until: dt.date | None = None) -> Round:
    first, every = add_months(grid.day(0), -lead), grid.period or 0
    month = month_number(first)
    return Round(
        kind=kind,
        every=every,
        phase=month % every if every else month,
        day=31 if grid.whole else grid.anchor.day,
        first_on=first,
        last_on=until or (dt.date.max if every else first),
    )
