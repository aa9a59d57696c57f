"""Month arithmetic that is the same in Python, SQLite and Postgres."""

import calendar
import datetime as dt

from django.db.models import DateField, Func


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or that month's last day if it is shorter.

    So a term of a year from 29 February ends on 28 February, as Regulation (EEC, Euratom)
    No 1182/71, article 3(2)(c), counts. What lies beyond the calendar gives its last day.
    """
    year, month0 = divmod(date.year * 12 + date.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    last = calendar.monthrange(year, month0 + 1)[1]
    return dt.date(year, month0 + 1, min(date.day, last))


class AddMonths(Func):
    """add_months() in the database."""

    function = "entente_add_months"
    output_field = DateField()

    def as_postgresql(self, compiler, connection, **context):
        # LEAST would be shorter, but it overlooks NULL and would give the last day of all.
        sql, params = self.as_sql(
            compiler,
            connection,
            template="(%(expressions)s * interval '1 month')",
            arg_joiner="::timestamp + ",
            **context,
        )
        last = "'9999-12-31'::timestamp"
        return f"(CASE WHEN {sql} > {last} THEN {last} ELSE {sql} END)::date", (*params, *params)


def _add_months_to_text(date: str | None, months: int | None) -> str | None:
    if date is None or months is None:
        return None
    return add_months(dt.date.fromisoformat(date), months).isoformat()


def add_month_arithmetic(connection, **kwargs) -> None:
    """Receive connection_created: SQLite's own date arithmetic turns 31 January into 3 March."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(
            AddMonths.function, 2, _add_months_to_text, deterministic=True
        )
