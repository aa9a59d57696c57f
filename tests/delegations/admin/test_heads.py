"""A delegation has one head at most, and staff are told where it has none."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import Delegation, Member
from tests.admin_forms import add_row, admin_url, errors_of, form_data, open_form, send_form
from tests.factories import make_delegation, make_event, make_institution, make_member

pytestmark = pytest.mark.django_db
SECOND = "This delegation has a head already."


def test_a_second_head_is_refused():
    delegation = make_member(function="head").delegation

    with pytest.raises(ValidationError, match=SECOND):
        Member(delegation=delegation, function="head", office_en="Rector").full_clean()


@pytest.mark.parametrize("turned_away", ["rejected", "withdrawn"])
def test_who_was_turned_away_leads_no_more(turned_away):
    delegation = make_member(function="head", accreditation=turned_away).delegation

    Member(delegation=delegation, function="head", office_en="Rector").full_clean()


def test_a_head_may_be_changed_without_being_a_second_one():
    make_member(function="head").full_clean()


def test_two_heads_in_one_form_are_refused(staff_client):
    url = "/admin/delegations/delegation/add/"
    data = form_data(open_form(staff_client, url)) | {"event": make_event().pk, "country": "EE"}
    for office in ("Rector", "Dean"):
        data = add_row(data, "members", office_en=office, function="head", accreditation="pending")

    response = send_form(staff_client, url, data)

    assert SECOND in errors_of(response)
    assert not Delegation.objects.exists()


def test_two_members_change_places_in_one_form(staff_client):
    delegation = make_delegation()
    head = make_member(delegation=delegation, function="head")
    other = make_member(delegation=delegation, office_en="Dean")
    url = admin_url(delegation, "change")
    data = form_data(open_form(staff_client, url))
    functions = {row: data[f"members-{row}-function"] for row in (0, 1)}
    swapped = {f"members-{row}-function": functions[1 - row] for row in (0, 1)}

    response = staff_client.post(url, data | swapped)

    assert response.status_code == 302
    assert [Member.objects.get(pk=each.pk).function for each in (head, other)] == ["member", "head"]


def test_a_delegation_that_nobody_leads_says_so(staff_client):
    headless = make_member().delegation
    led = make_member(function="head").delegation
    organiser = make_delegation(role="organiser", institution=make_institution(), country="")

    said = "This delegation has no head yet."
    assertContains(staff_client.get(admin_url(headless, "change")), said)
    for each in (led, organiser):
        assertNotContains(staff_client.get(admin_url(each, "change")), said)
    assert list(Delegation.objects.without_head()) == [headless]
