"""Who changed what in an event is kept, and can be taken back by those who may change it."""

import pytest
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertRedirects

from forum.models import Event, Removal
from tests.admin_forms import admin_url, submit
from tests.factories import (
    make_attachment,
    make_citation,
    make_event,
    make_figure,
    make_series,
    make_session,
    make_source,
    make_topic,
    make_venue,
)
from tests.history import changed_fields, entries_of, last_author

pytestmark = pytest.mark.django_db


def test_staff_add_an_event_with_a_title_in_one_language_and_nothing_else(staff_client, staff):
    response = submit(staff_client, admin_url(Event, "add"), title_kk="Ректорлар форумы")

    event = Event.objects.get()
    assertRedirects(response, f"/admin/forum/event/{event.pk}/overview/")
    assert (event.slug, event.is_published) == ("rektorlar-forumy", False)
    assert last_author(event) == staff.username


def test_staff_change_an_event_and_its_history_says_what_changed(staff_client, staff):
    submit(staff_client, admin_url(Event, "add"), title_en="Forum")
    event = Event.objects.get()

    response = submit(staff_client, admin_url(event, "change"), title_en="Rectors' Forum")

    assertRedirects(response, f"/admin/forum/event/{event.pk}/overview/")
    event.refresh_from_db()
    assert event.title_en == "Rectors' Forum"
    assert last_author(event) == staff.username
    assert changed_fields(event) == ["title_en"]


@pytest.mark.parametrize("language", ["en", "kk"])
def test_sending_a_form_unchanged_changes_nothing(staff_client, language):
    event = make_event(
        series=make_series(),
        edition=2,
        venue=make_venue(),
        parent=make_event(),
        theme_ru="Тема",
        languages="kk, et",
    )
    event.topics.add(make_topic())
    make_figure(event=event, source=make_source())

    with override(language):
        response = submit(staff_client, admin_url(event, "change"))

    assert response.status_code == 302
    assert event.topics.count() == event.figures.count() == 1
    assert entries_of(event) == []


def test_staff_delete_an_event(staff_client):
    event = make_event()
    make_session(event=event)

    response = staff_client.post(admin_url(event, "delete"), {"post": "yes"})

    assertRedirects(response, admin_url(Event, "changelist"))
    assert not Event.objects.exists()
    assert Removal.objects.get(model="forum.event").text == str(event)


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_selected_events_lead_to_the_page_that_publishes_them(staff_client, action):
    chosen = [make_event().pk for _ in range(2)]

    response = staff_client.post(
        admin_url(Event, "changelist"), {"action": action, "_selected_action": chosen}
    )

    keys = ",".join(map(str, reversed(chosen)))
    assert response.url == f"/admin/forum/event/{keys}/{action}/"


def test_more_than_a_page_of_events_are_not_published_at_once(staff_client):
    rows = Event.objects.bulk_create(Event(title_en="Forum", slug=f"f-{n}") for n in range(51))
    url, keys = admin_url(Event, "changelist"), [event.pk for event in rows]

    data = {"action": "publish", "select_across": "1", "_selected_action": keys}
    response = staff_client.post(url, data, follow=True)

    assertContains(response, "Choose at most 50 at a time.")


@pytest.mark.parametrize(
    "make",
    [
        make_event,
        make_session,
        make_series,
        make_topic,
        make_venue,
        make_figure,
        make_attachment,
        make_source,
        make_citation,
    ],
    ids=lambda make: make.__name__.removeprefix("make_"),
)
def test_the_history_of_a_record_can_be_read(staff_client, make):
    record = make()

    response = staff_client.get(admin_url(record, "history"))

    assertContains(response, "History")
