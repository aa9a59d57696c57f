"""Entries of calendars as lines, read back by another program."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Event

from config.site.entries import LONGEST_LINE, Entry
from tests.factories import MAY_1, MAY_2, NOON

WHOLE = {
    "uid": "event-1@example.org",
    "summary": "Forum",
    "description": "About it",
    "start": MAY_1,
    "end": MAY_2,
    "url": "https://example.org/events/forum/",
    "changed": NOON,
}


def read(**given):
    return Event.from_ical(Entry(**WHOLE | given).to_ical())


def test_an_entry_says_all_that_is_known_and_nothing_else():
    least = read(end=None)
    most = read(location="Astana", status="TENTATIVE", is_free=True)

    assert not {"DTEND", "LOCATION", "STATUS", "TRANSP"} & {*least}
    assert (most["LOCATION"], most["STATUS"], most["TRANSP"]) == (
        "Astana",
        "TENTATIVE",
        "TRANSPARENT",
    )
    assert most["UID"] == WHOLE["uid"]
    assert most["URL"] == WHOLE["url"]
    assert (most["DTSTAMP"].dt, most["LAST-MODIFIED"].dt) == (NOON, NOON)


@pytest.mark.parametrize(
    "text",
    ["a; b, c: d", r"back\slash \n", "two\n\nparagraphs", '"said"', "Қазақстан", "х" * 300, ""],
    ids=lambda text: text[:12],
)
def test_a_text_is_read_back_as_it_was_written(text):
    entry = read(summary=text, description=text, location=text)

    assert entry["SUMMARY"] == entry["DESCRIPTION"] == entry.get("LOCATION", "") == text


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n"], ids=repr)
def test_every_line_break_is_one_of_the_text(line_break):
    assert read(description=f"a{line_break}b")["DESCRIPTION"] == "a\nb"


@pytest.mark.parametrize("letter", ["a", "é", "я", "한", "🌍"])
@pytest.mark.parametrize("before", range(4))
def test_a_long_line_is_folded_between_letters(letter, before):
    title = "-" * before + letter * 200
    lines = Entry(**WHOLE | {"summary": title}).to_ical().split(b"\r\n")

    assert all(len(line) <= LONGEST_LINE for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert read(summary=title)["SUMMARY"] == title


@pytest.mark.parametrize(
    "start",
    [
        dt.date(987, 6, 5),
        dt.datetime(2030, 5, 1, 9, 30, tzinfo=dt.UTC),
        dt.datetime(2030, 5, 1, 9, 30, tzinfo=ZoneInfo("UTC")),
        dt.datetime(2030, 5, 1, 9, 30, tzinfo=ZoneInfo("Asia/Almaty")),
    ],
    ids=str,
)
def test_a_day_and_a_moment_are_read_back_as_they_were_written(start):
    assert read(start=start, end=None)["DTSTART"].dt == start


def test_the_number_of_an_entry_rises_with_its_last_change():
    changed = [NOON + dt.timedelta(seconds=each) for each in range(2)]
    numbers = [
        read(changed=each)["SEQUENCE"]
        for each in [dt.datetime(1999, 1, 1, tzinfo=dt.UTC), *changed]
    ]

    assert numbers == [0, numbers[1], numbers[1] + 1]
