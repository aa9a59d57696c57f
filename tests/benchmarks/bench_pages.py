"""What pages cost beside the page about the site, which asks the database for nothing.

Run by `make benchmark`. Only the ratios mean anything: machines differ, and drift.
"""

import time
from statistics import median

import pytest

from tests.admin_forms import admin_url
from tests.factories import (
    make_agreement,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_party,
    make_session,
    make_speaker,
)

ROUNDS = 15
TABS = ("programme", "delegations", "agreements")


@pytest.fixture
def large_forum(db):
    """A forum with 40 delegations, 300 members, 60 agreements and 60 items of programme."""
    event = make_event(slug="large")
    universities = [make_institution() for _ in range(40)]
    people = [make_official() for _ in range(300)]
    delegations = [make_delegation(event=event, institution=each) for each in universities]
    for number, official in enumerate(people):
        side = delegations[number % 40]
        make_member(delegation=side, official=official, institution=side.institution)
    for number in range(60):
        agreement = make_agreement(event=event)
        for step in (0, 7):
            make_party(agreement=agreement, institution=universities[(number + step) % 40])
        make_speaker(session=make_session(event=event), official=people[number])
    return event


def seconds(client, url: str) -> float:
    assert client.get(url).status_code == 200
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        client.get(url)
        taken.append(time.perf_counter() - start)
    return median(taken)


def test_pages_of_a_large_forum(large_forum, client, staff):
    page = large_forum.get_absolute_url()
    delegation = large_forum.delegations.first()
    public = ["/", "/events/", page, *(f"{page}{tab}/" for tab in TABS), "/agreements/"]
    admin = [admin_url(large_forum, "change"), admin_url(delegation, "change")]
    seconds(client, "/about/")  # The first requests also load templates.
    floor = seconds(client, "/about/")

    print(f"\n{'page':<40} {'ms':>8} {'times the floor':>16}")  # noqa: T201 - its purpose
    for url in ["/about/", *public, *admin]:
        if url in admin:
            client.force_login(staff)
        taken = seconds(client, url)
        print(f"{url:<40} {taken * 1000:8.1f} {taken / floor:16.1f}")  # noqa: T201
