import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.pasted import Promise, promise

JUNE_1 = dt.date(2027, 6, 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Exchange students", Promise("Exchange students")),
        ("12. Exchange students", Promise("Exchange students", "12")),
        ("12) Exchange students", Promise("Exchange students", "12")),
        ("12.\tExchange students", Promise("Exchange students", "12")),
        ("3.1) Exchange students", Promise("Exchange students", "3.1")),
        ("3.1. Exchange students", Promise("Exchange students", "3.1")),
        ("II.3 Exchange students", Promise("Exchange students", "II.3")),
        ("IV. Exchange students", Promise("Exchange students", "IV")),
        ("§ 4 Exchange students", Promise("Exchange students", "§ 4")),
        ("§4. Exchange students", Promise("Exchange students", "§4")),
        ("(a) Exchange students", Promise("Exchange students", "(a)")),
        ("a) Exchange students", Promise("Exchange students", "a")),
        ("ә) Студенттер алмасу", Promise("Студенттер алмасу", "ә")),
        ("- Exchange students", Promise("Exchange students")),
        ("•Exchange students", Promise("Exchange students")),
        ("• 12. Exchange students", Promise("Exchange students", "12")),
        ("Exchange students | 2027-06-01", Promise("Exchange students", "", JUNE_1)),
        ("Exchange students 2027-06-01", Promise("Exchange students", "", JUNE_1)),
        ("12. Exchange | swap |2027-06-01", Promise("Exchange | swap", "12", JUNE_1)),
        ("Exchange students | 1 июня 2027 г.", Promise("Exchange students", "", JUNE_1)),
        ("Exchange students 01.06.2027", Promise("Exchange students", "", JUNE_1)),
        ("Exchange students | 2027", Promise("Exchange students | 2027")),
        ("12 concerts a year", Promise("12 concerts a year")),
        ("I promise", Promise("I promise")),
        ("(new) campus", Promise("(new) campus")),
        ("-5 % emissions", Promise("-5 % emissions")),
        ("12.05.2027 the parties meet", Promise("12.05.2027 the parties meet")),
        ("Until 2027-02-30", Promise("Until 2027-02-30")),
        ("Exchange students | next year", Promise("Exchange students | next year")),
        ("12.", Promise("12.")),
        ("-", Promise("-")),
        ("2027-06-01", Promise("2027-06-01")),
        ("| 2027-06-01", Promise("| 2027-06-01", "", JUNE_1)),
    ],
)
def test_a_line_is_read(line, expected):
    assert promise(line) == expected


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@pytest.mark.slow
@given(st.text() | st.from_regex(r"(?:[-•§(]? ?[0-9IVa]{1,3}[.)]? ?\w* ?\|? ?2027-0\d-\d\d\n)+"))
def test_nothing_is_refused_and_no_letter_is_lost(pasted):
    for line in filter(str.strip, pasted.splitlines()):
        found = promise(line)

        assert found.text.strip() == found.text != ""
        kept, was = letters(found.paragraph + found.text), letters(line)
        # What is read as a day stood at the end.
        assert was.startswith(kept) if found.due_on else was == kept
