"""Staff are led from a page to where they change what it shows; visitors see nothing of that."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from forum.admin.returning import returning
from tests.admin_forms import admin_url
from tests.config.desk.workspace.forums import clerk, tab_of
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_official,
    make_session,
)

pytestmark = pytest.mark.django_db
LINK = 'class="edit-link"'
MAKERS = [
    make_event,
    make_session,
    make_institution,
    make_official,
    make_agreement,
    make_commitment,
]


@pytest.mark.parametrize("make", MAKERS)
def test_staff_are_led_from_a_page_to_its_record_and_back(staff_client, make):
    record = make()
    path = record.get_absolute_url()

    page = staff_client.get(path)

    there = returning(admin_url(record, "change"), path)
    if make is make_event:
        there = tab_of(record, "overview")
    assertContains(page, f'{LINK} href="{there}"', count=1)


@pytest.mark.parametrize("tab", ["programme", "delegations", "agreements"])
def test_a_tab_of_an_event_leads_to_the_same_tab_of_its_workspace(staff_client, tab):
    event = make_event()

    page = staff_client.get(f"{event.get_absolute_url()}{tab}/")

    assertContains(page, f'{LINK} href="{tab_of(event, tab)}"')


@pytest.mark.parametrize("make", MAKERS)
def test_visitors_see_no_way_to_edit(client, make):
    assertNotContains(client.get(make().get_absolute_url()), "edit-link")


@pytest.mark.parametrize("rights", [(), ("view_event", "change_institution")])
def test_who_may_not_change_it_sees_no_way_to_edit(client, rights):
    client.force_login(clerk(*rights))

    assertNotContains(client.get(make_event().get_absolute_url()), "edit-link")


def test_who_is_no_staff_sees_no_way_to_edit(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("guest", is_superuser=True))

    assertNotContains(client.get(make_event().get_absolute_url()), "edit-link")


def test_a_page_for_staff_is_kept_for_nobody_else(staff_client, client):
    path = make_event().get_absolute_url()

    assert "Cookie" in staff_client.get(path)["Vary"]


def test_lists_have_no_such_link(staff_client):
    make_event()

    assertNotContains(staff_client.get("/events/"), "edit-link")


def test_visitors_cost_no_query_more_and_staff_two(
    client, staff, django_assert_num_queries, django_assert_max_num_queries
):
    path = make_institution().get_absolute_url()
    client.get(path)
    with django_assert_max_num_queries(100) as asked:
        client.get(path)
    visitors = len(asked)
    client.force_login(staff)

    with django_assert_num_queries(visitors + 2):  # the session and the user
        client.get(path)
