"""A page costs the same for one row and for three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum.derived import catch_up
from tests.agreements.full import add_parts, make_full_agreement
from tests.factories import make_agreement, make_event, make_institution, make_party

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def make_rows(number, event, institution):
    for _ in range(number):
        agreement = make_full_agreement(event=event, session=None)
        make_party(agreement=agreement, institution=institution)


@pytest.mark.parametrize("number", [1, 3], ids=["one row", "three rows"])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/agreements/", 16),
        ("/agreements/?country=EE&field=x", 10),
        ("/events/forum/agreements/", 9),
        ("/institutions/taltech/agreements/", 7),
        ("/institutions/taltech/partners/", 3),
    ],
    ids=[
        "register",
        "filtered register",
        "of an event",
        "of an institution",
        "partners",
    ],
)
def test_a_list_costs_the_same_for_any_number(
    client, django_assert_num_queries, address, queries, number
):
    make_rows(number, make_event(slug="forum"), make_institution(slug="taltech"))

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.status_code == 200


@pytest.mark.parametrize("number", [1, 3], ids=["one of each", "three of each"])
def test_an_agreement_costs_the_same_for_any_number_of_parts(
    client, django_assert_num_queries, number
):
    agreement = make_full_agreement()
    for _ in range(number - 1):
        add_parts(agreement)

    with django_assert_num_queries(21):
        response = client.get(agreement.get_absolute_url())

    assert response.status_code == 200


def test_an_agreement_without_parts_costs_no_more_than_one_with_all(client):
    agreement = make_agreement()

    catch_up()
    with CaptureQueriesContext(connection) as queries:
        client.get(agreement.get_absolute_url())

    assert len(queries) <= 15
