"""What the board costs: as many queries for a small event as for forty delegations."""

import datetime as dt

import pytest

from config.desk.readiness.board import board
from delegations.models import Delegation, Institution, Member, Official, Speaker
from forum.models import Event, Session, Venue
from forum.records.countries import names
from tests.factories import MAY_1, make_agreement, make_event, make_party, make_signatory

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
QUERIES = 24


def fill(event: Event, sides: int, members: int) -> None:
    """Delegations of as many members each, who all speak at an item of their own."""
    body = Institution.objects.create(name_en="University", slug="university", country="EE")
    hall = Venue.objects.create(name_en="Hall", latitude=51, longitude=71)
    people = range(sides * members)
    officials = Official.objects.bulk_create(
        Official(name_en=f"Person {n}", slug=f"person-{n}") for n in people
    )
    delegations = Delegation.objects.bulk_create(
        Delegation(event=event, country=code) for code in list(names("en"))[:sides]
    )
    Member.objects.bulk_create(
        Member(delegation=delegations[n // members], official=officials[n], institution=body)
        for n in people
    )
    sessions = Session.objects.bulk_create(
        Session(event=event, venue=hall, day=MAY_1, starts_at=dt.time(8 + n // 60, n % 60))
        for n in people
    )
    Speaker.objects.bulk_create(Speaker(session=sessions[n], official=officials[n]) for n in people)
    for _ in range(sides):
        agreement = make_agreement(event=event)
        for official in officials[:2]:
            party = make_party(agreement=agreement, institution=body)
            make_signatory(agreement=agreement, party=party, official=official)


@pytest.mark.parametrize(("sides", "members"), [(2, 1), (40, 10)])
def test_the_board_costs_the_same_for_any_event(django_assert_num_queries, staff, sides, members):
    event = make_event()
    fill(event, sides, members)
    assert staff.has_perm("forum.view_event")

    with django_assert_num_queries(QUERIES):
        found = board(event, staff)

    assert found.light.amber > sides * members
