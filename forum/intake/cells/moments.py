"""Days and times of a cell: several of them, spans and half-known ones, over the typed readers."""

import datetime as dt
import re
from dataclasses import dataclass

from forum.choices import DatePrecision
from forum.records.partial_dates import last_day
from forum.records.typed import parse_date, parse_time

LONGEST = 500
BETWEEN = r"\s*[-–—―−‒]\s*"
# 18–20.11.2025, 18-20 November 2025, 18.–20. november 2025, с 18 по 20 ноября 2025.
DAYS_OF_A_MONTH = re.compile(
    rf"(?:с\s+|from\s+|kuni\s+)?(?P<first>\d{{1,2}})\.?"
    rf"(?:{BETWEEN}|\s+(?:по|to|until|до|kuni)\s+)"
    r"(?P<last>\d{1,2})(?P<rest>(?:\.\s?|/|\s+)\S.*\d{4}.*)",
    re.IGNORECASE | re.DOTALL,
)
# November 18–20, 2025; 2025 ж. 18–20 қараша.
MONTH_FIRST = re.compile(
    rf"(?P<before>\D+|\d{{4}}\D+)(?P<first>\d{{1,2}}){BETWEEN}(?P<last>\d{{1,2}})"
    r"(?P<rest>(?:\D.*)?)",
    re.DOTALL,
)
ISO_DAYS = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}}){BETWEEN}(\d{{4}}-\d{{2}}-\d{{2}})")
# 30.11–02.12.2025: the first day has no year of its own.
TWO_DAYS = re.compile(
    rf"(?:с\s+|from\s+)?(?P<first>.+?)(?:{BETWEEN}|\s+(?:по|to|until|до|kuni)\s+)(?P<last>.+)",
    re.IGNORECASE | re.DOTALL,
)
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
SEPARATORS = re.compile(r"\s*[;\n\t|]\s*|,\s+(?=\d{1,2}[./\s]|\d{4}-)|\s+(?:and|и|және|ja|&)\s+")
CLOCK = r"\d{1,2}(?:[:.]\d{2}(?::00)?)?"
TIMES = re.compile(
    rf"(?:с|from|в|at|kell|kella|сағат)?\s*(?P<start>{CLOCK})\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"(?:h|ч\.?|-?(?:ден|дан|тен|тан|нен|нан|st))?(?:час(?:ов|а)?)?"
    rf"(?:\s*(?:[-–—―−‒…]|до|to|till|until|kuni|по)?\s*(?P<end>{CLOCK})\s*(?P<end_half>[ap]\.?m\.?)?"
    r"\s*(?:h|ч\.?|-?(?:ға|ге|қа|ке|на|не|ni))?\s*(?:час(?:ов|а)?|дейін)?)?\s*[-–—…]?\.?",
    re.IGNORECASE,
)
HOURS_WITH_SIGN = re.compile(r"(?<=\d)\s?[hч](?=\d{2})", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """The first and the last day that a text names, which are one or the ends of a span.

    A month or a year is its first day in the one and its last in the other.
    """

    first: dt.date
    last: dt.date
    precision: DatePrecision = DatePrecision.DAY


def dates(text: str) -> list[Days]:
    """Read days and spans of days with “;”, “and” or lines between them.

    Raises ValueError if a part of the text is no date.
    """
    if len(text) > LONGEST:
        raise ValueError(text[:LONGEST])
    found = _span(text.strip())
    if found:
        return [found]
    parts = [part for part in SEPARATORS.split(text.strip()) if part]
    if not parts:
        raise ValueError(text)
    return [_days(part) for part in _with_years(parts)]


def _with_years(parts: list[str]) -> list[str]:
    """18 and 20 November 2025: what stands before the last one shares its month and year."""
    last = parts[-1]
    tail = re.sub(r"^\D*\d{1,2}\.?", "", last)
    return [f"{part.rstrip('.')}{tail}" if _is_day(part) else part for part in parts[:-1]] + [last]


def _is_day(part: str) -> bool:
    return part.rstrip(".").isdecimal() and len(part) <= 3


def _days(text: str) -> Days:
    found = _span(text)
    if found is None:
        raise ValueError(text)
    return found


def _span(text: str) -> Days | None:
    """A day, a month or a year alone, or two with a dash between."""
    for read in (_one, _iso, _within_a_month, _month_first, _two):
        found = read(text)
        if found:
            return found
    return None


def _one(text: str) -> Days | None:
    try:
        day, precision = parse_date(text)
    except ValueError:
        return None
    return Days(day, last_day(day, precision), precision)


def _iso(text: str) -> Days | None:
    found = ISO_DAYS.fullmatch(text)
    return _from_to(found[1], found[2]) if found else None


def _within_a_month(text: str) -> Days | None:
    found = DAYS_OF_A_MONTH.fullmatch(text)
    if found is None:
        return None
    return _from_to(found["first"] + found["rest"], found["last"] + found["rest"])


def _month_first(text: str) -> Days | None:
    found = MONTH_FIRST.fullmatch(text)
    if found is None:
        return None
    return _from_to(
        found["before"] + found["first"] + found["rest"],
        found["before"] + found["last"] + found["rest"],
    )


def _two(text: str) -> Days | None:
    """Two dates; a first one without a year has that of the second."""
    found = TWO_DAYS.fullmatch(text)
    year = YEAR.search(found["last"]) if found else None
    if found is None or year is None:
        return None
    first = found["first"]
    if not YEAR.search(first):
        joint = "" if first.endswith(".") else "." if "." in first else " "
        first = f"{first}{joint}{year[0]}"
    return _from_to(first, found["last"])


def _from_to(first: str, last: str) -> Days | None:
    start, end = _one(first.strip()), _one(last.strip())
    if start is None or end is None:
        return None
    if start.precision != end.precision or end.last < start.first:
        return None
    return Days(start.first, end.last, start.precision)


def time_range(text: str) -> tuple[dt.time, dt.time | None]:
    """Read when something begins and, if it is said, ends: 09:00–10:30, с 9.00 до 10.30, 9 am.

    Raises ValueError for what is neither; an hour alone needs another with its minutes.
    """
    plain = HOURS_WITH_SIGN.sub(":", " ".join(text.replace("\u00a0", " ").split()))
    found = TIMES.fullmatch(plain)
    if found is None or not _is_clock(plain, found):
        raise ValueError(text)
    half = found["half"] or found["end_half"]
    start = _time(found["start"], half)
    if found["end"] is None:
        return start, None
    end = _time(found["end"], found["end_half"])
    if found["half"] is None and found["end_half"] and start > end:
        start = _time(found["start"], "am")
    return start, end


def _is_clock(plain: str, found: re.Match[str]) -> bool:
    """Whether something beside bare numbers says that these are times."""
    signs = any(sign in part for part in (found["start"], found["end"] or "") for sign in ":.")
    has_gap = found["end"] is None or not re.fullmatch(r"[\d:.]+", plain)
    return has_gap and (signs or bool(re.search(r"[^\W\d]", plain)))


def _time(clock: str, half: str | None) -> dt.time:
    hours, _sign, minutes = clock.replace(".", ":").partition(":")
    time = parse_time(f"{hours}:{(minutes or '00')[:2]}")
    if half is None:
        return time
    if not 1 <= time.hour <= 12:
        raise ValueError(clock)
    return time.replace(hour=time.hour % 12 + (12 if half[0] in "pP" else 0))
