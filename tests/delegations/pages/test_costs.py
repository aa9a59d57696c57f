"""A page costs the same for one row and for three."""

import pytest

from tests.delegations.pages.everything import add_everything
from tests.factories import make_event, make_institution, make_official

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize("number", [1, 3], ids=["one row", "three rows"])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/institutions/", 5),
        ("/institutions/?kind=university&country=EE", 6),
        ("/officials/", 10),
        ("/officials/?country=EE&institution=taltech", 12),
        ("/events/forum/delegations/", 12),
        ("/institutions/taltech/", 28),
        ("/institutions/taltech/events/", 3),
        ("/institutions/taltech/outcomes/", 3),
        ("/institutions/taltech/promises/", 5),
        ("/officials/nurbek/", 24),
        ("/officials/nurbek/participation/", 7),
        ("/officials/nurbek/represented/", 10),
        ("/officials/nurbek/agreements/", 9),
    ],
    ids=[
        "institutions",
        "filtered",
        "officials",
        "filtered officials",
        "of an event",
        "institution",
        "its events",
        "its outcomes",
        "its promises",
        "official",
        "where they were",
        "who was there for them",
        "what they signed",
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
