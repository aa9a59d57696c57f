"""The calendars as an independent parser reads them (dateutil's, beside icalendar's own)."""

import datetime as dt
import re

import pytest
from dateutil.rrule import rrulestr  # noqa: F401 - the parser below needs the package
from dateutil.tz import tzical
from django.utils import timezone
from icalendar import Calendar

from forum.models import Event
from tests.factories import (
    make_delegation,
    make_event,
    make_institution,
    make_official,
    make_session,
    make_speaker,
    make_venue,
)
from tests.reading import entries, read_calendar

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("zone", "day", "utc_hour"),
    [
        # Kazakhstan went over to one time zone on 1 March 2024.
        ("Asia/Almaty", dt.date(2024, 2, 29), 4),
        ("Asia/Almaty", dt.date(2024, 3, 1), 5),
        # Summer time began in the European Union on 30 March 2025 and ended on 26 October.
        ("Europe/Tallinn", dt.date(2025, 3, 29), 8),
        ("Europe/Tallinn", dt.date(2025, 3, 30), 7),
        ("Europe/Warsaw", dt.date(2025, 10, 25), 8),
        ("Europe/Warsaw", dt.date(2025, 10, 26), 9),
        ("Europe/Tallinn", dt.date(2026, 12, 18), 8),
    ],
)
def test_the_hour_is_right_on_both_sides_of_a_change_of_the_clock(
    client, tmp_path, zone, day, utc_hour
):
    event = make_event(time_zone=zone, starts_on=day, ends_on=None)
    make_session(event=event, day=day, starts_at=dt.time(10), ends_at=dt.time(11, 30))

    content = read_calendar(client, f"{event.get_absolute_url()}programme/programme.ics")

    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    assert entry["DTSTART"].params["TZID"] == zone
    # As a program sees it that knows no zone by name, only by the file's VTIMEZONE.
    file = tmp_path / "programme.ics"
    unfolded = content.replace(b"\r\n ", b"")
    # And that reads but the first of several values.
    file.write_bytes(re.sub(rb"(?m)^(RDATE[^,\r\n]*),[^\r\n]*", rb"\1", unfolded))
    begins = entry["DTSTART"].dt.replace(tzinfo=tzical(str(file)).get(zone))
    assert begins.astimezone(dt.UTC) == dt.datetime.combine(day, dt.time(utc_hour), dt.UTC)


def test_lines_are_short_and_never_cut_a_letter(client):
    event = make_event(title_en="Қазақстан мен Эстония ректорларының форумы" * 4)

    content = read_calendar(client, f"{event.get_absolute_url()}event.ics")

    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert all(line.decode() is not None for line in content.split(b"\r\n"))
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    assert entry["SUMMARY"] == event.title_en


def test_an_event_is_whole_days_and_ends_on_the_day_after_its_last(client):
    event = make_event(starts_on=dt.date(2025, 11, 17), ends_on=dt.date(2025, 11, 18))

    (entry,) = entries(client, f"{event.get_absolute_url()}event.ics")

    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (
        dt.date(2025, 11, 17),
        dt.date(2025, 11, 19),
    )


@pytest.mark.parametrize(
    "when", [{"starts_on": None}, {"starts_on": dt.date(2025, 5, 1), "date_precision": "month"}]
)
def test_an_event_of_unknown_days_is_in_no_calendar(client, when):
    event = make_event(ends_on=None, **when)

    assert client.get(f"{event.get_absolute_url()}event.ics").status_code == 404
    assert "event.ics" not in client.get(event.get_absolute_url()).text


def test_a_calendar_to_follow_has_a_component_before_it_has_an_entry(client):
    calendar = Calendar.from_ical(read_calendar(client, "/events/calendar.ics"))

    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]


def test_a_programme_without_days_has_no_calendar(client):
    event = make_event()
    item = make_session(event=event, day=None)
    page = f"{event.get_absolute_url()}programme/"

    for path in (f"{page}programme.ics", f"{page}{item.pk}.ics"):
        assert client.get(path).status_code == 404
        assert path not in client.get(page).text


def test_what_has_no_time_is_an_entry_of_its_whole_day_but_not_the_parts_of_it(client):
    event = make_event()
    session = make_session(event=event, day=dt.date(2025, 11, 18))
    make_session(event=event, day=dt.date(2025, 11, 18), parent=session)

    (entry,) = entries(client, f"{event.get_absolute_url()}programme/programme.ics")

    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (
        dt.date(2025, 11, 18),
        dt.date(2025, 11, 19),
    )


