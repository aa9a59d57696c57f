"""The columns of a sheet are told by their headings."""

import pytest

from forum.intake.columns import is_heading, meant

NAMES = {
    "name": ["name", "full name", "ФИО", "Аты-жөні", "nimi"],
    "office": ["office", "position", "должность", "лауазымы", "amet"],
    "email": ["e-mail"],
}


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["Name", "Office"], ["name", "office"]),
        (["  OFFICE: ", "Full  name"], ["office", "name"]),
        (["Ф.И.О.", "Должности"], ["name", "office"]),
        (["Аты жөні", "Лауазымы"], ["name", "office"]),
        (["Nimi", "Amet", "Email"], ["name", "office", "email"]),
        (["Name", "Name"], ["name", ""]),
        (["№", "Name", ""], ["", "name", ""]),
        (["Positon", "Colour"], ["office", ""]),
    ],
)
def test_a_heading_means_a_column_in_whatever_language(headings, columns):
    assert meant(headings, NAMES) == columns


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        (["Name", "Office"], True),
        (["№", "ФИО"], True),
        (["Jaan Tamm", "Rector"], False),
        (["Jaan Tamm", "Rector", "Tartu", "name"], False),
        ([], False),
    ],
)
def test_a_first_row_may_be_no_heading(row, is_one):
    assert is_heading(row, NAMES) is is_one
