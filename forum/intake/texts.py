"""A text that was pasted, as rows of cells: from a spreadsheet, a web page, a mail or a note."""

import csv
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import StringIO

from forum.intake.limits import LONGEST_CELL, MOST_BYTES, UnreadableError, within_limits

SEPARATORS = ";,|"
# Of the lines of a table at least so many have as many cells as most of them.
REGULAR = 0.9
BULLET = re.compile(r"\A(?:[-–—*·▪◦‣]\s+|[•●]\s*|\[[ xX]?\]\s+)+(?=\S)")
NUMBER = re.compile(r"\A(?:\d{1,4}[.)]\s+|\(\d{1,4}\)\s+|№\s?\d{1,4}[.)]?\s+)(?=\S)")
MARKDOWN_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
TABLE = re.compile(r"<t(?:able|r)\b", re.IGNORECASE)

Rows = list[list[str]]
# Whether a row names columns.
Heads = Callable[[list[str]], bool]


def rows_of(
    text: str, *, separator: str = "", keeps_numbers: bool = False, heads: Heads | None = None
) -> Rows:
    """The rows of a text; each line is one with a single cell where no table is seen in it.

    A separator that staff name is taken at their word; a line break stands for “none”. With
    `heads` the lines are prose, whose commas part cells only below a row of headings.
    Raises UnreadableError with a sentence if the list is too large.
    """
    readers: dict[str, Callable[[str], Rows | None]] = {
        "": lambda text: _table(text, heads) or _lines(text, keeps_numbers),
        "\n": lambda text: _lines(text, keeps_numbers),
    }
    read = readers.get(separator) or (lambda text: _separated(text, separator))
    return within_limits(read(text) or [])


def _table(text: str, heads: Heads | None) -> Rows | None:
    if TABLE.search(text):
        return _html(text)
    lines = [line for line in text.splitlines() if line.strip()]
    if any(map(MARKDOWN_RULE.fullmatch, lines[:3])) and all("|" in line for line in lines[:1]):
        return [_markdown(line) for line in lines if not MARKDOWN_RULE.fullmatch(line)]
    if "\t" in text:
        return _separated(text, "\t")
    tables = [found for each in SEPARATORS if (found := _regular(text, each))]
    return next((found for found in tables if heads is None or heads(found[0])), None)


def _markdown(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _separated(text: str, separator: str) -> Rows:
    csv.field_size_limit(MOST_BYTES)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnreadableError(str(error)) from error


def _regular(text: str, separator: str) -> Rows | None:
    """The rows, if a separator makes nearly all of them alike: a comma may be a mere comma."""
    if separator not in text:
        return None
    rows = [row for row in _separated(text, separator) if any(cell.strip() for cell in row)]
    widths = [len(row) for row in rows]
    usual = max({*widths}, key=widths.count)
    is_table = len(rows) > 1 and usual > 1 and widths.count(usual) >= REGULAR * len(widths)
    return rows if is_table else None


def _lines(text: str, keeps_numbers: bool) -> Rows:
    found = []
    for line in text.splitlines():
        line = BULLET.sub("", line.strip(), count=1)
        found.append([line if keeps_numbers else NUMBER.sub("", line, count=1)])
    return found


class _Cells(HTMLParser):
    """The cells of all tables of a page, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append("")
            self.is_inside = True
        elif tag in ("br", "p", "li"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self.is_inside = False

    def handle_data(self, data: str) -> None:
        if self.is_inside and len(self.rows[-1][-1]) <= LONGEST_CELL:
            self.rows[-1][-1] += data


def _html(text: str) -> Rows:
    parser = _Cells()
    parser.feed(text)
    parser.close()
    return [list(_plain(row)) for row in parser.rows]


def _plain(row: list[str]) -> Iterator[str]:
    return (" ".join(cell.split()) for cell in row)
