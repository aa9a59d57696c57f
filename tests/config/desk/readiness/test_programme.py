"""Checks of the programme; what clashes is tested beside its rules."""

import datetime as dt

import pytest

from tests.config.desk.readiness.reading import said
from tests.factories import (
    MAY_1,
    MAY_3,
    make_delegation,
    make_event,
    make_meeting,
    make_official,
    make_session,
    make_speaker,
    make_venue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event()


@pytest.mark.parametrize(
    ("status", "is_found"),
    [("invited", True), ("to_be_confirmed", True), ("confirmed", False), ("replaced", False)],
)
def test_a_speaker_who_has_not_confirmed_is_found(event, status, is_found):
    make_speaker(session=make_session(event=event, title_en="Talk"), status=status)

    words = status.replace("_", " ")
    assert said(event) == ({"speaker-open": [f"Rector, at “Talk”: {words}"]} if is_found else {})


def test_an_item_outside_the_dates_is_found_but_not_after_the_last_midnight(event):
    make_session(event=event, title_en="Dinner", day=dt.date(2030, 4, 30))
    make_session(event=event, day=MAY_1)
    late = {"day": MAY_3, "starts_at": dt.time(1), "is_after_midnight": True}
    make_session(event=event, **late)
    make_session(event=event)

    assert said(event) == {"outside-dates": ["“Dinner”: Tuesday, 30 April 2030"]}


def test_an_item_of_an_event_known_by_its_month_is_on_any_day_of_it():
    month = make_event(starts_on=MAY_1, ends_on=None, date_precision="month")
    make_session(event=month, day=dt.date(2030, 5, 31))

    assert said(month) == {}


def test_what_clashes_with_another_event_is_said_on_both_boards(event):
    official, other = make_official(name_en="Ana"), make_event()
    for each in (event, other):
        time = {"day": MAY_1, "starts_at": dt.time(10), "title_en": "Talk"}
        make_speaker(session=make_session(event=each, **time), official=official)

    for each in (event, other):
        assert list(said(each)) == ["person-twice"]
    assert said(make_event()) == {}


def test_a_room_that_a_meeting_and_an_item_take_is_found(event):
    hall = make_venue(name_en="Hall", capacity=5)
    time = {"day": MAY_1, "starts_at": dt.time(10), "ends_at": dt.time(11), "venue": hall}
    sides = [make_delegation(event=event), make_delegation(event=event, country="LV")]
    make_meeting(requested_by=sides[0], counterpart=sides[1], **time)
    assert said(event) == {}

    make_session(event=event, expected=6, **time)

    assert list(said(event)) == ["room-twice", "room-small"]


def test_too_little_time_between_two_places_is_found(event):
    places = [make_venue(latitude=51, longitude=71), make_venue(latitude=51.1, longitude=71)]
    official = make_official()
    for hour, venue in zip((9, 10), places, strict=True):
        time = {"starts_at": dt.time(hour), "ends_at": dt.time(hour + 1)}
        session = make_session(event=event, day=MAY_1, venue=venue, **time)
        make_speaker(session=session, official=official)

    assert list(said(event)) == ["way-short"]
