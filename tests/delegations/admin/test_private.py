"""Private fields of delegations and meetings: to whoever has their right, and to nobody else."""

import pytest
from django.contrib.auth.models import Permission
from django.core import signing
from pytest_django.asserts import assertContains, assertNotContains

from forum.admin.careful.seen import seal, states_of
from forum.history.keeping import revision
from tests.admin_forms import admin_url, form_data, open_form, submit
from tests.factories import make_delegation, make_staff
from tests.history import entries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    """Staff who may do everything with records but see what is private of delegations."""
    user = make_staff()
    user.user_permissions.set(Permission.objects.exclude(codename="view_private_delegation"))
    client.force_login(user)
    return client


@pytest.fixture
def delegation():
    with revision():
        delegation = make_delegation(notes="Marker one", liaison="Marker")
    with revision():
        delegation.notes, delegation.stated_size_en = "Marker two", "Ten"
        delegation.save()
    with revision():
        delegation.notes = "Marker three"
        delegation.save()
    return delegation


def test_no_page_shows_them_without_the_right(editor, delegation):
    *_, second, third = entries_of(delegation)
    pages = [admin_url(delegation, page) for page in ("change", "delete", "history")]
    pages.append(f"{admin_url(delegation, 'history')}{second.revision.pk}/")

    for page in pages:
        assertNotContains(editor.get(page), "Marker")
    assert editor.get(f"{pages[2]}{third.revision.pk}/").status_code == 404


def test_they_are_shown_with_the_right(staff_client, delegation):
    assertContains(staff_client.get(admin_url(delegation, "change")), "Marker three")


def test_a_form_without_them_leaves_them_as_they_are(editor, delegation):
    url = admin_url(delegation, "change")
    assert "notes" not in form_data(open_form(editor, url))

    answer = submit(editor, url, stated_size_en="Twenty", notes="", liaison="Mine")

    assert answer.status_code == 302
    delegation.refresh_from_db()
    assert (delegation.stated_size_en, delegation.notes) == ("Twenty", "Marker three")
    assert delegation.liaison == "Marker"


def test_what_was_private_is_put_back_by_who_may_see_it(editor, delegation):
    first = entries_of(delegation)[0]
    url = f"{admin_url(delegation, 'history')}{first.revision.pk}/"

    assertNotContains(editor.get(url), "Put it back")
    assert editor.post(url).status_code == 403
    delegation.refresh_from_db()
    assert delegation.notes == "Marker three"


def test_what_a_page_carries_of_a_record_has_no_private_value(delegation):
    states = states_of(delegation)
    other = make_delegation(notes="Marker four")

    [[_name, _key, state]] = _unsealed(seal(states))
    [[*_ident, changed]] = _unsealed(seal(states_of(other)))

    assert "Marker" not in str(state)
    assert state["fields"]["notes"] != changed["fields"]["notes"]


def _unsealed(text: str) -> list:
    return signing.Signer(salt="seen").unsign_object(text)
