"""The page of a visit: what concerns the delegation, and what has changed since it looked."""

import datetime as dt
import re

import pytest
from django.core.cache import cache

from delegations.models import Invitation, Look, Meeting
from forum.models import Event
from tests.factories import (
    MAY_1,
    make_invitation,
    make_meeting,
    make_member,
    make_official,
    make_session,
    make_speaker,
    make_transfer,
    make_venue,
)
from tests.reading import body

pytestmark = pytest.mark.django_db
QUERIES = 17
MARK = re.compile(r'name="mark" value="(\w+)"')


@pytest.fixture(autouse=True)
def no_guesses_yet():
    cache.clear()
    yield
    cache.clear()


def page(invitation, language=""):
    return f"{language}/nominate/{invitation.token}/visit/"


def looks(client, invitation, language=""):
    """Say that all has been seen, as the page has it."""
    address = page(invitation, language)
    mark = MARK.search(body(client.get(address)))[1]
    return client.post(address, {"mark": mark}, follow=True)


def news(client, invitation, language=""):
    """The part of the page about what changed, as text."""
    text = body_of(client, invitation, language)
    found = re.search(r'<section class="visit-news".*?</section>', text, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


def body_of(client, invitation, language=""):
    return body(client.get(page(invitation, language)))


def test_it_shows_what_concerns_the_delegation_before_the_event_is_public(client, world):
    text = body_of(client, world.invitation)

    for said in (
        *("Opening", "Lecture", "Greeting", "Briefing", "Meeting: Finland", "Students", "Hall"),
        *("Transfer: Airport – Hotel", "Serik", "tel:+7702", "TK 351", "Dana, +7 701"),
        *("Aigerim Sadykova", "host@example.org", "Mari Maasikas", "Rector", "approved"),
        "Yours: Mari Maasikas",
    ):
        assert said in text, said


@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"])
def test_it_shows_nothing_of_others_and_nothing_that_is_the_hosts(client, world, language):
    answer = client.get(page(world.invitation, language))

    assert answer.status_code == 200
    assert not re.search("OTHER|HOST", body(answer))
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"


def test_what_a_member_speaks_in_is_marked_and_only_that(client, world):
    text = body_of(client, world.invitation)

    marked = re.findall(r'class="visit-line visit-(\w+) is-ours".*?</li>', text, re.DOTALL)
    assert sorted(marked) == ["meeting", "session", "transfer"]
    world.member.accreditation = "withdrawn"
    world.member.save()
    assert "visit-session is-ours" not in body_of(client, world.invitation)


def test_a_public_item_leads_to_its_page_and_no_other_does(client, world):
    address = f"/events/{world.event.slug}/programme/"
    assert address not in body_of(client, world.invitation)

    world.event.is_published = True
    world.event.save()

    text = body_of(client, world.invitation)
    links = re.findall(rf'href="({address}[^"]*)"', text)
    assert sorted(links) == sorted(
        [address, f"{address}{world.opening.pk}/", f"{address}{world.lecture.pk}/"]
    )


def test_an_empty_visit_says_what_will_stand_here(client):
    text = body_of(client, make_invitation())

    assert "Nothing is planned yet." in text
    assert "visit.pdf" not in text


def test_both_pages_lead_to_each_other(client, world):
    token = world.invitation.token

    assert f'href="/nominate/{token}/visit/"' in body(client.get(f"/nominate/{token}/"))
    assert f'href="/nominate/{token}/"' in body_of(client, world.invitation)


@pytest.mark.parametrize("way", ["unknown", "revoked", "old"])
@pytest.mark.parametrize("more", ["visit/", "visit.pdf", "visit.ics"])
def test_no_other_token_opens_it(client, world, way, more):
    token = world.invitation.token
    if way == "unknown":
        token = "x" * 32
    elif way == "revoked":
        Invitation.objects.update(is_revoked=True)
    else:
        Invitation.objects.update(until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))

    answer = client.get(f"/nominate/{token}/{more}")

    assert answer.status_code == 404
    assert "Estonia" not in body(answer)
    assert cache.get("guess:127.0.0.1:0")


def test_before_the_first_look_nothing_is_new_and_opening_is_no_look(client, world):
    for _each in range(2):
        assert news(client, world.invitation) == ""
    client.head(page(world.invitation))

    assert not Look.objects.exists()


