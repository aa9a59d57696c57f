"""The offices of a person on a line of time."""

import datetime as dt

from django.utils.translation import gettext as _

from forum.choices import DatePrecision
from forum.records import charts, partial_dates
from forum.records.texts import said

ROW = 40


def tenure(appointments, on: dt.date) -> dict | None:
    """Draw the offices whose beginning is known, the newest on top; None if fewer than two are."""
    known = [each for each in appointments if each.starts_on]
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


def _office(appointment) -> str:
    return said(appointment, "office")


def _in_words(appointment) -> str:
    begins, precision = appointment.starts_on, appointment.starts_on_precision
    if appointment.is_over:
        ends, end_precision = appointment.ends_on, appointment.ends_on_precision
        span = partial_dates.format_span(begins, precision, ends, end_precision)
    else:
        span = f"{partial_dates.format_partial(begins, precision)} –"
    return f"{_office(appointment)}: {span}"


def _span(appointment, line, on, y) -> charts.Span:
    over = appointment.ends_on_precision == DatePrecision.UNKNOWN
    ends = appointment.ends_on or (
        appointment.starts_on if over else max(on, appointment.starts_on)
    )
    left, right = line.x(appointment.starts_on), line.x(ends)
    is_past = over or (appointment.ends_on is not None and appointment.ends_on < on)
    kind = "span-past" if is_past else "span"
    return charts.Span(kind, left, y, max(round(right - left, 1), 4), 12, _office(appointment))
