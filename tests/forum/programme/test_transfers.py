"""Whether there is time to get from one place to the next."""

import datetime as dt

import pytest

from forum.programme.clashes import Taken
from forum.programme.transfers import LEAST, Spot, takes, too_short

AKORDA = Spot("akorda", 51.1259, 71.4467)
LIBRARY = Spot("library", 51.1195, 71.4290)  # A kilometre and a half from there.
AIRPORT = Spot("airport", 51.0222, 71.4669)
UNKNOWN = Spot("somewhere")
SPOTS = {"akorda": AKORDA, "library": LIBRARY, "airport": AIRPORT, "somewhere": UNKNOWN}
DAY = dt.datetime(2030, 5, 1, tzinfo=dt.UTC)


def minutes(count: int) -> dt.timedelta:
    return dt.timedelta(minutes=count)


@pytest.mark.parametrize(
    ("one", "other", "needs"),
    [
        (AKORDA, AKORDA, 0),
        (Spot("akorda"), Spot("akorda"), 0),
        (AKORDA, Spot("next door", AKORDA.north, AKORDA.east), 15),
        (AKORDA, LIBRARY, 20),
        (LIBRARY, AKORDA, 20),
        (AKORDA, AIRPORT, 50),
        (AKORDA, UNKNOWN, 0),
        (Spot("east", 0, 179.99), Spot("west", 0, -179.99), 22),
    ],
    ids=[
        "one room",
        "one building",
        "next door",
        "near",
        "and back",
        "far",
        "not known where",
        "across the line of dates",
    ],
)
def test_how_long_the_way_takes(one, other, needs):
    assert takes(one, other) == minutes(needs)


def stay(what, place, begins, ends) -> Taken:
    return Taken("Ana", what, DAY + minutes(begins), ends and DAY + minutes(ends), place=place)


def ways(*stays: Taken) -> list[tuple]:
    return [(way.one.what, way.other.what) for way in too_short(stays, SPOTS)]


@pytest.mark.parametrize(("begins", "is_short"), [(60, True), (79, True), (80, False)])
def test_somebody_needs_as_long_as_the_way_takes(begins, is_short):
    found = ways(stay("talks", "akorda", 0, 60), stay("lecture", "library", begins, 200))

    assert found == ([("talks", "lecture")] if is_short else [])


def test_the_way_begins_where_the_person_was_last():
    walk = stay("walk", "library", 60, 100)

    assert ways(stay("talks", "akorda", 0, 60), walk, stay("lecture", "library", 110, 200)) == [
        ("talks", "walk")
    ]


@pytest.mark.parametrize(
    "other",
    [
        stay("lecture", "somewhere", 61, 90),
        stay("lecture", None, 61, 90),
        stay("lecture", "akorda", 61, 90),
        stay("lecture", "library", 30, 90),
    ],
    ids=["not known where", "nowhere", "the same place", "at the same time"],
)
def test_no_way_is_claimed_where_there_is_none(other):
    assert ways(stay("talks", "akorda", 0, 60), other) == []


def test_of_what_has_no_end_nobody_knows_when_the_way_begins():
    assert ways(stay("talks", "akorda", 0, None), stay("lecture", "library", 5, 60)) == []


def test_who_leaves_one_building_needs_some_minutes_at_least():
    assert takes(AKORDA, LIBRARY) > LEAST
