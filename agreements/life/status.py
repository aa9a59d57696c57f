"""What an agreement is on a day, from its facts alone: the only place that knows.

Rows of `Period` are written from these rules (see periods.py), and queries look them up.

The rules, first match wins:

1. Before anything is known of it, it has no status.
2. A document that is not concluded has the status of its stage.
3. From the day of termination it is terminated; so it is if the day is not known, and from the
   day on which fewer than two of its parties remain.
4. From the day on which a concluded successor takes effect it is replaced.
5. Before it is signed it is under negotiation, unless it is applied or in force already.
6. After its last day, or if that is past but not known, it is expired, unless it renews
   itself or is open-ended.
7. While it is applied provisionally, until it is in force, it is that (Vienna Convention on the
   Law of Treaties, article 25); signed, with an entry into force still to come, it is signed.
8. Within the warning time before its last day it is expiring.
9. It is in force from its entry into force on, and signed where none was recorded.
"""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from agreements.choices import Renewal, Stage, Status
from agreements.life.facts import Facts
from forum.choices import DatePrecision

ENDLESS = (Renewal.AUTOMATIC, Renewal.EVERGREEN)
ENDED = (Status.EXPIRED, Status.TERMINATED, Status.REPLACED)
STATUS_OF_STAGE: Mapping[str, Status] = {
    Stage.PROPOSED: Status.PROPOSED,
    Stage.NEGOTIATION: Status.NEGOTIATION,
    Stage.AGREED: Status.AGREED,
    Stage.INITIALLED: Status.INITIALLED,
    Stage.ABANDONED: Status.ABANDONED,
}


class Standing(NamedTuple):
    """A status, and the day before whose warning time it gives way to “expiring”."""

    status: Status | None
    expires_on: dt.date | None = None


def days_later(day: dt.date, days: int) -> dt.date:
    """The day so many days later, or the last day of the calendar."""
    return day + dt.timedelta(days=min(days, (dt.date.max - day).days))


def days_earlier(day: dt.date, days: int) -> dt.date:
    """The day so many days before, or the first day of the calendar."""
    return day - dt.timedelta(days=min(days, (day - dt.date.min).days))


def status_on(facts: Facts, day: dt.date, expiring_days: int) -> Status | None:
    """The status on that day; `expiring_days` before its end an agreement counts as expiring."""
    status, expires_on = standing_on(facts, day)
    is_expiring = expires_on and expires_on <= days_later(day, expiring_days)
    return Status.EXPIRING if is_expiring else status


def standing_on(facts: Facts, day: dt.date) -> Standing:
    """The status on that day, whatever the warning time is."""
    if facts.known_on and day < facts.known_on:
        return Standing(None)
    if facts.stage != Stage.CONCLUDED:
        return Standing(STATUS_OF_STAGE[facts.stage])
    if is_terminated(facts, day):
        return Standing(Status.TERMINATED)
    if _has_come(facts.replaced_on, day):
        return Standing(Status.REPLACED)
    return _while_it_lives(facts, day)


def is_terminated(facts: Facts, day: dt.date) -> bool:
    some_day = facts.terminated_on_precision == DatePrecision.UNKNOWN
    deserted_on, _precision = facts.deserted_on or (None, "")
    return some_day or _has_come(facts.terminated_on, day) or _has_come(deserted_on, day)


def _while_it_lives(facts: Facts, day: dt.date) -> Standing:
    status = reached(facts, day)
    if facts.concluded_on and facts.concluded_on > day and status == Status.SIGNED:
        return Standing(Status.NEGOTIATION)
    end = final_day(facts)
    if end and end < day:
        return Standing(Status.EXPIRED)
    is_to_come = facts.in_force_on and status != Status.IN_FORCE
    return Standing(status, None if is_to_come else end)


def reached(facts: Facts, day: dt.date) -> Status:
    """How far a concluded agreement has come by that day, as if nothing ended it."""
    begins: Mapping[Status, tuple[dt.date | None, str]] = {
        Status.IN_FORCE: (facts.in_force_on, facts.in_force_on_precision),
        Status.PROVISIONAL: (facts.provisional_on, facts.provisional_on_precision),
    }
    for status, (date, precision) in begins.items():
        if precision == DatePrecision.UNKNOWN or _has_come(date, day):
            return status
    return Status.SIGNED


def final_day(facts: Facts) -> dt.date | None:
    """The day after which it is expired; before all days if it ended on one not known."""
    if facts.renewal in ENDLESS:
        return None
    if facts.expires_on_precision == DatePrecision.UNKNOWN:
        return dt.date.min
    return facts.last_day


def end_of_term(facts: Facts, day: dt.date) -> dt.date | None:
    """The last day of the term that runs on the given day.

    Automatic renewal moves it on by the renewal period, or by the term if none is stated;
    an open-ended agreement has none, nor has one that was terminated or replaced.
    """
    stopped = is_terminated(facts, day) or _has_come(facts.replaced_on, day)
    if facts.terms is None or facts.renewal == Renewal.EVERGREEN or stopped:
        return None
    return facts.terms.next(day) if facts.renewal == Renewal.AUTOMATIC else facts.last_day


def _has_come(date: dt.date | None, day: dt.date) -> bool:
    return date is not None and date <= day
