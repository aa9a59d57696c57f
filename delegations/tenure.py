"""The offices of a person on a line of time."""

import datetime as dt

from django.utils.translation import gettext as _

from delegations.naming import NamedOffice
from forum.choices import DatePrecision
from forum.records import charts, partial_dates

ROW = 40


def tenure(offices: list[NamedOffice], on: dt.date) -> dict | None:
    """Draw the offices whose beginning is known, the newest on top; None if fewer than two are."""
    known = [each for each in offices if each.starts_on]
    if len(known) < 2:
        return None
    days = [on, *(day for each in known for day in (each.starts_on, each.ends_on) if day)]
    line = charts.TimeLine.around(days, before=120, after=200)
    base = 24 + ROW * len(known)
    return {
        "title": _("Offices over time"),
        "description": "; ".join(_in_words(each) for each in known),
        "height": base + 24,
        "base": base,
        "years": line.years(),
        "spans": [_span(each, line, on, 40 + ROW * row) for row, each in enumerate(known)],
        "today_x": line.x(on),
    }


def _in_words(office: NamedOffice) -> str:
    begins, precision = office.starts_on, office.starts_on_precision
    if office.is_over:
        ends, end_precision = office.ends_on, office.ends_on_precision
        span = partial_dates.format_span(begins, precision, ends, end_precision)
    else:
        span = f"{partial_dates.format_partial(begins, precision)} –"
    return f"{office.office}: {span}"


def _span(office: NamedOffice, line, on, y) -> charts.Span:
    over = office.ends_on_precision == DatePrecision.UNKNOWN
    ends = office.ends_on or (office.starts_on if over else max(on, office.starts_on))
    left, right = line.x(office.starts_on), line.x(ends)
    is_past = over or (office.ends_on is not None and office.ends_on < on)
    kind = "span-past" if is_past else "span"
    return charts.Span(kind, left, y, max(round(right - left, 1), 4), 12, str(office.office))
