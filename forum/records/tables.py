"""Tables that a spreadsheet opens."""

import codecs
import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from itertools import chain

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _
from xlsxwriter import Workbook

from forum.records.texts import printable

# What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), full-width signs too.
FORMULA = re.compile(r"[\t\r\n]|[\s\u200b\ufeff]*[=+@＝＋－＠-]")
SEPARATORS = {"comma": ",", "semicolon": ";"}
LABELS = {"comma": _("CSV with commas"), "semicolon": _("CSV with semicolons")}
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767  # Characters, by Excel's specification.
LONGEST_WHOLE = 256 * 1024  # Bytes: a shorter table is sent whole, and may be kept.
FIRST_YEAR = 1900  # A workbook counts the days from its beginning.


def safe(cell) -> str:
    """A cell as text, which no spreadsheet computes."""
    text = printable("" if cell is None else str(cell))
    return f"'{text}" if FORMULA.match(text) else text


def separators() -> list[str]:
    """The names of separators, first the one by which the reader's spreadsheet makes columns.

    Where the comma stands in decimal fractions, spreadsheets expect semicolons.
    """
    names = list(SEPARATORS)
    return names[::-1] if get_format("DECIMAL_SEPARATOR") == "," else names


def csv_response(
    header: Sequence[str], rows: Iterable[Sequence], *, file_name: str, separator: str = ""
) -> HttpResponse | StreamingHttpResponse:
    """Hand out a table as CSV in UTF-8, with the mark by which Excel knows it.

    A long one leaves row by row, as the rows come: it takes as little memory for any number of
    them. The separator is one of SEPARATORS, or else the one of the reader's language.
    """
    delimiter = SEPARATORS.get(separator) or SEPARATORS[separators()[0]]
    lines = _lines(header, rows, delimiter)
    said = {"content_type": CSV, "headers": _attached(file_name)}
    begun: list[bytes] = []
    size = 0
    for line in lines:
        begun.append(line)
        size += len(line)
        if size > LONGEST_WHOLE:
            return StreamingHttpResponse(chain(begun, lines), **said)
    return HttpResponse(b"".join(begun), **said)


def _lines(header: Sequence[str], rows: Iterable[Sequence], delimiter: str) -> Iterator[bytes]:
    table = StringIO(newline="")
    writer = csv.writer(table, delimiter=delimiter)
    yield codecs.BOM_UTF8
    for row in chain([header], rows):
        writer.writerow([safe(cell) for cell in row])
        yield table.getvalue().encode()
        table.seek(table.truncate(0))


def separator_of(request: HttpRequest) -> str:
    """The separator that the address asks for, if it asks for one."""
    return request.GET.get("separator", "")


def xlsx_response(
    header: Sequence[str], rows: Iterable[Sequence], *, file_name: str
) -> HttpResponse:
    """Hand out a table as a workbook of one sheet: dates as dates, all else as text."""
    content = BytesIO()
    # Each row goes to disk before the next one is made.
    with Workbook(content, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.freeze_panes(1, 0)
        bold = workbook.add_format({"bold": True})
        iso = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, bold)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                _write(sheet, number, column, value, iso)
    headers = _attached(file_name)
    return HttpResponse(content.getvalue(), content_type=XLSX, headers=headers)


def _write(sheet, row: int, column: int, value, iso) -> None:
    if isinstance(value, dt.date) and value.year >= FIRST_YEAR:
        sheet.write_datetime(row, column, value, iso)
    else:  # Never as what the text might be taken for.
        sheet.write_string(row, column, printable(str(value or ""))[:LONGEST_CELL])


def _attached(file_name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{file_name}"'}
