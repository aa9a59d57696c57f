"""What takes people and rooms: by what is on record of programmes, meetings, absences."""

import datetime as dt

import pytest

from forum.clashing import found_in
from forum.occupied import taken_within
from tests.factories import (
    MAY_1,
    MAY_2,
    make_absence,
    make_agreement,
    make_closure,
    make_delegation,
    make_event,
    make_meeting,
    make_member,
    make_official,
    make_session,
    make_signatory,
    make_speaker,
    make_venue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event()


@pytest.fixture
def ana():
    return make_official(name_en="Ana")


def item(event, starts, ends=None, **fields):
    time = {"day": MAY_1, "starts_at": dt.time(starts), "ends_at": ends and dt.time(ends)}
    return make_session(event=event, **{"title_en": f"At {starts}"} | time | fields)


def said() -> list[str]:
    found = found_in(taken_within((MAY_1, MAY_2)))
    return [f"{each.check}: {each.said}" for each in found]


BOTH = (
    "person-twice: Ana: “At 10” (Wednesday, 1 May 2030, 10:00–12:00),"
    " and at the same time “At 11” (Wednesday, 1 May 2030, 11:00–12:00)."
)


def test_who_speaks_in_two_items_at_once_is_found(event, ana):
    make_speaker(session=item(event, 10, 12), official=ana)
    make_speaker(session=item(event, 11, 12), official=ana)
    make_speaker(session=item(event, 12, 13), official=ana)

    assert said() == [BOTH]


@pytest.mark.parametrize(
    "fields",
    [{"status": "absent"}, {"status": "replaced"}, {"mode": "video_message"}],
    ids=lambda fields: next(iter(fields.values())),
)
def test_who_is_not_there_is_in_one_place_only(event, ana, fields):
    make_speaker(session=item(event, 10, 12), official=ana)
    make_speaker(session=item(event, 11, 12), official=ana, **fields)

    assert said() == []


def test_parts_of_one_item_are_one_place_even_under_one_without_a_time(event, ana):
    whole = item(event, 9, 13)
    middle = make_session(event=event, day=MAY_1, parent=whole)
    make_speaker(session=whole, official=ana)
    make_speaker(session=item(event, 10, 12, parent=middle), official=ana)

    assert said() == []


def test_who_signs_at_a_ceremony_is_taken_by_it(event, ana):
    ceremony = item(event, 11, 12)
    agreement = make_agreement(event=event, session=ceremony, stage="agreed")
    make_signatory(agreement=agreement, official=ana)
    make_speaker(session=item(event, 10, 12), official=ana)

    assert said() == [BOTH]


def test_who_attends_a_meeting_is_taken_by_it_unless_it_was_declined(event, ana):
    member = make_member(delegation=make_delegation(event=event), official=ana)
    sides = {"requested_by": member.delegation, "counterpart": make_delegation(event=event)}
    time = {"day": MAY_1, "starts_at": dt.time(10), "ends_at": dt.time(12)}
    meeting = make_meeting(**sides, **time)
    meeting.attendees.add(member)
    make_speaker(session=item(event, 11, 12), official=ana)

    assert [each.split(":")[0] for each in said()] == ["person-twice"]
    meeting.status = "declined"
    meeting.save()
    assert said() == []


def test_who_speaks_at_another_event_at_that_time_is_found_unless_that_is_off(event, ana):
    other = make_event(time_zone="Europe/Tallinn")  # Two hours behind Almaty in May.
    make_speaker(session=item(event, 12, 13), official=ana)
    make_speaker(session=item(other, 10, 11), official=ana)

    assert len(said()) == 1
    other.status = "cancelled"
    other.save()
    assert said() == []


def test_who_cannot_come_is_not_there(event, ana):
    make_speaker(session=item(event, 10, 12), official=ana)
    make_absence(official=ana, starts_at=None, ends_at=dt.datetime(2030, 5, 1, 6, tzinfo=dt.UTC))

    [text] = said()

    assert text.startswith("person-twice: Ana: cannot come, and at the same time “At 10”")


def test_a_room_that_is_taken_twice_is_found_but_a_building_holds_many(event):
    building = make_venue(name_en="House")
    item(event, 10, 12, venue=building)
    item(event, 11, 12, venue=building)
    hall = make_venue(name_en="Hall")
    item(event, 10, 12, venue=hall)

    assert [each[:17] for each in said()] == ["room-twice: House"]
    make_venue(parent=building)
    assert said() == []


def test_rooms_inside_what_is_closed_are_closed_too(event):
    house = make_venue(name_en="House")
    floor = make_venue(name_en="Floor", parent=house)
    hall = make_venue(name_en="Hall", parent=floor)
    item(event, 10, 12, venue=hall)
    make_closure(venue=house, starts_at=dt.datetime(2030, 4, 30, tzinfo=dt.UTC))

    [text] = said()

    assert text.startswith("room-twice: Hall: closed, and at the same time “At 10”")


@pytest.mark.parametrize(("expected", "is_small"), [(None, False), (40, False), (41, True)])
def test_a_room_has_to_hold_all_who_are_expected(event, expected, is_small):
    hall = make_venue(name_en="Hall", capacity=40)
    item(event, 10, 12, venue=hall, expected=expected)

    assert [each[:46] for each in said()] == (
        ["room-small: Hall holds 40, and 41 people are e"] if is_small else []
    )


def test_who_has_no_time_to_get_from_one_place_to_the_next_is_found(event, ana):
    akorda = make_venue(name_en="Akorda", latitude="51.1259", longitude="71.4467")
    library = make_venue(name_en="Library", latitude="51.1195", longitude="71.4290")
    make_speaker(session=item(event, 9, 10, venue=akorda), official=ana)
    make_speaker(session=item(event, 10, 11, venue=library), official=ana)

    assert said() == [
        "way-short: Ana: 0 min for the way, which takes 20: Akorda – Library"
        " (“At 9” (Wednesday, 1 May 2030, 09:00–10:00),"
        " then “At 10” (Wednesday, 1 May 2030, 10:00–11:00))."
    ]


def test_a_room_has_the_coordinates_of_its_building(event, ana):
    akorda = make_venue(latitude="51.1259", longitude="71.4467")
    one, other = (make_venue(parent=akorda) for _ in range(2))
    make_speaker(session=item(event, 9, 10, venue=one), official=ana)
    make_speaker(session=item(event, 10, 11, venue=other), official=ana)

    assert said() == []


def test_what_takes_people_is_read_in_a_fixed_number_of_queries(
    event, ana, django_assert_num_queries
):
    member = make_member(delegation=make_delegation(event=event), official=ana)
    sides = {"requested_by": member.delegation, "counterpart": make_delegation(event=event)}
    for _ in range(3):
        session = item(event, 10, 12, venue=make_venue(parent=make_venue()))
        make_speaker(session=session, official=ana)
        make_absence(official=ana)
        make_closure(venue=session.venue)
        time = {"day": MAY_1, "starts_at": dt.time(10), "venue": make_venue()}
        make_meeting(**sides, **time).attendees.add(member)

    with django_assert_num_queries(8):
        assert len(said()) > 9
