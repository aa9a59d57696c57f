"""Dates, times and numbers as people type them, in any of our languages: day first everywhere.

Nothing is guessed: what can be read in two ways, as a year of two digits or 1,500, is refused.
Every reader raises ValueError for what it cannot read.
"""

import datetime as dt
import re
import unicodedata
from decimal import Decimal

from forum.choices import DatePrecision

# What the names of the months begin with in any case, of each month in all languages.
MONTHS = (
    ("january", "jaanuar", "январ", "қаңтар"),
    ("february", "veebruar", "феврал", "ақпан"),
    ("march", "märts", "март", "наурыз"),
    ("april", "aprill", "апрел", "сәуір"),
    ("may", "mai", "май", "мая", "мае", "маю", "мамыр"),
    ("june", "juuni", "июн", "маусым"),
    ("july", "juuli", "июл", "шілде"),
    ("august", "август", "тамыз"),
    ("september", "septemb", "сентябр", "қыркүйек", "қыркүйег"),
    ("october", "oktoob", "октябр", "қазан"),
    ("november", "novemb", "ноябр", "қараша"),
    ("december", "detsemb", "декабр", "желтоқсан"),
)
SHORTEST_NAME = 3  # Jan, янв: with less, June is July.
PRECISIONS = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)
GROUP = 3  # Digits between two separators of thousands.
# What may stand beside the numbers and the month: on the 18th of, 2025 г., 2025 жылғы, 2025. aasta.
FILLERS = re.compile(r"on|in|the|of|st|nd|rd|th|в|во|г|год\w*|ж|жыл\w*|a|aasta\w*")
DATE = re.compile(r"[^\W_]+(?:[\s.,/–-]+[^\W_]+)*[\s.,]*")
TOKEN = re.compile(r"\d+|[^\W\d_]+")
YEAR = re.compile(r"\d{4}")
TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?::00)?|\s?(?:h|ч|сағат)\.?\s?(\d{2})?)", re.IGNORECASE)
NUMBER = re.compile(r"([+-]?\d+)(?:[.,](\d+))?")
# 1,500.50 and 1.500,50: groups of three, and another separator before the fraction.
GROUPED = re.compile(r"([+-]?\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?")
BLANKS = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")


def _plain(text: str) -> str:
    """Letters composed, wide digits and blanks of every kind as ordinary ones."""
    return unicodedata.normalize("NFKC", text).strip()


def parse_date(text: str) -> tuple[dt.date, DatePrecision]:
    """A day, or the first day of a month or a year, and which of them it is."""
    text = _plain(text).casefold()
    if not DATE.fullmatch(text):
        raise ValueError(text)
    tokens = TOKEN.findall(text)
    words = [word for word in tokens if not word.isdecimal() and not FILLERS.fullmatch(word)]
    year, rest = _year_and_rest([token for token in tokens if token.isdecimal()])
    if words:
        (word,) = words
        rest.insert(0, _month(word))
    return _date([year, *rest])


def _year_and_rest(numbers: list[str]) -> tuple[int, list[int]]:
    """The year, which stands first or last, and what is left, the larger unit first."""
    if numbers and YEAR.fullmatch(numbers[0]):
        return int(numbers[0]), [int(number) for number in numbers[1:]]
    if numbers and YEAR.fullmatch(numbers[-1]):
        return int(numbers[-1]), [int(number) for number in reversed(numbers[:-1])]
    raise ValueError(numbers)


def _month(word: str) -> int:
    """The number of the month that a word names, in full in any case or cut short."""
    found = {
        number
        for number, stems in enumerate(MONTHS, 1)
        for stem in stems
        if word.startswith(stem) or (len(word) >= SHORTEST_NAME and stem.startswith(word))
    }
    (number,) = found
    return number


def _date(parts: list[int]) -> tuple[dt.date, DatePrecision]:
    """From year, month and day as far as they are given."""
    if len(parts) > len(PRECISIONS):
        raise ValueError(parts)
    year, month, day = [*parts, 1, 1][:3]
    try:
        return dt.date(year, month, day), PRECISIONS[len(parts) - 1]
    except OverflowError as error:
        raise ValueError(parts) from error


def parse_time(text: str) -> dt.time:
    """A time of day: 10:00, 10.00, 10h, 9h30."""
    found = TIME.fullmatch(_plain(text))
    if found is None:
        raise ValueError(text)
    return dt.time(int(found[1]), int(found[2] or found[3] or 0))


def parse_number(text: str, *, places: int = 2) -> Decimal:
    """A number: 1500,50 or 1 500.50; of two separators the last is the decimal one.

    Whether 1,500 is a fraction can be told only where numbers have that many decimal places.
    """
    text = BLANKS.sub("", _plain(text)).replace("−", "-")
    grouped = GROUPED.fullmatch(text)
    if grouped and (places < GROUP or not NUMBER.fullmatch(text)):
        return Decimal(_ungrouped(*grouped.groups()))
    found = NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return Decimal(".".join(filter(None, found.groups())))


def _ungrouped(whole: str, separator: str, fraction: str | None) -> str:
    """Only what nobody could take for a decimal fraction: 1,500 is refused."""
    groups = whole.split(separator)
    if groups[0].strip("+-") == "0":
        # No thousands begin with a nought.
        return ".".join(groups)
    if fraction is None and len(groups) == 2:
        raise ValueError(whole)
    return "".join(groups) + (f".{fraction}" if fraction else "")
