"""Who may see what of delegations and people."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import OfficialContact
from tests.admin_forms import admin_url, submit
from tests.factories import make_contact, make_member, make_official


@pytest.fixture
def colleague_client(client, db):
    """Staff who may do everything but see private contacts."""
    colleague = get_user_model().objects.create_user("colleague", is_staff=True)
    colleague.user_permissions.set(
        Permission.objects.exclude(content_type__model__endswith="officialcontact")
    )
    client.force_login(colleague)
    return client


def test_a_contact_is_seen_by_protocol_staff(staff_client):
    contact = make_contact(phone="Marker")

    assertContains(staff_client.get(admin_url(contact.official, "change")), "Marker")


def test_a_contact_is_not_seen_without_the_permission(colleague_client):
    contact = make_contact(
        email="marker@example.org", phone="Marker", dietary_needs="Marker", notes="Marker"
    )

    for page in ("change", "history", "delete"):
        response = colleague_client.get(admin_url(contact.official, page))
        assertNotContains(response, "Marker", status_code=response.status_code)
        assertNotContains(response, "marker@", status_code=response.status_code)


def test_a_contact_survives_a_save_by_somebody_who_may_not_see_it(colleague_client):
    contact = make_contact(phone="Marker")

    response = submit(
        colleague_client, admin_url(contact.official, "change"), name_en="Another name"
    )

    assert response.status_code == 302
    assert OfficialContact.objects.get().phone == "Marker"


def test_staff_without_any_permission_see_no_record(client, db):
    client.force_login(get_user_model().objects.create_user("guest", is_staff=True))
    member = make_member(official=make_official())

    for record in (member, member.official, member.delegation):
        for page in ("change", "history"):
            assert client.get(admin_url(record, page)).status_code == 403
        assert client.get(admin_url(type(record), "changelist")).status_code == 403


def test_a_public_page_is_linked_only_if_there_is_one(staff_client):
    public, hidden = make_official(), make_official(is_published=False)

    assertContains(staff_client.get(admin_url(public, "change")), public.get_absolute_url())
    assertNotContains(staff_client.get(admin_url(hidden, "change")), hidden.get_absolute_url())
