"""What an agreement is in the course of time: its statuses, each from a first to a last day.

Only status.py knows which; here time is cut at the days on which its answer can change.
“Expiring” is no period: it depends on a warning time that may be set anew at any moment. A span
says instead which day the warning is about.
"""

import datetime as dt
from dataclasses import dataclass, replace

from agreements.choices import Status
from agreements.life.facts import Facts
from agreements.life.status import final_day, standing_on

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """A status from a first to a last day, both included."""

    status: Status
    first_on: dt.date
    last_on: dt.date
    # So many days before that day as the warning time has, it counts as expiring.
    expires_on: dt.date | None = None


def periods(facts: Facts) -> list[Span]:
    """The whole life in order, from the first day of which anything is known."""
    starts = sorted({dt.date.min, *_changes(facts)})
    lasts = [*(start - DAY for start in starts[1:]), dt.date.max]
    spans: list[Span] = []
    for first, last in zip(starts, lasts, strict=True):
        status, expires_on = standing_on(facts, first)
        before = spans[-1] if spans else None
        if before and (before.status, before.expires_on) == (status, expires_on):
            spans[-1] = replace(before, last_on=last)
        elif status:
            spans.append(Span(status, first, last, expires_on))
    return spans


def _changes(facts: Facts) -> set[dt.date]:
    """The days on which the status can become another."""
    days = {facts.known_on, facts.concluded_on, facts.provisional_on, facts.in_force_on}
    days |= {facts.terminated_on, facts.replaced_on}
    days |= {left for left, _precision in facts.left_on}
    end = final_day(facts)
    days.add(end + DAY if end and end < dt.date.max else None)
    return {day for day in days if day}
