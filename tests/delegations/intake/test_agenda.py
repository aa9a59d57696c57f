import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegations.intake.agenda import day_in, follow, read_line, speaking

FIRST = dt.date(2030, 4, 26)
OFFICES = ("Rector", "Ректор", "Rektor", "Minister")


@pytest.mark.parametrize(
    ("line", "time", "title", "speakers", "role"),
    [
        ("10:00–10:40 OPENING", "10:00–10:40", "OPENING", [], ""),
        ("10.00 Registration", "10.00", "Registration", [], ""),
        ("9:00 am – 10:30 am: Opening", "9:00 am – 10:30 am", "Opening", [], ""),
        ("с 9:30 до 10:00 Открытие", "с 9:30 до 10:00", "Открытие", [], ""),
        ("kell 9.00 Avamine", "kell 9.00", "Avamine", [], ""),
        ("10:00 Дөңгелек үстел", "10:00", "Дөңгелек үстел", [], ""),
        ("25:00 Nothing", "", "25:00 Nothing", [], ""),
        ("26.04.2030 Opening", "", "26.04.2030 Opening", [], ""),
        ("Coffee break", "", "Coffee break", [], ""),
        ("FIRST SESSION: Strategies", "", "FIRST SESSION: Strategies", [], ""),
        ("Opening – Mari Tamm, Rector", "", "Opening", ["Mari Tamm, Rector"], ""),
        ("Welcome: Prof. Mari Tamm", "", "Welcome", ["Prof. Mari Tamm"], ""),
        ("11:00 Лекция – Мари Тамм, ректор", "11:00", "Лекция", ["Мари Тамм, ректор"], ""),
        ("Lunch – Main Hall", "", "Lunch – Main Hall", [], ""),
        ("Mari Tamm, Rector", "", "", ["Mari Tamm, Rector"], ""),
        ("Mari Tamm and Jaan Kask", "", "", ["Mari Tamm", "Jaan Kask"], ""),
        (
            "Representative, Ministry of Education",
            "",
            "",
            ["Representative, Ministry of Education"],
            "",
        ),
        ("Moderator: Mari Tamm", "", "", ["Mari Tamm"], "moderator"),
        ("Модератор – Мари Тамм; Яан Каск", "", "", ["Мари Тамм", "Яан Каск"], "moderator"),
        ("Төраға: Айгүл Серікқызы", "", "", ["Айгүл Серікқызы"], "chair"),
        ("Esinejad: Mari Tamm ja Jaan Kask", "", "", ["Mari Tamm", "Jaan Kask"], "speaker"),
        ("Keynote: Mari Tamm", "", "", ["Mari Tamm"], "keynote"),
    ],
)
def test_a_line_says_when_what_and_who(line, time, title, speakers, role):
    found = read_line(line, OFFICES)
    assert (found.time, found.title, [*found.speakers], found.role) == (time, title, speakers, role)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("26 April 2030", 26), ("Friday, 26 April 2030", 26), ("26 апреля, пятница", 26)),
        *(("Day 1", 26), ("День 2", 27), ("2-күн", 27), ("1. päev", 26), ("27.04", 27)),
        *(("27 сәуір", 27), ("27. aprill 2030", 27), ("2030", None), ("Day 0", None)),
        *(("Opening", None), ("", None), ("26–27 April 2030", None)),
    ],
)
def test_a_day_is_told_by_its_number_too(text, day):
    assert day_in(text, FIRST) == (dt.date(2030, 4, day) if day else None)


def test_a_day_without_a_year_needs_an_event():
    assert day_in("27 April", None) is None
    assert day_in("Day 99", dt.date.max) is None


@pytest.mark.parametrize(
    ("cell", "name", "status", "mode"),
    [
        ("Mari Tamm (tbc)", "Mari Tamm", "to_be_confirmed", ""),
        ("Мари Тамм, ректор (по согласованию)", "Мари Тамм", "to_be_confirmed", ""),
        ("Mari Tamm (video message, tbc)", "Mari Tamm", "to_be_confirmed", "video_message"),
        ("Mari Tamm (online)", "Mari Tamm", "", "video"),
        ("Mari Tamm", "Mari Tamm", "", ""),
    ],
)
def test_what_stands_in_brackets_is_understood(cell, name, status, mode):
    found = speaking(cell, OFFICES)
    assert (found.who.name, found.status, found.mode, found.who.rest) == (name, status, mode, "")


ITEM = {"day": "2030-04-26", "time": "10:00", "title": "OPENING"}
PART = {"day": "2030-04-26", "title": "Welcome", "name": "Mari Tamm", "under": "OPENING"}


@pytest.mark.parametrize(
    ("values", "above", "expected"),
    [
        ({"time": "26 April 2030"}, {}, {"day": "2030-04-26"}),
        ({"time": "10:00 OPENING"}, {"day": "2030-04-26"}, ITEM),
        ({"time": "Jaan Kask"}, ITEM, ITEM | {"name": "Jaan Kask"}),
        ({"time": "Welcome: Dr. Mari Tamm"}, ITEM, PART | {"name": "Dr. Mari Tamm"}),
        (
            {"time": "Jaan Kask"},
            PART,
            {"day": "2030-04-26", "title": "OPENING", "name": "Jaan Kask"},
        ),
        ({"time": "Panellists:"}, ITEM, ITEM | {"role": "panellist"}),
        (
            {"time": "Jaan Kask"},
            ITEM | {"role": "panellist"},
            ITEM | {"role": "panellist", "name": "Jaan Kask"},
        ),
        (
            {"time": "Jaan Kask"},
            ITEM | {"role": "panellist", "name": "Mari Tamm"},
            ITEM | {"role": "panellist", "name": "Jaan Kask"},
        ),
        (
            {"time": "Jaan Kask"},
            ITEM | {"role": "moderator", "name": "Mari Tamm"},
            ITEM | {"name": "Jaan Kask"},
        ),
        ({"time": "26 April 2030, Sample University, Main street 49"}, {}, {"day": "2030-04-26"}),
        (
            {"time": "26 April 2030, Dinner at Sample University"},
            {},
            {"title": "26 April 2030, Dinner at Sample University"},
        ),
        ({"time": "Free discussion"}, ITEM, {"day": "2030-04-26", "title": "Free discussion"}),
        (
            {"time": "11:00", "title": "Lunch"},
            ITEM,
            {"day": "2030-04-26", "time": "11:00", "title": "Lunch"},
        ),
        (
            {"time": "11:00", "title": "Lunch", "day": "27.04"},
            ITEM,
            {"day": "2030-04-27", "time": "11:00", "title": "Lunch"},
        ),
        ({"title": "Lunch", "day": "some day"}, ITEM, {"day": "some day", "title": "Lunch"}),
    ],
)
def test_a_row_takes_over_what_stands_above_it(values, above, expected):
    assert follow(values, above, FIRST, OFFICES) == expected


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_line_is_read(line, day):
    values = follow({"time": line, "day": day}, {}, FIRST, OFFICES)
    assert all(isinstance(text, str) for text in values.values())
