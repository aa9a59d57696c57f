"""Days in a text, in four languages; cities are names like others."""

import datetime as dt
import re
from collections.abc import Iterator

from config.desk.article.reading.marks import Mark, State, What
from forum.choices import DatePrecision
from forum.records.partial_dates import as_iso
from forum.records.typed import MONTHS, parse_date

MONTH = "|".join(sorted((stem for stems in MONTHS for stem in stems), key=len, reverse=True))
DAY, TO = r"(?P<day>\d{1,2})", r"\s?(?:[-–—]|to|по|kuni)\s?"
LAST = rf"(?:\.?{TO}(?P<last>\d{{1,2}}))?"
YEAR = r"(?P<year>(?:19|20)\d{2})(?:\.?\s(?:год\w*|жыл\w*|aasta\w*))?"
PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 17–19 November 2025, 17. novembril 2025, 17 ноября
        rf"\b{DAY}{LAST}(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<month>(?:{MONTH})\w*)\.?(?:,?\s{YEAR})?",
        # November 17, 2025
        rf"\b(?P<month>(?:{MONTH})\w*)\s{DAY}{LAST}(?:st|nd|rd|th)?\b(?:,?\s{YEAR})?",
        # 2025 жылғы 17–19 қарашада
        rf"\b{YEAR}(?:\s?ж\.)?\s{DAY}{LAST}[-\s]+(?P<month>(?:{MONTH})\w*)",
        # 17.11.2025, 2025-11-17
        rf"\b(?P<plain>\d{{1,2}}\.\d{{1,2}}\.{YEAR}|(?:19|20)\d{{2}}-\d{{2}}-\d{{2}})\b",
        # November 2025
        rf"(?<!\d\s)(?<!\d\.\s)\b(?P<month>(?:{MONTH})\w*)\s{YEAR}",
    )
]


def dates(text: str, year: int | None) -> Iterator[Mark]:
    """The days and months that a text names; a day without a year is in the given one.

    The value is the date as ISO writes it, of several days the first and the last.
    """
    for pattern in PATTERNS:
        for found in pattern.finditer(text):
            if value := _value(found.groupdict(), year):
                state = State.KNOWN if found.groupdict().get("year") else State.DOUBTFUL
                state = State.KNOWN if "plain" in found.groupdict() else state
                yield Mark(found.start(), found.end(), What.DATE, found[0], state, value=value)


def _value(parts: dict[str, str | None], year: int | None) -> str:
    of_year = parts.get("year") or (str(year) if year else "")
    try:
        if plain := parts.get("plain"):
            return as_iso(*parse_date(plain))
        if not of_year:
            return ""
        first = _written(parts.get("day"), parts["month"], of_year)
        last = parts.get("last")
        return f"{first}/{_written(last, parts['month'], of_year)}" if last else first
    except ValueError:
        return ""


def _written(day: str | None, month: str | None, year: str) -> str:
    return as_iso(*parse_date(f"{day or ''} {month} {year}"))


def span_of(value: str) -> tuple[dt.date, dt.date | None, str]:
    """The first day, the last if there are several, and how exactly they are known."""
    first, _slash, last = value.partition("/")
    day, precision = parse_date(first)
    return day, parse_date(last)[0] if last else None, DatePrecision(precision)
