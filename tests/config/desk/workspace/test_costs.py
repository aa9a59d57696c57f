"""What the tabs of an event cost: the same for one row as for many."""

import pytest

from delegations.models import Delegation, Institution, Member, Official
from forum.records.countries import names
from tests.config.desk.workspace.forums import TABS, fill, tab_of
from tests.factories import make_event

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
QUERIES = {
    "overview": 35,
    "programme": 14,
    "delegations": 24,
    "accreditation": 17,
    "agreements": 15,
    "outcomes": 15,
    "sources": 15,
    "print": 26,
    "readiness": 42,
    "changes": 16,
}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("tab", TABS)
def test_a_tab_costs_the_same_for_any_number(staff_client, django_assert_num_queries, tab, count):
    event = make_event()
    fill(event, count)

    with django_assert_num_queries(QUERIES[tab]):
        staff_client.get(tab_of(event, tab))


def test_forty_delegations_of_ten_are_one_small_page(staff_client, django_assert_num_queries):
    event = make_event()
    body = Institution.objects.create(name_en="University of the Example", slug="u", country="EE")
    people = [Official(name_en=f"Person {n}", slug=f"person-{n}") for n in range(400)]
    people = Official.objects.bulk_create(people)
    sides = [Delegation(event=event, country=code) for code in list(names("en"))[:40]]
    sides = Delegation.objects.bulk_create(sides)
    Member.objects.bulk_create(
        Member(
            delegation=sides[number // 10],
            official=person,
            institution=body,
            office_en="Vice-Rector for International Relations",
        )
        for number, person in enumerate(people)
    )

    # Nobody among them stands in for another.
    with django_assert_num_queries(QUERIES["delegations"] - 1):
        page = staff_client.get(tab_of(event, "delegations"))

    assert page.text.count("Person ") >= 400
    assert len(page.content) < 500_000
