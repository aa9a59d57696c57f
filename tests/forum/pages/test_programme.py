"""The programme of an event and its times."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from pytest_django.asserts import assertContains

from forum.models import Session
from forum.programme.choosing import WHOLE
from tests.factories import (
    MAY_1,
    MAY_2,
    make_event,
    make_official,
    make_session,
    make_speaker,
    make_venue,
)
from tests.forum.pages.full import make_full_event
from tests.reading import body

pytestmark = pytest.mark.django_db


def test_items_of_two_days_stand_under_their_days_and_those_without_one_last(client):
    event = make_event()
    for day in (None, MAY_2, MAY_1):
        make_session(event=event, day=day)

    response = client.get(f"/events/{event.slug}/programme/")

    assert [day.date for day in response.context["days"]] == [MAY_1, MAY_2, None]
    assertContains(response, "Day to be announced")


def test_times_are_shown_in_the_zone_that_the_reader_chose(client):
    event = make_event(time_zone="Asia/Almaty")
    make_session(event=event, day=MAY_1, starts_at=dt.time(1), ends_at=dt.time(10))

    response = client.get(f"/events/{event.slug}/programme/?zone=Europe/Tallinn")

    assertContains(response, "Times are shown as in Tallinn (Europe/Tallinn, UTC+3)")
    assertContains(response, '<time datetime="2030-05-01T01:00:00+05:00">30 Apr 23:00</time>')
    assertContains(response, '<time datetime="2030-05-01T10:00:00+05:00">08:00</time>')


@pytest.mark.parametrize(
    "zone", ["Nowhere/Nothing", "../etc/passwd", "x" * 5000], ids=lambda z: z[:5]
)
def test_a_zone_that_does_not_exist_leaves_that_of_the_event(client, zone):
    event = make_full_event()

    response = client.get(f"/events/{event.slug}/programme/?zone={zone}")

    assertContains(response, "All times are those of Almaty (Asia/Almaty, UTC+5).")


@pytest.mark.parametrize("page", ["programme/", "programme/programme.pdf"])
@pytest.mark.parametrize(("month", "offset"), [(1, "UTC+1"), (7, "UTC+2")])
def test_the_distance_from_utc_is_that_of_the_day(client, page, month, offset):
    event = make_event(time_zone="Europe/Warsaw")
    make_session(event=event, day=dt.date(2030, month, 8), starts_at=dt.time(10))

    text = body(client.get(f"/events/{event.slug}/{page}"))

    assert f"All times are those of Warsaw (Europe/Warsaw, {offset})." in " ".join(text.split())


@pytest.mark.parametrize("page", ["programme/", "programme/programme.pdf"])
def test_a_programme_without_times_says_nothing_of_a_zone(client, page):
    event = make_event(time_zone="Europe/Warsaw")
    make_session(event=event, day=MAY_1)

    assert "Europe/Warsaw" not in body(client.get(f"/events/{event.slug}/{page}"))


@pytest.mark.parametrize(
    ("chosen", "begins", "finishes"),
    [({}, "10:00", "11:30"), ({"zone": ZoneInfo("Europe/Tallinn")}, "08:00", "09:30")],
    ids=["that of the event", "chosen"],
)
def test_what_goes_on_now_is_said_in_the_zone_of_the_page(chosen, begins, finishes):
    event = make_event(time_zone="Asia/Almaty")
    session = make_session(
        event=event, day=MAY_1, starts_at=dt.time(10), ends_at=dt.time(11, 30), title_en="Plenary"
    )
    context = {"event": event, "current": [session], "coming": [session]} | chosen

    page = " ".join(re.sub("<[^>]*>", " ", render_to_string("forum/_now.html", context)).split())

    assert page == f"Now Plenary until {finishes} Next {begins} Plenary"


def make_large_programme():
    """More items than stand on one page, on two days and in two rooms."""
    event = make_event()
    rooms = [make_venue(name_en="Room 10"), make_venue(name_en="Room 9")]
    items = [
        Session(
            event=event,
            day=(MAY_1, MAY_2)[number % 2],
            venue=rooms[number % 2],
            title_en=f"Item {number}",
            starts_at=dt.time(10),
        )
        for number in range(WHOLE + 2)
    ]
    Session.objects.bulk_create(items)
    return event


def titles(page):
    return re.findall(r"<a href=[^>]*>(Item \d+)</a>", page)


def test_a_large_programme_is_read_by_its_days_rooms_and_words(client):
    event = make_large_programme()
    path = f"/events/{event.slug}/programme/"
    official = make_official(name_en="Aiman Bek")
    first = make_speaker(session=event.sessions.first(), official=official)

    page = body(client.get(path))
    assert len(titles(page)) == WHOLE // 2 + 1
    assert f'<option value="{event.sessions.last().venue_id}">Room 9 (51)</option>' in page
    assert page.index(">Room 9") < page.index(">Room 10")
    assert titles(body(client.get(f"{path}?day=2030-05-02")))[0] == "Item 1"
    assert titles(body(client.get(f"{path}?q=айман"))) == [first.session.title]
    assert titles(body(client.get(f"{path}?q=nobody"))) == []
    assertContains(client.get(f"{path}?q=nobody"), "Nothing matches all of these.")


@pytest.mark.parametrize(("hour", "day"), [(18, MAY_1), (19, MAY_2), (23, MAY_2)], ids=str)
def test_a_large_programme_opens_on_the_day_that_it_is_where_the_event_is(
    client, monkeypatch, hour, day
):
    event = make_large_programme()
    # In Almaty the second day begins at 19:00 of the first, UTC.
    moment = dt.datetime.combine(MAY_1, dt.time(hour), dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: moment)

    response = client.get(f"/events/{event.slug}/programme/")

    assert [each.date for each in response.context["days"]] == [day]


def test_words_do_not_find_who_is_not_published(client):
    event = make_large_programme()
    hidden = make_official(name_en="Aiman Bek", is_published=False)
    make_speaker(session=event.sessions.first(), official=hidden)

    page = body(client.get(f"/events/{event.slug}/programme/?q=aiman"))

    assert titles(page) == []
