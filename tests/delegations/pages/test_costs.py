"""A page costs the same for one row and for three."""

import pytest

from tests.delegations.pages.everything import add_everything
from tests.factories import make_event, make_institution, make_official

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize("number", [1, 3], ids=["one row", "three rows"])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/institutions/", 6),
        ("/institutions/?kind=university&country=EE", 6),
        ("/officials/", 5),
        ("/officials/?country=EE&institution=taltech", 6),
        ("/events/forum/delegations/", 9),
        ("/institutions/taltech/", 26),
        ("/officials/nurbek/", 22),
    ],
    ids=[
        "institutions",
        "filtered",
        "officials",
        "filtered officials",
        "of an event",
        "institution",
        "official",
    ],
)
def test_a_page_costs_the_same_for_any_number(
    client, django_assert_num_queries, address, queries, number
):
    event, institution = make_event(slug="forum"), make_institution(slug="taltech")
    official = make_official(slug="nurbek")
    for _ in range(number):
        add_everything(institution, official, event)

    with django_assert_num_queries(queries):
        response = client.get(address)

    assert response.status_code == 200
