"""The page of a delegation costs the same for one person and for three."""

import pytest
from django.utils import timezone

from tests.factories import (
    make_accepted,
    make_contact,
    make_invitation,
    make_member,
    make_nominee,
    make_official,
    make_question,
)

pytestmark = pytest.mark.django_db


def named(invitation, count):
    """So many people who are members already, and are submitted once more."""
    for _each in range(count):
        official = make_official()
        make_contact(official=official)
        member = make_member(delegation=invitation.delegation, official=official)
        make_nominee(
            invitation=invitation, state="submitted", submitted_at=timezone.now(), member=member
        )


@pytest.mark.parametrize("count", [1, 3])
def test_questions_cost_one_query_for_any_number(client, django_assert_num_queries, count):
    invitation = make_invitation()
    for _each in range(count):
        make_question(event=invitation.delegation.event)
        make_accepted(invitation=invitation)
    client.get(f"/nominate/{invitation.token}/")

    with django_assert_num_queries(7):
        client.get(f"/nominate/{invitation.token}/")


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_as_often_for_one_as_for_three(client, django_assert_num_queries, count):
    invitation = make_invitation()
    named(invitation, count)
    client.get(f"/nominate/{invitation.token}/")

    with django_assert_num_queries(6):
        client.get(f"/nominate/{invitation.token}/")
