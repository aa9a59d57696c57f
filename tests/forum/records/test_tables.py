import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from forum.records.tables import csv_response, xlsx_response

HEAD = ["Title", "Day"]


def sheet_of(response):
    return load_workbook(BytesIO(response.content)).active


def test_a_csv_file_begins_with_the_mark_of_utf_8():
    response = csv_response(HEAD, [["Қазақстан", dt.date(2025, 11, 18)]], file_name="t.csv")

    content = response.getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert rows == [HEAD, ["Қазақстан", "2025-11-18"]]
    assert response["Content-Disposition"] == 'attachment; filename="t.csv"'


@pytest.mark.parametrize(("number", "is_streamed"), [(3, False), (50_000, True)])
def test_a_long_table_leaves_as_its_rows_come(number, is_streamed):
    response = csv_response(HEAD, (["Title", each] for each in range(number)), file_name="t.csv")

    assert response.streaming == is_streamed
    rows = list(csv.reader(StringIO(response.getvalue().decode("utf-8-sig"))))
    assert rows == [HEAD, *(["Title", str(each)] for each in range(number))]


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+7 727", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\r\n@x", " =1"),
        *("＝1+1", "＋1", "－1", "＠SUM(A1)", "\n＝1", "\u00a0=1", "\ufeff=1", "\u200b=1"),
    ],
)
def test_no_cell_is_taken_for_a_formula(text):
    as_csv = csv_response(HEAD, [[text, ""]], file_name="t.csv").getvalue().decode("utf-8-sig")
    cell = sheet_of(xlsx_response(HEAD, [[text, ""]], file_name="t.xlsx"))["A2"]

    assert list(csv.reader(StringIO(as_csv, newline="")))[1][0] == f"'{text}"
    assert cell.data_type != "f"


def test_a_control_character_hides_no_formula():
    content = csv_response(HEAD, [["\x00=1", ""]], file_name="t.csv").getvalue().decode("utf-8-sig")

    assert list(csv.reader(StringIO(content)))[1][0] == "'=1"


@pytest.mark.parametrize(
    ("language", "asked", "line"),
    [
        ("en", "", "Title,Day"),
        ("ru", "", "Title;Day"),
        ("kk", "", "Title;Day"),
        ("et", "", "Title;Day"),
        ("en", "semicolon", "Title;Day"),
        ("et", "comma", "Title,Day"),
        ("et", "\n", "Title;Day"),
    ],
)
def test_a_csv_file_opens_in_columns_where_its_reader_lives(language, asked, line):
    with override(language):
        response = csv_response(HEAD, [], file_name="t.csv", separator=asked)

    assert response.getvalue().decode("utf-8-sig") == f"{line}\r\n"


@pytest.mark.parametrize(
    ("date", "cell"),
    [
        (dt.date(1899, 12, 31), "1899-12-31"),
        (dt.date(1632, 6, 30), "1632-06-30"),
        (dt.date(1900, 1, 1), dt.datetime(1900, 1, 1)),  # noqa: DTZ001 - as openpyxl reads a day
        (dt.date(1918, 2, 24), dt.datetime(1918, 2, 24)),  # noqa: DTZ001
    ],
)
def test_a_day_before_the_first_of_a_workbook_is_text(date, cell):
    sheet = sheet_of(xlsx_response(HEAD, [["A", date]], file_name="t.xlsx"))

    assert sheet["B2"].value == cell


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
