"""Dates that history gives only in part: a date and how much of it is known.

A month or a year is stored as its first day where something begins or happens, and as
its last day where something ends, so that sorting and “until when” need no special case.
"""

import calendar
import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from babel.dates import format_date, format_interval, format_skeleton, format_timedelta
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from forum.choices import DatePrecision
from forum.records.date_cases import BY, ON, SINCE, UNTIL, inflect

SKELETONS: Mapping[str, str] = {
    DatePrecision.DAY: "yMMMMd",
    DatePrecision.MONTH: "yMMMM",
    DatePrecision.YEAR: "y",
}
ISO_LENGTH: Mapping[str, int] = {
    DatePrecision.DAY: 10,
    DatePrecision.MONTH: 7,
    DatePrecision.YEAR: 4,
}


def first_day(date: dt.date, precision: str) -> dt.date:
    """The first day of the month or year that a partial date stands for."""
    if precision == DatePrecision.YEAR:
        return date.replace(month=1, day=1)
    return date.replace(day=1) if precision == DatePrecision.MONTH else date


def last_day(date: dt.date, precision: str) -> dt.date:
    """The last day of the month or year that a partial date stands for."""
    if precision == DatePrecision.YEAR:
        return date.replace(month=12, day=31)
    if precision == DatePrecision.MONTH:
        return date.replace(day=calendar.monthrange(date.year, date.month)[1])
    return date


def days_within(
    start: dt.date | None, precision: str, end: dt.date | None = None
) -> tuple[dt.date, dt.date] | None:
    """The first and last day on which it can have been; None if nothing is known."""
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    return first_day(first, precision), last_day(last, precision)


def _language() -> str:
    return get_language() or "en"


def _locale() -> str:
    """The reader's language; English dates are written day first, as in Europe."""
    return "en_GB" if _language() == "en" else _language()


def format_partial(date: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """Write a date by itself in the reader's language, only as exactly as it is known."""
    if precision == DatePrecision.UNKNOWN:
        return _("date not known")
    if date is None:
        return ""
    return _written(date, precision, _locale())


# A page says the same dates again and again, and CLDR's patterns take long to follow.
@lru_cache(4096)
def _written(date: dt.date, precision: str, locale: str) -> str:
    if precision == DatePrecision.DAY:
        return format_date(date, "long", locale=locale)
    return format_skeleton(SKELETONS[precision], date, locale=locale)


@lru_cache(4096)
def _interval(start: dt.date, end: dt.date, precision: str, locale: str) -> str:
    return format_interval(start, end, SKELETONS[precision], locale=locale)


def format_until(date: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """Write the last day, included, as it stands after “until”, «по», „kuni“, before «дейін»."""
    return inflect(date, precision, UNTIL, _language())


def format_since(date: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """Write a first day as it stands after “since” or “from”, «с», „alates“, before «бастап»."""
    return inflect(date, precision, SINCE, _language())


def format_by(date: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """Write a deadline: after “by”, «не позднее», „hiljemalt“, before «кешіктірмей»."""
    return inflect(date, precision, BY, _language())


def format_on(date: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """Write when something is, with the preposition if the language has one."""
    return inflect(date, precision, ON, _language())


def as_iso(date: dt.date | None, precision: str = DatePrecision.DAY) -> str:
    """Write a date as ISO 8601 does, as exactly as it is known: 2025-11-18, 2025-11 or 2025."""
    return date.isoformat()[: ISO_LENGTH.get(precision, 0)] if date else ""


def as_typed(date: dt.date | None, precision: str) -> dt.date | str | None:
    """A date as staff would type it: 2025, 11.2025; an exact day as it is."""
    if date and precision == DatePrecision.YEAR:
        return f"{date.year:04}"
    return f"{date.month:02}.{date.year:04}" if date and precision == DatePrecision.MONTH else date


def format_range(
    start: dt.date | None, end: dt.date | None, precision: str = DatePrecision.DAY
) -> str:
    """Write a span of days (months, years) in the reader's language, without repetition."""
    if start is None or end is None or precision == DatePrecision.UNKNOWN:
        return format_partial(start or end, precision)
    if first_day(start, precision) == first_day(end, precision):
        return format_partial(start, precision)
    return _interval(start, end, precision, _locale())


def format_span(start: dt.date, precision: str, end: dt.date | None, end_precision: str) -> str:
    """Write a span of which beginning and end are each known in their own way."""
    if precision == end_precision:
        return format_range(start, end, precision)
    return f"{format_partial(start, precision)} – {format_partial(end, end_precision)}"


def format_day(date: dt.date) -> str:
    """Write a day of a programme with its weekday."""
    return format_date(date, "full", locale=_locale())


def format_short_day(date: dt.date) -> str:
    """Write a day and its month, as short as the language has it."""
    return format_skeleton("MMMd", date, locale=_locale())


def format_period(months: int) -> str:
    """Write a period in months, or in years if it is whole years."""
    if months % 12:
        return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}
    return ngettext("%(n)d year", "%(n)d years", months // 12) % {"n": months // 12}


def format_distance(days: int) -> str:
    """Write how far a day is away, always in days: “in 30 days”, “3 days ago”."""
    if days == 0:
        return pgettext("how far a day is away", "today")
    # A threshold so high that no number of days becomes a month.
    return format_timedelta(
        dt.timedelta(days), "day", threshold=10**7, add_direction=True, locale=_locale()
    )
