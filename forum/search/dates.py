"""Days as people write them in a search: by the names of the months in each language."""

import datetime as dt
from functools import lru_cache

from babel.dates import format_date

from forum.choices import DatePrecision
from forum.records.texts import LANGUAGES

# The month as it follows a day, and as it stands alone: «ноября» and «ноябрь».
PATTERNS = {
    DatePrecision.DAY: ("d MMMM y", "LLLL y"),
    DatePrecision.MONTH: ("MMMM y", "LLLL y"),
    DatePrecision.YEAR: ("y",),
}


def written(
    start: dt.date | None, precision: str = DatePrecision.DAY, end: dt.date | None = None
) -> list[tuple[str, str]]:
    """The first and the last day, with their months, in each language; nothing without a date."""
    days = dict.fromkeys(day for day in (start, end) if day)
    return [line for day in days for line in _written(day, precision)]


@lru_cache(maxsize=10_000)
def _written(day: dt.date, precision: str) -> list[tuple[str, str]]:
    return [
        (language, format_date(day, pattern, locale=language))
        for language in LANGUAGES
        for pattern in PATTERNS.get(precision, ())
    ]
