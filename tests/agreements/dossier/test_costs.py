"""A dossier costs the same for one row and for three."""

import pytest

from tests.agreements.dossier.records import PAIR, make_treaty, make_visit
from tests.factories import (
    MAY_1,
    make_commitment,
    make_institution,
    make_member,
    make_official,
    make_outcome,
    make_party,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"), [(PAIR, 19), (f"{PAIR}?format=csv", 18), ("/relations/ee/", 20)]
)
def test_a_dossier_costs_the_same_for_any_number(
    client, django_assert_num_queries, address, queries, count
):
    for _ in range(count):
        event, treaty = make_visit(), make_treaty(concluded_on=MAY_1)
        make_party(agreement=treaty, institution=make_institution())
        make_member(delegation=event.delegations.get(), official=make_official())
        make_outcome(event=event)
        make_commitment(agreement=treaty)

    with django_assert_num_queries(queries):
        client.get(address).getvalue()


@pytest.mark.parametrize("count", [1, 3])
def test_the_index_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    for _ in range(count):
        make_visit()
        make_treaty()

    with django_assert_num_queries(1):
        client.get("/relations/")