def test_what_changed_since_it_looked_stands_on_top_until_it_looks_again(client, world):
    assert "Noted: you have seen all of this." in body(looks(client, world.invitation))
    assert news(client, world.invitation) == ""
    world.opening.starts_at, world.opening.ends_at = dt.time(11, 30), dt.time(12)
    world.opening.save()
    world.meeting.status = "cancelled"
    world.meeting.save()
    world.us.arrival = "TK 353"
    world.us.save()
    make_session(event=world.event, title_en="Dinner", day=MAY_1, starts_at=dt.time(19))
    world.transfer.delete()

    said = news(client, world.invitation)

    assert "Opening Moved from 10:00–11:00 to 11:30–12:00." in said
    assert "Meeting: Finland Cancelled. It was planned for 1 May, 10:00." in said
    assert "Arrival Now: TK 353." in said
    assert "Dinner New: 1 May, 19:00." in said
    assert "Transfer: Airport – Hotel No longer planned." in said
    assert said == news(client, world.invitation)
    looks(client, world.invitation)
    assert news(client, world.invitation) == ""


def test_what_still_takes_place_is_not_said_to_be_off(client, world):
    dinner = make_session(event=world.event, title_en="Dinner", day=MAY_1)
    looks(client, world.invitation)
    world.lecture.speakers.all().delete()
    dinner.parent = world.opening
    dinner.save()
    host = world.invitation.invited_by
    host.is_active = False
    host.save()

    said = news(client, world.invitation)

    part = "It is still planned, as a part of “Opening”."
    assert f"Lecture None of your delegation is named here any more. {part}" in said
    assert f"Dinner {part}" in said
    assert "Invited by No longer: Aigerim Sadykova." in said
    assert "No longer planned." not in said
    assert "host@example.org" not in body_of(client, world.invitation)


def test_a_room_of_the_same_name_in_another_building_is_elsewhere(client, world):
    here, there = (
        make_venue(name_en="Room 1", parent=make_venue(name_en=f"Building {name}")) for name in "AB"
    )
    Meeting.objects.update(venue=here)
    looks(client, world.invitation)
    assert "<p>Room 1, Building A</p>" in body_of(client, world.invitation)
    Meeting.objects.update(venue=there)

    elsewhere = "Elsewhere: Room 1, Building B, no longer Room 1, Building A."
    assert elsewhere in news(client, world.invitation)
    looks(client, world.invitation)
    there.name_en = "Room 2"
    there.save()
    said = news(client, world.invitation)
    assert "The place is now called Room 2, Building B." in said
    assert "Elsewhere" not in said


def test_the_language_of_the_reader_changes_nothing_of_what_was_seen(client, world):
    looks(client, world.invitation, "/ru")
    assert news(client, world.invitation, "/et") == ""

    world.opening.starts_at = dt.time(9)
    world.opening.save()

    assert "Открытие" in news(client, world.invitation, "/ru")
    assert "Opening" in news(client, world.invitation)


def test_when_it_looked_is_told_by_the_clock_of_the_event(client, world):
    Event.objects.update(time_zone="America/New_York")
    looks(client, world.invitation)
    Look.objects.update(seen_at=dt.datetime(2030, 4, 1, 16, 20, tzinfo=dt.UTC))

    text = body_of(client, world.invitation)

    said = re.search(r"you have seen it: ([^<]*)", text)[1].strip()
    assert said == "1 April 2030, 12:20."


def test_what_changed_while_somebody_read_is_not_taken_for_seen(client, world):
    mark = MARK.search(body_of(client, world.invitation))[1]
    world.opening.starts_at = dt.time(9)
    world.opening.save()

    answer = client.post(page(world.invitation), {"mark": mark})

    assert answer.status_code == 200
    assert "Something has changed while you read." in body(answer)
    assert not Look.objects.exists()


def test_a_look_names_none_of_the_members(client, world):
    looks(client, world.invitation)

    facts = Look.objects.get().facts
    assert facts[f"member-{world.member.pk}"] == {"state": "approved", "state_name": "approved"}
    assert facts[f"meeting-{world.meeting.pk}"]["own"] == f"member-{world.member.pk}"
    assert "Mari" not in str(facts)
    assert "Maasikas" not in str(facts)


def test_who_of_theirs_speaks_or_attends_is_news_by_name(client, world):
    looks(client, world.invitation)
    jaan = make_member(delegation=world.us, official=make_official(name_en="Jaan Kask"))
    world.meeting.attendees.add(jaan)
    world.lecture.speakers.update(role="moderator")

    said = news(client, world.invitation)

    assert "Meeting: Finland Now: Yours: Mari Maasikas, Jaan Kask." in said
    assert "Lecture Now: Yours: Mari Maasikas, Rector (moderator)." in said


@pytest.mark.parametrize("count", [1, 4])
def test_it_asks_as_often_for_one_as_for_four(client, world, count, django_assert_num_queries):
    for _each in range(count):
        official = make_official()
        member = make_member(delegation=world.us, official=official)
        session = make_session(event=world.event, day=MAY_1)
        make_speaker(session=session, official=official)
        make_transfer(delegation=world.us)
        make_meeting(requested_by=world.us, counterpart=world.meeting.requested_by).attendees.add(
            member
        )
    looks(client, world.invitation)

    with django_assert_num_queries(QUERIES):
        client.get(page(world.invitation))
