"""The tab of an event that tells who may come."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from delegations.accreditation.services import act_on
from delegations.choices import AccreditationAct
from tests.factories import make_delegation, make_event, make_member, make_staff, make_zone

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = make_event()
    delegation = make_delegation(event=event, country="EE")
    make_member(delegation=delegation, office_en="Minister", function="head")
    make_member(delegation=delegation, office_en="Reporter", function="media")
    rejected = {"function": "media", "accreditation": "rejected"}
    make_member(delegation=delegation, office_en="Spy", **rejected)
    return event


def tab(event, question="") -> str:
    return reverse("admin:workspace", args=[event.pk, "accreditation"]) + question


def cells(response) -> list[tuple]:
    counts = response.context_data["counts"]
    return [(whole[0], [cell[1] for cell in row], whole[1]) for whole, row in counts["rows"]]


def test_members_are_counted_by_category_and_state(staff_client, event):
    make_member()  # of another event

    response = staff_client.get(tab(event))

    assert [column[:2] for column in response.context_data["counts"]["columns"]] == [
        ("pending", 2),
        ("rejected", 1),
    ]
    assert cells(response) == [
        ("head of delegation", [1, 0], 1),
        ("media representative", [1, 1], 2),
    ]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("", {"Minister", "Reporter", "Spy"}),
        ("?state=pending", {"Minister", "Reporter"}),
        ("?category=media", {"Reporter", "Spy"}),
        ("?category=media&state=rejected", {"Spy"}),
        ("?state=crowned&category=\u0663&p=x", {"Minister", "Reporter", "Spy"}),
    ],
)
def test_the_list_is_narrowed_by_what_there_is(staff_client, event, question, named):
    response = staff_client.get(tab(event, question))

    assert {member.office for member, _url, _badge in response.context_data["people"]} == named


def test_those_who_are_ticked_are_decided_about_and_the_way_leads_back(staff_client, event):
    response = staff_client.get(tab(event, "?state=pending"))
    assertContains(response, 'formaction="/admin/delegations/member/accredit/approved/"')
    keys = [member.pk for member, _url, _badge in response.context_data["people"]]
    asked = {"member": keys, "next": response.context_data["narrowed"]}
    url = reverse("admin:delegations_member_accredit", args=["approved"], query=asked)

    answer = staff_client.post(url, {})

    assert answer["Location"] == tab(event, "?state=pending")
    assert cells(staff_client.get(tab(event)))[0] == ("head of delegation", [1, 0], 1)


def test_badges_and_zones_are_told(staff_client, staff, event):
    make_zone(event=event, code="P", name_en="Press", categories="media,head")
    act_on(event.delegations.get().members.first(), AccreditationAct.APPROVED, by=staff)

    response = staff_client.get(tab(event))

    assertContains(response, "P: Press")
    assertContains(response, "media representative, head of delegation")
    assert [str(badge) for _m, _url, badge in response.context_data["people"] if badge] == ["1"]


def test_all_are_ticked_on_demand_without_a_script(staff_client, event):
    assertNotContains(staff_client.get(tab(event)), "checked")
    assertContains(staff_client.get(tab(event, "?all=1")), "checked", count=3)


def test_who_may_not_decide_finds_no_boxes_and_no_door(client, event):
    user = make_staff()
    known = ("view_event", "view_member", "view_unpublished")
    user.user_permissions.set(Permission.objects.filter(codename__in=known))
    client.force_login(user)

    response = client.get(tab(event))

    assertContains(response, "Reporter")
    assertNotContains(response, 'type="checkbox"')
    assertNotContains(response, "/door/")


def test_who_sees_only_what_is_published_counts_only_that(client, event):
    type(event).objects.update(is_published=True)
    user = make_staff()
    known = ("view_event", "view_member")
    user.user_permissions.set(Permission.objects.filter(codename__in=known))
    client.force_login(user)

    assert client.get(tab(event)).context_data["counts"]["all"][1] == 2
