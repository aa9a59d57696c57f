"""How staff decide about accreditations: one by one, and many at once."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from delegations.models import Member
from tests.admin_forms import admin_url, form_data, open_form, send_form
from tests.factories import make_delegation, make_event, make_member, make_staff, make_zone

pytestmark = pytest.mark.django_db

LIST = "/admin/delegations/member/"


def page(act, *members) -> str:
    question = "&".join(f"member={member.pk}" for member in members)
    return f"{reverse('admin:delegations_member_accredit', args=[act])}?{question}"


def states(*members) -> list[str]:
    return [Member.objects.get(pk=member.pk).accreditation for member in members]


@pytest.fixture
def officer(client):
    """Who may decide, and see members, and nothing else."""
    user = make_staff()
    known = ("accredit_member", "view_member", "view_unpublished")
    user.user_permissions.set(Permission.objects.filter(codename__in=known))
    client.force_login(user)
    return client


def test_a_member_is_approved_on_a_page_of_its_own(officer):
    member = make_member()
    url = page("approved", member)
    assertContains(officer.get(url), 'value="Approve"')

    response = officer.post(url, {"reason": ""}, follow=True)

    assert states(member) == ["approved"]
    assertContains(response, "Recorded for 1 member: approved.")


def test_many_are_approved_at_once_and_who_cannot_be_is_named(officer):
    delegation = make_delegation()
    able = [make_member(delegation=delegation) for _ in range(2)]
    unable = make_member(delegation=delegation, accreditation="withdrawn", office_en="Dean")
    url = page("approved", *able, unable)
    assertContains(officer.get(url), "It is closed: put it back to pending first.")

    response = officer.post(url, {}, follow=True)

    assert states(*able, unable) == ["approved", "approved", "withdrawn"]
    assertContains(response, "Recorded for 2 members: approved.")
    assertContains(response, "Dean: It is closed")


def test_a_missing_reason_is_asked_for_and_nothing_changes(officer):
    member = make_member()

    response = officer.post(page("rejected", member), {"reason": " "})

    assertContains(response, "This field is required.")
    assert states(member) == ["pending"]


def test_what_is_possible_for_nobody_has_no_button(officer):
    member = make_member()

    response = officer.get(page("badge_issued", member))

    assertContains(response, "It is still pending: approve it first.")
    assertNotContains(response, 'type="submit" class="default"')


def test_a_form_sent_twice_is_taken_once(officer):
    member = make_member()
    url = page("approved", member)
    data = {"once": "a-token-of-a-form", "reason": ""}

    first, second = (officer.post(url, data) for _ in range(2))

    assertRedirects(first, admin_url(member, "change"), fetch_redirect_response=False)
    assertRedirects(second, admin_url(member, "change"), fetch_redirect_response=False)
    assert member.accreditation_steps.count() == 1


@pytest.mark.parametrize(
    "question",
    ["", "?member=x", "?member=999999", "?" + "&".join(f"member={n}" for n in range(1, 202))],
)
def test_members_that_there_are_not_are_not_found(officer, question):
    url = reverse("admin:delegations_member_accredit", args=["approved"])

    assert officer.get(url + question).status_code == 404


@pytest.mark.parametrize("act", ["checked_in", "check_in_undone", "crowned"])
def test_what_happens_at_the_door_is_no_act_of_the_office(officer, act):
    assert officer.get(page(act, make_member())).status_code == 404


@pytest.mark.parametrize("right", ["view_member", "change_member", "check_in_member"])
def test_it_takes_a_right_of_its_own(client, right):
    user, member = make_staff(), make_member()
    user.user_permissions.set(Permission.objects.filter(codename=right))
    client.force_login(user)

    assert client.get(page("approved", member)).status_code == 403
    assert client.post(page("approved", member)).status_code == 403
    assert states(member) == ["pending"]


@pytest.mark.parametrize(
    ("action", "act"),
    [
        ("approve", "approved"),
        ("issue_badges", "badge_issued"),
        ("reject", "rejected"),
        ("withdraw", "withdrawn"),
    ],
)
def test_the_list_leads_to_the_page_with_those_who_are_selected(officer, action, act):
    members = [make_member(), make_member()]
    chosen = {"action": action, "_selected_action": [each.pk for each in members]}

    response = officer.post(LIST, chosen)

    address = urlsplit(response["Location"])
    assert address.path.endswith(f"/accredit/{act}/")
    asked = [int(value) for name, value in parse_qsl(address.query) if name == "member"]
    assert sorted(asked) == [each.pk for each in members]
    assert dict(parse_qsl(address.query))["next"] == LIST


def test_the_state_is_shown_on_the_form_and_not_typed(staff_client):
    member = make_member()
    url = admin_url(member, "change")
    data = form_data(open_form(staff_client, url))

    assert "accreditation" not in data
    send_form(staff_client, url, data | {"accreditation": "checked_in"})

    assert states(member) == ["pending"]


def test_a_members_form_tells_steps_badge_and_zones(staff_client):
    event = make_event()
    make_zone(event=event, code="P", name_en="Press room", categories="media")
    member = make_member(delegation=make_delegation(event=event), function="media")
    staff_client.post(page("approved", member), {"reason": "On the list of the ministry."})

    response = staff_client.get(admin_url(member, "change"))

    assertContains(response, "Badge 1.")
    assertContains(response, "P: Press room")
    assertContains(response, "On the list of the ministry.")
    assertContains(response, page("rejected", member).replace("&", "&amp;"))
    [badge] = member.badges.all()
    assertNotContains(response, badge.token)


def test_who_may_not_decide_is_told_no_reasons(client):
    member = make_member()
    member.accreditation_steps.create(
        act="rejected", before="pending", after="rejected", reason="Not wanted."
    )
    user = make_staff()
    known = ("view_member", "change_member", "view_unpublished")
    user.user_permissions.set(Permission.objects.filter(codename__in=known))
    client.force_login(user)

    response = client.get(admin_url(member, "change"))

    assertNotContains(response, "Not wanted.")
    assertNotContains(response, "/accredit/")


def test_zones_are_opened_by_ticking_categories(staff_client):
    zone = make_zone(categories="media")
    url = admin_url(zone, "change")
    data = form_data(open_form(staff_client, url))
    assert data["categories"] == ["media"] or data["categories"] == "media"

    send_form(staff_client, url, data | {"categories": ["head", "driver"]})

    zone.refresh_from_db()
    assert zone.categories == "head,driver"
