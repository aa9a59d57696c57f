"""Forms lead back to the page from which staff came, whatever happens on the way."""

import pytest
from django.test import RequestFactory
from pytest_django.asserts import assertContains, assertRedirects

from delegations.models import Member
from forum.admin.returning import next_of, returning
from forum.models import Event
from tests.admin_forms import admin_url, form_data, open_form
from tests.factories import make_delegation, make_event, make_member, make_session

pytestmark = pytest.mark.django_db
HERE = "/admin/changes/"


def sent(client, url, **changes):
    """The form at that address, sent with these changes."""
    return client.post(url, form_data(open_form(client, url)) | changes)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/admin/changes/?by=me", "/admin/changes/?by=me"),
        ("", "/"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("/\\example.org", "/"),
        ("javascript:alert(1)", "/"),
        ("changes/", "/"),
        ("/" + "x" * 3000, "/"),
    ],
)
def test_only_a_path_of_this_site_is_returned_to(path, found):
    assert next_of(RequestFactory().get("/", {"next": path}), "/") == found
    assert next_of(RequestFactory().post("/", {"next": path}), "/") == found


def test_an_address_that_leads_back_keeps_its_questions():
    assert returning("/a/?b=1", "/c/?d=2") == "/a/?b=1&next=%2Fc%2F%3Fd%3D2"
    assert returning("/a/", "/c/") == "/a/?next=%2Fc%2F"
    assert returning("/a/", "") == "/a/"


def test_saving_a_new_and_an_old_record_leads_back(staff_client):
    member = make_member()
    add = returning(f"{admin_url(Member, 'add')}?delegation={member.delegation_id}", HERE)

    new = sent(staff_client, add, office_en="Vice-Rector")
    old = sent(staff_client, returning(admin_url(member, "change"), HERE), office_en="Dean")

    assertRedirects(new, HERE)
    assertRedirects(old, HERE)


@pytest.mark.parametrize("button", ["_addanother", "_continue"])
def test_the_next_form_leads_back_too(staff_client, button):
    delegation = make_delegation()
    add = returning(f"{admin_url(Member, 'add')}?delegation={delegation.pk}", HERE)

    response = sent(staff_client, add, office_en="Rector", **{button: "on"})
    again = sent(staff_client, response.url, office_en="Dean")

    assertRedirects(again, HERE)


def test_a_refused_form_still_leads_back(staff_client):
    event = make_event()
    url = returning(admin_url(event, "change"), HERE)

    refused = sent(staff_client, url, title_en="")

    action = refused.context["form_url"]
    assert refused.status_code == 200
    assertRedirects(sent(staff_client, f"{admin_url(event, 'change')}{action}"), HERE)


def test_deleting_leads_back_but_not_to_what_is_gone(staff_client):
    session, event = make_session(), make_event()
    own = f"/admin/forum/event/{event.pk}/overview/"

    back = staff_client.post(returning(admin_url(session, "delete"), HERE), {"post": "yes"})
    gone = staff_client.post(returning(admin_url(event, "delete"), own), {"post": "yes"})

    assertRedirects(back, HERE)
    assertRedirects(gone, admin_url(Event, "changelist"))


def test_the_way_to_delete_leads_back(staff_client):
    member = make_member()

    page = staff_client.get(returning(admin_url(member, "change"), HERE))

    assertContains(page, f"{admin_url(member, 'delete')}?next=%2Fadmin%2Fchanges%2F")


def test_a_form_that_is_closed_leads_back(staff_client):
    closed = staff_client.get(returning(admin_url(Event, "changelist"), HERE))

    assertRedirects(closed, HERE)


def test_a_list_refuses_to_lead_elsewhere(staff_client):
    response = staff_client.get(admin_url(Event, "changelist"), {"next": "https://example.org/"})

    assert response.status_code == 400


def test_an_event_that_is_saved_leads_to_its_workspace(staff_client):
    new = sent(staff_client, admin_url(Event, "add"), title_en="Forum")

    event = Event.objects.get()
    assertRedirects(new, f"/admin/forum/event/{event.pk}/overview/")


def test_the_list_of_events_leads_to_their_workspaces(staff_client):
    event = make_event()

    page = staff_client.get(admin_url(Event, "changelist"))

    assertContains(page, f'href="/admin/forum/event/{event.pk}/overview/')
