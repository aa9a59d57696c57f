"""A place by hand has a reason, and keeps who gave it and when."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import Member
from tests.admin_forms import admin_url, submit
from tests.factories import make_delegation, make_member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fields",
    [{"place": 1}, {"place_reason": "Asked"}, {"place": 0, "place_reason": "Asked"}],
    ids=["no reason", "no place", "no place is before the first"],
)
@pytest.mark.parametrize("make", [make_member, make_delegation])
def test_a_place_by_hand_and_its_reason_go_together(make, fields):
    record = make()
    for name, value in fields.items():
        setattr(record, name, value)

    with pytest.raises(ValidationError, match="needs a reason"):
        record.full_clean()


def test_a_place_keeps_its_author_and_its_day(staff_client, staff):
    member = make_member()
    url = admin_url(member, "change")

    submit(staff_client, url, place=1, place_reason="Guest of honour")

    member.refresh_from_db()
    assert (member.place, member.place_reason) == (1, "Guest of honour")
    assert member.placed_by == (staff.get_full_name() or staff.username)
    assert member.placed_at is not None

    submit(staff_client, url, place="", place_reason="")
    member.refresh_from_db()
    assert (member.place, member.placed_by, member.placed_at) == (None, "", None)


def test_another_change_leaves_the_author_of_the_place(staff_client):
    member = make_member(place=1, place_reason="Asked")
    Member.objects.filter(pk=member.pk).update(placed_by="Somebody long gone")

    submit(staff_client, admin_url(member, "change"), office_en="Dean")

    member.refresh_from_db()
    assert (member.office_en, member.placed_by) == ("Dean", "Somebody long gone")


def test_who_accompanies_somebody_accompanies_one_of_the_same_delegation():
    member, elsewhere = make_member(), make_member()

    for accompanied, said in ((elsewhere, "of another delegation"), (member, "themselves")):
        member.accompanies = accompanied
        with pytest.raises(ValidationError, match=said):
            member.full_clean()


def test_visitors_are_told_of_the_place_and_not_of_its_reason(client):
    delegation = make_delegation(place=1, place_reason="A secret favour")
    make_delegation(event=delegation.event, country="KZ")
    make_member(delegation=delegation, function="head")
    make_member(
        delegation=delegation, office_en="Guest", place=1, place_reason="Another", placed_by="X. Y."
    )

    response = client.get(f"/events/{delegation.event.slug}/delegations/?reasons=each")

    assertContains(response, "Guest is placed by protocol.")
    assertContains(response, "Estonia is placed by protocol.")
    for private in ("A secret favour", "Another", "X. Y."):
        assertNotContains(response, private)
