"""Month arithmetic that is the same in Python, SQLite and Postgres."""

import calendar
import datetime as dt

from django.db.models import DateField, Func


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


def next_on_grid(anchor: dt.date, period: int, lead: int, day: dt.date, first: int = 0) -> dt.date:
    """The first of the days anchor, anchor + period, anchor + 2 periods … not yet past.

    Periods are months. A day is past when `lead` months before it lie before the given day;
    the first so many of the days do not count. Each is counted from the anchor, so that 31
    January does not become the 28th for good.
    """
    months = (day.year - anchor.year) * 12 + day.month - anchor.month + lead
    steps = max(first, -(-months // period))
    found = add_months(anchor, steps * period)
    if add_months(found, -lead) >= day:
        return found
    return add_months(anchor, (steps + 1) * period)


class AddMonths(Func):
    """add_months() in the database."""

    function = "entente_add_months"
    output_field = DateField()

    def as_postgresql(self, compiler, connection, **context):
        template = """(SELECT CASE
            WHEN d > '9999-12-31' THEN '9999-12-31' WHEN d < '0001-01-01' THEN '0001-01-01' ELSE d
            END::date FROM (VALUES (%(expressions)s * interval '1 month')) AS v(d))"""
        return self.as_sql(
            compiler, connection, template=template, arg_joiner="::timestamp + ", **context
        )


class NextOnGrid(Func):
    """next_on_grid() in the database; NULL without an anchor or a period."""

    function = "entente_next_on_grid"
    arity = 5
    output_field = DateField()

    def as_postgresql(self, compiler, connection, **context):
        template = """(SELECT CASE
            WHEN a IS NULL OR p IS NULL THEN NULL
            WHEN GREATEST(a + (n * p) * m - l * m, '0001-01-01') >= d
            THEN LEAST(a + (n * p) * m, '9999-12-31')
            ELSE LEAST(a + ((n + 1) * p) * m, '9999-12-31') END::date
            FROM (SELECT *, interval '1 month' AS m, GREATEST(f, CEIL((
                (EXTRACT(year FROM d) - EXTRACT(year FROM a)) * 12
                + EXTRACT(month FROM d) - EXTRACT(month FROM a) + l)::numeric / p))::int AS n
            FROM (SELECT w.a::timestamp, w.p::int, w.l::int, w.d::timestamp, w.f::int
            FROM (VALUES (%(expressions)s)) AS w(a, p, l, d, f)) AS v) AS g)"""
        return self.as_sql(compiler, connection, template=template, **context)


class DayBefore(Func):
    """The day before a date."""

    template = "date(%(expressions)s, '-1 day')"
    output_field = DateField()

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template="(%(expressions)s - 1)", **context)


def _add_months_to_text(date: str | None, months: int | None) -> str | None:
    if date is None or months is None:
        return None
    return add_months(dt.date.fromisoformat(date), months).isoformat()


def _next_on_grid_as_text(
    anchor: str | None, period: int | None, lead: int, day: str, first: int
) -> str | None:
    if anchor is None or period is None:
        return None
    day = dt.date.fromisoformat(day)
    return next_on_grid(dt.date.fromisoformat(anchor), period, lead, day, first).isoformat()


def add_month_arithmetic(connection, **kwargs) -> None:
    """Receive connection_created: SQLite's own date arithmetic turns 31 January into 3 March."""
    if connection.vendor != "sqlite":
        return
    functions = {AddMonths: (2, _add_months_to_text), NextOnGrid: (5, _next_on_grid_as_text)}
    for func, (arity, function) in functions.items():
        connection.connection.create_function(func.function, arity, function, deterministic=True)
