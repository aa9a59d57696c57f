"""What an agreement is on a day, from its facts alone.

The queryset's with_status() says the same in SQL; a test holds the two equal.

The rules, first match wins:

1. A document that is not concluded has the status of its stage.
2. From the day of termination it is terminated; so it is if the day is not known.
3. From the day on which a concluded successor takes effect it is replaced.
4. Before it is signed it is under negotiation, unless it is in force already.
5. After its last day, or if that is past but not known, it is expired, unless it renews
   itself or is open-ended.
6. Signed, with an entry into force still to come, it is signed.
7. Within the warning time before its last day it is expiring.
8. It is in force from its entry into force on, and signed where none was recorded.
"""

import datetime as dt
from dataclasses import dataclass

from agreements.choices import Renewal, Stage, Status
from agreements.life.months import add_months, next_on_grid
from forum.choices import DatePrecision

ENDLESS = (Renewal.AUTOMATIC, Renewal.EVERGREEN)
ENDED = (Status.EXPIRED, Status.TERMINATED, Status.REPLACED)
STATUS_OF_STAGE = {
    Stage.PROPOSED: Status.PROPOSED,
    Stage.NEGOTIATION: Status.NEGOTIATION,
    Stage.AGREED: Status.AGREED,
    Stage.INITIALLED: Status.INITIALLED,
    Stage.ABANDONED: Status.ABANDONED,
}


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the status depends on; `replaced_on` is the earliest day of a concluded successor,
    `date.min` if that day is not known."""

    stage: str
    concluded_on: dt.date | None = None
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

    @property
    def begins_on(self) -> dt.date | None:
        """The day from which its term runs."""
        return self.in_force_on or self.concluded_on

    @property
    def last_day(self) -> dt.date | None:
        """The last day, inclusive, of the first term: as stated, else start plus term."""
        if self.expires_on or not (self.begins_on and self.term_months):
            return self.expires_on
        return add_months(self.begins_on, self.term_months)

    @property
    def period(self) -> int | None:
        """The months by which it renews itself: as stated, else its term."""
        return self.renewal_months or self.term_months

    def is_cut_short(self, day: dt.date) -> bool:
        """Whether it was terminated or replaced by that day."""
        return self.is_terminated(day) or _has_come(self.replaced_on, day)

    def is_terminated(self, day: dt.date) -> bool:
        some_day = self.terminated_on_precision == DatePrecision.UNKNOWN
        return some_day or _has_come(self.terminated_on, day)


def days_later(day: dt.date, days: int) -> dt.date:
    """The day so many days later, or the last day of the calendar."""
    return day + dt.timedelta(days=min(days, (dt.date.max - day).days))


def end_of_term(facts: Facts, day: dt.date) -> dt.date | None:
    """The last day of the term that runs on the given day.

    Automatic renewal moves it on by the renewal period, or by the term if none is stated;
    an open-ended agreement has none, nor has one that was terminated or replaced.
    """
    end = facts.last_day
    if end is None or facts.renewal == Renewal.EVERGREEN or facts.is_cut_short(day):
        return None
    period = facts.period
    if facts.renewal != Renewal.AUTOMATIC or not period:
        return end
    return next_on_grid(end, period, 0, day)


def _has_come(date: dt.date | None, day: dt.date) -> bool:
    return date is not None and date <= day


def status_on(facts: Facts, day: dt.date, expiring_days: int) -> Status:
    """The status on that day; `expiring_days` before its end an agreement counts as expiring."""
    if facts.stage != Stage.CONCLUDED:
        return STATUS_OF_STAGE[facts.stage]
    if facts.is_terminated(day):
        return Status.TERMINATED
    if _has_come(facts.replaced_on, day):
        return Status.REPLACED
    return _status_while_it_lives(facts, day, expiring_days)


def _status_while_it_lives(facts: Facts, day: dt.date, expiring_days: int) -> Status:
    in_force = facts.in_force_on_precision == DatePrecision.UNKNOWN or _has_come(
        facts.in_force_on, day
    )
    if facts.concluded_on and facts.concluded_on > day and not in_force:
        return Status.NEGOTIATION
    end = _final_day(facts)
    if end and end < day:
        return Status.EXPIRED
    if facts.in_force_on and not in_force:
        return Status.SIGNED
    if end and end <= days_later(day, expiring_days):
        return Status.EXPIRING
    return Status.IN_FORCE if in_force else Status.SIGNED


def _final_day(facts: Facts) -> dt.date | None:
    """The day after which it is expired; before all days if it ended on one not known."""
    if facts.renewal in ENDLESS:
        return None
    if facts.expires_on_precision == DatePrecision.UNKNOWN:
        return dt.date.min
    return facts.last_day
