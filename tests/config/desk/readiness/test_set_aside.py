"""A finding is set aside with a reason, comes back when it changes, and is taken up again."""

import datetime as dt

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from config.desk.readiness.board import board
from forum.models import SetAside
from tests.config.desk.readiness.reading import said
from tests.config.desk.workspace.forums import clerk, tab_of
from tests.factories import make_event, make_session

pytestmark = pytest.mark.django_db
DINNER = dt.date(2030, 4, 30)


@pytest.fixture
def dinner():
    """An item outside the dates of its event."""
    return make_session(event=make_event(), title_en="Dinner", day=DINNER)


def send(client, session, **data):
    named = {"check": "outside-dates", "subject": f"forum.session:{session.pk}"}
    return client.post(tab_of(session.event, "readiness"), named | data)


def outside(session) -> dict:
    return said(session.event, "outside-dates")


def test_what_is_set_aside_is_shown_with_its_reason_and_no_longer_counted(
    staff_client, staff, dinner
):
    response = send(staff_client, dinner, reason=" The eve. ")

    assertRedirects(response, tab_of(dinner.event, "readiness"))
    assert outside(dinner) == {}
    page = staff_client.get(tab_of(dinner.event, "readiness"))
    assertContains(page, "Set aside: The eve. (staff, ")
    assert board(dinner.event, staff).light.red == 0


def test_it_needs_a_reason_and_what_was_typed_stays(staff_client, dinner):
    assertContains(send(staff_client, dinner, reason=" "), "This field cannot be blank.")
    assertContains(send(staff_client, dinner, reason="x" * 501), 'value="xxxxx')
    assert not SetAside.objects.exists()


def test_it_comes_back_if_what_was_found_changes(staff_client, dinner):
    send(staff_client, dinner, reason="The eve.")
    dinner.title_en = "Reception"
    dinner.save()
    assert outside(dinner) == {}

    dinner.day = dt.date(2030, 4, 29)
    dinner.save()
    assert outside(dinner) == {"outside-dates": ["“Reception”: Monday, 29 April 2030"]}

    send(staff_client, dinner, reason="Two days before.")
    assert outside(dinner) == {}
    assert SetAside.objects.filter(ended_at=None).count() == 1


def test_it_is_taken_up_again_and_who_did_so_stays_on_record(staff_client, dinner):
    send(staff_client, dinner, reason="The eve.")

    send(staff_client, dinner, again="on")

    assert list(outside(dinner)) == ["outside-dates"]
    [row] = SetAside.objects.all()
    assert (row.author_name, row.ender_name) == ("staff", "staff")


def test_what_is_no_longer_so_cannot_be_set_aside(staff_client, dinner):
    dinner.day = None
    dinner.save()

    response = send(staff_client, dinner, reason="The eve.")

    assertContains(staff_client.get(response.url), "This is no longer so")
    assert not SetAside.objects.exists()


def test_only_who_may_change_the_event_sets_aside(client, dinner):
    client.force_login(clerk("view_event", "view_session"))

    assert send(client, dinner, reason="The eve.").status_code == 403
    page = client.get(tab_of(dinner.event, "readiness"))
    assertContains(page, "Dinner")
    assert "Set aside" not in page.text


def test_what_is_set_aside_at_one_event_is_open_at_another(staff_client, dinner):
    other = make_session(event=make_event(), day=DINNER)
    send(staff_client, dinner, reason="The eve.")

    assert list(outside(other)) == ["outside-dates"]
