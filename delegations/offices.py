"""When an office was held: from its own days, as long as its body and the one who held it lasted.

Plain dates as records keep them: what begins is stored as the first day of a month or year that
is known alone, what ends as the last.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from forum.choices import DatePrecision
from forum.records.partial_dates import format_on, format_since, format_until


@dataclass(frozen=True)
class PartialDate:
    """A day as far as it is known; none of an exact day is: it did not happen, as far as known."""

    day: dt.date | None = None
    precision: str = DatePrecision.DAY

    def __bool__(self) -> bool:
        return self.day is not None or self.precision == DatePrecision.UNKNOWN

    @property
    def cases(self) -> dict[str, str]:
        """How it stands in a sentence: after “since”, after “until”, or with its preposition."""
        return {
            "since": format_since(self.day, self.precision),
            "until": format_until(self.day, self.precision),
            "on": format_on(self.day, self.precision),
        }


NEVER = PartialDate()
SOME_DAY = PartialDate(precision=DatePrecision.UNKNOWN)


@dataclass(frozen=True)
class Tenure:
    """All that bounds an office: its own days, those of its body, and its holder's death."""

    begins: PartialDate = NEVER
    ends: PartialDate = NEVER
    founded: PartialDate = NEVER
    closed: PartialDate = NEVER
    died: PartialDate = NEVER

    @property
    def end(self) -> PartialDate:
        """When it ended: on its own day or with the body or the person, whatever came first."""
        if self.ends == SOME_DAY:
            return SOME_DAY
        known = [(end.day, end) for end in (self.ends, self.closed, self.died) if end.day]
        if known:
            return min(known, key=lambda one: one[0])[1]
        return SOME_DAY if SOME_DAY in (self.closed, self.died) else NEVER


def why_not_held(tenure: Tenure, first: dt.date, last: dt.date) -> str:
    """Why an office was held on none of these days, in a sentence; empty if it may have been."""
    reasons = [
        (_after(tenure.begins, last), _("It is on record only from %(since)s."), tenure.begins),
        (_before(tenure.ends, first), _("It is on record only until %(until)s."), tenure.ends),
        (_after(tenure.founded, last), _("The body was founded later, %(on)s."), tenure.founded),
        (_before(tenure.closed, first), _("The body had closed before, %(on)s."), tenure.closed),
        (_before(tenure.died, first), _("The person had died %(on)s."), tenure.died),
    ]
    return next((text % date.cases for applies, text, date in reasons if applies), "")


def _after(date: PartialDate, day: dt.date) -> bool:
    return date.day is not None and date.day > day


def _before(date: PartialDate, day: dt.date) -> bool:
    return date.day is not None and date.day < day
