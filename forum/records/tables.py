"""Tables that a spreadsheet opens."""

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from forum.records.texts import printable

# What makes a spreadsheet take a cell for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767  # Characters, by Excel's specification.


def safe(cell) -> str:
    """A cell as text, which no spreadsheet computes."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_response(
    header: Sequence[str], rows: Iterable[Sequence], *, file_name: str
) -> HttpResponse:
    """Hand out a table as CSV in UTF-8, with the mark by which Excel knows it."""
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerows([safe(cell) for cell in row] for row in (header, *rows))
    return _attachment(table.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", file_name)


def xlsx_response(
    header: Sequence[str], rows: Iterable[Sequence], *, file_name: str
) -> HttpResponse:
    """Hand out a table as a workbook of one sheet: dates as dates, all else as text."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.freeze_panes = "A2"
    for row in (header, *rows):
        sheet.append([_cell(sheet, value, is_head=row is header) for value in row])
    content = BytesIO()
    workbook.save(content)
    return _attachment(content.getvalue(), XLSX, file_name)


def _cell(sheet, value, *, is_head: bool) -> WriteOnlyCell:
    if isinstance(value, dt.date):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, "")
    # Set after the type would be guessed: a text that begins with “=” stays a text.
    cell._value, cell.data_type = printable(str(value or ""))[:LONGEST_CELL], "s"
    cell.font = Font(bold=is_head)
    return cell


def _attachment(content: bytes, content_type: str, file_name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
