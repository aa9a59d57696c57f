"""Events and their parts as staff record them."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertContains

from forum.models import Event, Session, Source
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, submit
from tests.factories import (
    make_event,
    make_official,
    make_session,
    make_source,
    make_topic,
    make_venue,
)

pytestmark = pytest.mark.django_db


def test_staff_add_an_event_with_its_parts_at_once(staff_client):
    source, topic = make_source(), make_topic()
    data = form_data(open_form(staff_client, admin_url(Event, "add")))
    data |= {"title_en": "Forum", "topics": [topic.pk], "starts_on": "2030-05-02"}
    add_row(data, "figures", kind="universities", value="6")
    data = add_row(data, "figures", kind="universities", value="6", as_of_precision="day")
    data = add_row(data, "attachments", kind="programme", title_en="P", url="https://example.org")
    data = add_row(data, "citations", source=source.pk, claim="reported", field="date")

    response = staff_client.post(admin_url(Event, "add"), data)

    assert response.status_code == 302, errors_of(response)
    event = Event.objects.get()
    assert list(event.topics.all()) == [topic]
    assert [figure.value for figure in event.figures.all()] == [6]
    assert [each.title for each in event.attachments.all()] == ["P"]
    assert [each.source for each in event.citations.all()] == [source]


def test_an_event_with_parts_of_its_own_cannot_be_deleted(staff_client):
    event = make_event()
    make_event(parent=event)

    response = staff_client.post(admin_url(event, "delete"), {"post": "yes"})

    assertContains(response, "would require deleting the following protected related objects")
    assert Event.objects.count() == 2


def test_a_file_can_be_attached(staff_client):
    event = make_event()
    data = form_data(open_form(staff_client, admin_url(event, "change")))
    data = add_row(data, "attachments", kind="programme", title_en="Programme")
    data["attachments-0-file"] = SimpleUploadedFile("p.txt", b"Programme")

    response = staff_client.post(admin_url(event, "change"), data)

    attachment = event.attachments.get()
    assert response.status_code == 302
    assert attachment.file.url == f"/files/{attachment.file.name}"
    assert not attachment.is_public


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title_en": ""}, "Give the title in at least one language."),
        ({"starts_on": "31.02.2030"}, "“31.02.2030” is not a date. Write it like 18.11.2025"),
        ({"time_zone": "Almaty"}, "is not a time zone"),
        ({"languages": "kazakh"}, "is not a language tag"),
        ({"country": "XX"}, "Select a valid choice"),
        ({"edition": "9" * 30}, "less than or equal to"),
        ({"parent": "999999"}, "Select a valid choice"),
        ({"title_en": "x" * 1001}, "at most 1000 characters"),
        ({"slug": "a b"}, "Enter a valid “slug”"),
        ({"title_en": "a\x00b"}, "Null characters are not allowed."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_cannot_be_is_refused_with_a_sentence(staff_client, changes, sentence):
    response = submit(staff_client, admin_url(make_event(), "change"), **changes)

    assert response.status_code == 200
    assert sentence in errors_of(response)


def test_the_next_item_of_a_programme_keeps_event_day_and_venue(staff_client):
    event, venue = make_event(), make_venue()
    above = make_session(event=event)

    response = submit(
        staff_client,
        admin_url(Session, "add"),
        event=event.pk,
        parent=above.pk,
        day="2030-05-02",
        venue=venue.pk,
        title_en="Opening",
        _addanother="1",
    )
    following = form_data(open_form(staff_client, response["Location"]))

    kept = {name: following.get(name) for name in ("event", "parent", "day", "venue")}
    assert {name: str(value) for name, value in kept.items()} == {
        "event": str(event.pk),
        "parent": str(above.pk),
        "day": "2030-05-02",
        "venue": str(venue.pk),
    }
    assert not following.get("title_en")


def test_staff_name_the_speakers_on_the_page_of_the_item(staff_client):
    session, official = make_session(), make_official(name_en="Rector One")
    data = form_data(open_form(staff_client, admin_url(session, "change")))
    data = add_row(
        data,
        "speakers",
        official=official.pk,
        role="keynote",
        status="confirmed",
        mode="video",
        position="1",
    )

    response = staff_client.post(admin_url(session, "change"), data)

    assert response.status_code == 302, errors_of(response)
    assert [each.official for each in session.speakers.all()] == [official]
    assertContains(staff_client.get(admin_url(session, "change")), "Rector One")


def test_a_source_is_added_once(staff_client):
    make_source(url="https://example.org/a")

    data = form_data(open_form(staff_client, admin_url(Source, "add")))

    response = staff_client.post(
        admin_url(Source, "add"), data | {"title": "Again", "url": "https://example.org/a"}
    )

    assert "A source with this link is already recorded." in errors_of(response)


def test_a_partial_date_is_widened_in_the_form(staff_client):
    event = make_event(ends_on=None)

    submit(
        staff_client,
        admin_url(event, "change"),
        starts_on="2030-08-17",
        ends_on="2030-08-18",
        date_precision="month",
    )

    event.refresh_from_db()
    assert (event.starts_on, event.ends_on) == (dt.date(2030, 8, 1), dt.date(2030, 8, 31))


def test_a_new_event_has_the_time_zone_of_its_city(staff_client):
    data = form_data(open_form(staff_client, admin_url(Event, "add"))) | {
        "title_et": "Foorum",
        "country": "KZ",
    }

    staff_client.post(admin_url(Event, "add"), data | {"city_ru": "Актау"})

    assert Event.objects.get().time_zone == "Asia/Aqtau"


@pytest.mark.parametrize(
    ("zone", "after"), [("Asia/Almaty", "Europe/Tallinn"), ("Europe/Moscow", "Europe/Moscow")]
)
def test_the_time_zone_follows_an_event_that_moves_unless_it_was_another(staff_client, zone, after):
    event = make_event(country="KZ", city_en="Astana", time_zone=zone)

    submit(staff_client, admin_url(event, "change"), country="EE", city_en="Tallinn")

    event.refresh_from_db()
    assert event.time_zone == after
