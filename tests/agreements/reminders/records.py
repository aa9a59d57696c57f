"""Agreements that end, and what is to be said of them on a day."""

import datetime as dt

from agreements.choices import ReminderKind as Kind
from agreements.reminders.due import due
from tests.factories import make_agreement

SIGNED = dt.date(2026, 11, 17)
# When nothing was recorded for DORMANT_MONTHS.
DORMANT_ON = dt.date(2028, 11, 17)
END = dt.date(2031, 11, 17)


def days(number):
    return dt.timedelta(days=number)


def make_ending(**fields):
    """Five years from 17 November 2026, without reviews."""
    defaults = {"concluded_on": SIGNED, "term_months": 60, "review_months": None}
    return make_agreement(**defaults | fields)


def make_renewing(**fields):
    """The same, but it renews itself unless notice is given half a year before."""
    return make_ending(**{"renewal": "automatic", "notice_months": 6} | fields)


def told(on, *kinds):
    """(kind, day, stage) of all that is to be said on the day, dormancy aside."""
    kinds = kinds or set(Kind) - {Kind.DORMANT}
    return [(each.kind, each.due_on, each.days_before) for each in due(on) if each.kind in kinds]