def test_titles_keep_their_capitals(client):
    event = make_event()
    titled = make_session(event=event, day=event.starts_on, title_en="eBPF in practice")
    printed = make_session(event=event, day=event.starts_on, title_en="", original_title="iPres")
    make_session(event=event, day=event.starts_on, title_en="", kind="opening")

    found = entries(client, f"{event.get_absolute_url()}programme/programme.ics")

    assert [entry["SUMMARY"] for entry in found] == [
        titled.title_en,
        printed.original_title,
        "Opening",
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028"])
def test_a_line_break_in_a_title_breaks_no_calendar(client, line_break):
    event = make_event(title_en=f"Forum{line_break}BEGIN:VALARM", city_en=f"A{line_break}B")

    content = read_calendar(client, f"{event.get_absolute_url()}event.ics")

    calendar = Calendar.from_ical(content)
    assert [component.name for component in calendar.subcomponents] == ["VEVENT"]
    assert calendar.events[0]["SUMMARY"] == "Forum BEGIN:VALARM"
    assert len(content.splitlines()) == content.count(b"\r\n")


def test_a_calendar_is_the_same_when_its_event_gets_another_address(client):
    event = make_event(slug="before")
    before = Calendar.from_ical(read_calendar(client, "/events/before/event.ics"))
    event.slug = "after"
    event.save()
    after = Calendar.from_ical(read_calendar(client, "/events/after/event.ics"))

    assert before["UID"] == after["UID"]
    assert before.events[0]["UID"] == after.events[0]["UID"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("confirmed", "CONFIRMED"),
        ("held", "CONFIRMED"),
        ("planned", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_the_status_of_an_event_is_that_of_its_items(client, status, said):
    event = make_event(status=status)
    make_session(event=event, day=event.starts_on, starts_at=dt.time(10))

    for path in ("event.ics", "programme/programme.ics"):
        (entry,) = entries(client, f"{event.get_absolute_url()}{path}")
        assert entry["STATUS"] == said


def test_the_identifier_stays_and_the_number_rises_with_every_change(client, monkeypatch):
    building = make_venue(name_en="Building")
    event = make_event(title_en="Forum", venue=make_venue(name_en="Hall", parent=building))
    session = make_session(event=event, day=event.starts_on, starts_at=dt.time(10))
    speaker = make_speaker(session=session, official=make_official())
    path = f"{event.get_absolute_url()}programme/programme.ics"
    seen = []
    changes = [
        (session, "title_en"),
        (event, "title_en"),
        (event.venue, "name_en"),
        (building, "name_en"),
        (speaker, "office_en"),
        (session, "abstract_en"),
    ]
    for days, (changed, field) in enumerate(changes):
        (entry,) = entries(client, path)
        seen.append((entry["UID"], int(entry["SEQUENCE"])))
        then = dt.datetime(2030, 1, 1 + days, tzinfo=dt.UTC)
        monkeypatch.setattr(timezone, "now", lambda then=then: then)
        setattr(changed, field, "Changed")
        changed.save()

    assert {uid for uid, _number in seen} == {f"session-{session.pk}@testserver"}
    numbers = [number for _uid, number in seen]
    assert numbers == sorted(set(numbers))
    assert max(numbers) < 2**31


def test_who_will_not_speak_is_not_announced(client):
    event = make_event()
    session = make_session(event=event, day=event.starts_on, starts_at=dt.time(10))
    for status in ("confirmed", "invited", "replaced", "absent"):
        make_speaker(session=session, official=make_official(name_en=status.title()), status=status)

    (entry,) = entries(client, f"{event.get_absolute_url()}programme/programme.ics")

    said = entry["DESCRIPTION"]
    assert "Confirmed, Rector\n" in said
    assert "Invited, Rector (invited)" in said
    assert "Replaced" not in said
    assert "Absent" not in said


def test_the_last_day_of_the_calendar_has_a_calendar(client):
    event = make_event(starts_on=dt.date.max, ends_on=dt.date.max)
    make_session(event=event, day=dt.date.max, starts_at=dt.time(23), ends_at=dt.time(1))

    for path in ("event.ics", "programme/programme.ics"):
        assert len(entries(client, f"{event.get_absolute_url()}{path}")) == 1


def test_an_unchanged_calendar_is_not_sent_again(client):
    event = make_event()
    path = f"{event.get_absolute_url()}event.ics"

    again = client.get(path, headers={"If-None-Match": client.get(path)["ETag"]})

    assert again.status_code == 304


def test_items_say_where_and_who(client):
    event = make_event(city_en="Astana", country="KZ", venue=make_venue(name_en="Palace"))
    session = make_session(
        event=event, day=event.starts_on, starts_at=dt.time(10), title_en="Lecture"
    )
    make_speaker(session=session, official=make_official(name_en="Known"), office_en="Rector")
    make_speaker(
        session=session,
        official=make_official(name_en="Hidden", is_published=False),
        office_en="Dean",
    )

    (entry,) = entries(client, f"{event.get_absolute_url()}programme/{session.pk}.ics")

    assert entry["SUMMARY"] == "Lecture"
    assert entry["LOCATION"].startswith("Palace, ")
    assert entry["LOCATION"].endswith("Astana, Kazakhstan")
    assert "Known, Rector\nDean" in entry["DESCRIPTION"]
    assert "Hidden" not in entry["DESCRIPTION"]


def test_hidden_items_and_events_have_no_calendar(client):
    event = make_event()
    hidden = make_session(
        event=event, day=event.starts_on, starts_at=dt.time(10), visibility="internal"
    )
    unpublished = make_event(is_published=False)

    for path in (
        f"{event.get_absolute_url()}programme/programme.ics",
        f"{event.get_absolute_url()}programme/{hidden.pk}.ics",
        f"{unpublished.get_absolute_url()}event.ics",
        f"{unpublished.get_absolute_url()}programme/programme.ics",
    ):
        assert client.get(path).status_code == 404


def test_a_subscription_can_be_of_a_country_or_an_institution(client):
    university = make_institution(slug="university")
    astana = make_event(title_en="Astana", country="KZ")
    tartu = make_event(title_en="Tartu", country="EE")
    make_delegation(event=astana, country="EE")
    make_delegation(event=tartu, country="", institution=university)

    def titles(path):
        return [entry["SUMMARY"] for entry in entries(client, path)]

    assert titles("/events/calendar.ics?country=EE") == ["Tartu"]
    assert "Astana" in titles("/events/calendar.ics?with=EE")
    assert titles("/institutions/university/calendar.ics") == ["Tartu"]


def test_a_calendar_to_follow_has_what_was_lately_and_what_is_to_come_or_a_year(client, today):
    university = make_institution(slug="university")
    for title, days in (("Ahead", 900), ("Lately", -90), ("Long ago", -3000)):
        day = today + dt.timedelta(days=days)
        event = make_event(title_en=title, starts_on=day, ends_on=None)
        make_delegation(event=event, country="", institution=university)
    year = (today - dt.timedelta(days=3000)).year

    for address in ("/events/calendar.ics", "/institutions/university/calendar.ics"):
        shown = [entry["SUMMARY"] for entry in entries(client, address)]
        assert shown == ["Lately", "Ahead"]
        shown = [entry["SUMMARY"] for entry in entries(client, f"{address}?year={year}")]
        assert shown == ["Long ago"]
        assert len(entries(client, f"{address}?year=x")) == 2
    assert b"?year=2020" in read_calendar(client, "/events/calendar.ics").replace(b"\r\n ", b"")


@pytest.mark.slow
def test_nothing_that_is_to_come_is_left_out_of_a_calendar_to_follow(client, today):
    first = today + dt.timedelta(days=1)
    events = [
        Event(title_en=f"Forum {n}", slug=f"forum-{n}", starts_on=first, is_published=True)
        for n in range(600)
    ]
    Event.objects.bulk_create(events)

    assert len(entries(client, "/events/calendar.ics")) == 600
    assert len(entries(client, f"/events/calendar.ics?year={first.year}")) == 600


def test_a_calendar_costs_the_same_for_any_number_of_items(client, django_assert_num_queries):
    event = make_event()
    for number in (1, 3):
        while Event.objects.get().sessions.count() < number:
            session = make_session(event=event, day=event.starts_on, starts_at=dt.time(10))
            make_speaker(session=session, official=make_official())
        with django_assert_num_queries(4):
            client.get(f"{event.get_absolute_url()}programme/programme.ics")


def test_each_calendar_of_an_event_is_another(client):
    event = make_event()
    item = make_session(event=event, day=event.starts_on)
    paths = ("event.ics", "programme/programme.ics", f"programme/{item.pk}.ics")

    found = [read_calendar(client, f"{event.get_absolute_url()}{path}") for path in paths]

    assert len({Calendar.from_ical(content)["UID"] for content in found}) == 3
