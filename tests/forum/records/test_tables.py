import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from forum.records.tables import csv_response, xlsx_response

HEAD = ["Title", "Day"]


def sheet_of(response):
    return load_workbook(BytesIO(response.content)).active


def test_a_csv_file_begins_with_the_mark_of_utf_8():
    response = csv_response(HEAD, [["Қазақстан", dt.date(2025, 11, 18)]], file_name="t.csv")

    assert response.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
    assert rows == [HEAD, ["Қазақстан", "2025-11-18"]]
    assert response["Content-Disposition"] == 'attachment; filename="t.csv"'


@pytest.mark.parametrize("text", ["=1+1", "+7 727", "-x", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_taken_for_a_formula(text):
    as_csv = csv_response(HEAD, [[text, ""]], file_name="t.csv").content.decode("utf-8-sig")
    cell = sheet_of(xlsx_response(HEAD, [[text, ""]], file_name="t.xlsx"))["A2"]

    assert list(csv.reader(StringIO(as_csv, newline="")))[1][0] == f"'{text}"
    assert cell.data_type != "f"


def test_a_workbook_has_dates_as_dates_and_a_head_that_stays():
    sheet = sheet_of(xlsx_response(HEAD, [["A", dt.date(2025, 11, 18)]], file_name="t.xlsx"))

    assert sheet["B2"].value.date() == dt.date(2025, 11, 18)
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"


def test_control_characters_and_long_texts_do_not_break_a_workbook():
    sheet = sheet_of(xlsx_response(HEAD, [["a\x00\x0bb", "ж" * 40_000]], file_name="t.xlsx"))

    assert sheet["A2"].value == "ab"
    assert len(sheet["B2"].value) == 32_767


def test_a_table_without_rows_has_its_head():
    assert sheet_of(xlsx_response(HEAD, [], file_name="t.xlsx")).max_row == 1
