"""Whatever is pasted or uploaded becomes rows of texts, or a sentence says why it cannot."""

import datetime as dt
import json
import zipfile
from io import BytesIO

import pytest
import xlsxwriter

from forum.intake import limits
from forum.intake.limits import UnreadableError
from forum.intake.sheets import decoded, read_file, read_text

TABLE = [["Name", "Office"], ["Jaan Tamm", "Rector"]]
HTML = "<table><tr><th>Name<th>Office</tr><tr><td>Jaan<br>Tamm</td><td>Rector</td></tr></table>"


@pytest.mark.parametrize(
    "text",
    [
        "Name\tOffice\nJaan Tamm\tRector",
        "Name;Office\r\nJaan Tamm;Rector\r\n\r\n",
        "Name,Office\nJaan Tamm,Rector",
        '"Name","Office"\n"Jaan Tamm","Rector"',
        "Name | Office\nJaan Tamm | Rector",
        "| Name | Office |\n|------|:------:|\n| Jaan Tamm | Rector |",
        HTML,
        '[{"Name": "Jaan Tamm", "Office": "Rector"}]',
        '{"Name": "Jaan Tamm"}\n{"Office": "Rector"}',
    ],
)
def test_a_table_is_read_however_it_was_copied(text):
    rows = read_text(text).rows

    assert rows[0] == TABLE[0]
    assert [cell for row in rows[1:] for cell in row if cell] == TABLE[1]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("• Jaan Tamm – Rector\n• Mari Mets", ["Jaan Tamm – Rector", "Mari Mets"]),
        ("1. Jaan Tamm\n2) Mari Mets\n(3) Ülo Saar", ["Jaan Tamm", "Mari Mets", "Ülo Saar"]),
        ("- Jaan Tamm, Rector\n\n- Mari Mets", ["Jaan Tamm, Rector", "Mari Mets"]),
        ("Jaan Tamm, Rector, of Tartu", ["Jaan Tamm, Rector, of Tartu"]),
    ],
)
def test_each_line_of_a_mail_is_a_row_without_its_bullet(text, lines):
    assert read_text(text).rows == [[line] for line in lines]


def test_numbers_stay_where_they_mean_something():
    assert read_text("12. Exchange students", keeps_numbers=True).rows == [
        ["12. Exchange students"]
    ]


def test_a_cell_may_have_lines_of_its_own():
    assert read_text('Jaan\t"Rector\nof Tartu"').rows == [["Jaan", "Rector\nof Tartu"]]


def test_staff_say_what_separates_the_cells():
    assert read_text("a,b;c", separator=";").rows == [["a,b", "c"]]
    assert read_text("a;b\nc;d", separator="\n").rows == [["a;b"], ["c;d"]]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Имя;Должность", "cp1251"),
        ("Имя;Лауазымы", "utf-8-sig"),
        ("Õppejõud;Šveits", "cp1257"),
        ("Name;Имя", "utf-16"),
        ("Name;Office", "utf-16-le"),
        ("Name;Office", "utf-16-be"),
    ],
)
def test_a_file_is_read_in_the_alphabet_in_which_it_was_written(text, encoding):
    assert decoded(text.encode(encoding)) == text


def workbook(**sheets) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    is_day = isinstance(cell, dt.date)
                    sheet.write(number, place, cell, *([day] if is_day else []))
    return file.getvalue()


def test_a_workbook_gives_days_as_iso_and_whole_numbers_as_such():
    data = workbook(Empty=[], List=[["Day", "Number"], [dt.date(2025, 11, 18), 25], [None, 2.5]])

    sheet = read_file(data)

    assert sheet.rows == [["Day", "Number"], ["2025-11-18", "25"], ["", "2.5"]]
    assert (sheet.name, sheet.all_names) == ("List", ("Empty", "List"))


def test_another_sheet_can_be_chosen():
    data = workbook(One=[["a"]], Two=[["b"]])

    assert read_file(data, sheet="Two").rows == [["b"]]
    assert read_file(data, sheet="Three").rows == [["a"]]


def word_file() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"%PDF-1.7 ...", "no list"),
        (b"\x89PNG\r\n", "no list"),
        (b"PK\x03\x04 nothing more", "damaged"),
        (b"\xd0\xcf\x11\xe0 nothing more", "damaged"),
        (word_file(), "file of Word"),
        (b'{"a": 1}\n{"b', "begins like JSON"),
        (b"[" * 100_000, "nested"),
    ],
    # Not the bytes: an archive has the time in it, and two workers would have two names.
    ids=["PDF", "picture", "no archive", "no old workbook", "Word", "half JSON", "deep JSON"],
)
def test_what_is_no_list_is_refused_with_a_sentence(data, part):
    with pytest.raises(UnreadableError, match=part):
        read_file(data)


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("forum.uploads.archives.MOST_UNPACKED", 100)

    with pytest.raises(UnreadableError, match="holds too much"):
        read_file(workbook(List=[["a" * 1000]]))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a\n" * (limits.MOST_ROWS + 1), "more than 20000 rows"),
        ("a\t" * limits.MOST_COLUMNS + "a", "more than 60 cells"),
        ("a\nb\t" + "c" * (limits.LONGEST_CELL + 1), "row 2 has more"),
    ],
)
def test_a_list_that_is_too_large_is_refused_with_a_sentence(text, part):
    with pytest.raises(UnreadableError, match=part):
        read_text(text)


@pytest.mark.parametrize("text", ["", "\n\t\n", "\x00\ud800", "[]", "{}", "[1]", "[[[]]]", "<tr>"])
def test_nothing_is_no_row(text):
    assert read_text(text).rows == []


def test_what_is_nested_in_an_object_is_left_out():
    text = json.dumps([{"name": "Tartu", "domains": ["ut.ee", "tartu.ee"], "admin": {"x": 1}}])

    assert read_text(text).rows == [["name", "domains", "admin"], ["Tartu", "ut.ee tartu.ee"]]
