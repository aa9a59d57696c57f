"""The boards of the demonstration: the gaps that its sources leave, each looked at and true."""

import pytest

from config.desk.readiness.board import boards
from forum.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Of each event, what its sources do not say or say differently, and how often.
GAPS = {
    # Nobody is named as leading the academic and the cultural delegation; an orchestra holds no
    # office; who signed for the ministries no source says.
    "president-of-estonia-in-kazakhstan-2025": {"no-head": 2, "no-office": 1, "signers-missing": 2},
    "kazakhstan-estonia-rectors-forum-2025": {"no-head": 2, "signers-missing": 2},
    # The source names the head of state by name alone.
    "president-of-kazakhstan-in-estonia-2011": {"no-office": 1},
    # The programme says so of four speakers, and nobody reported whether they came.
    "poland-uzbekistan-rectors-forum-2023": {"speaker-open": 4, "signers-missing": 2},
    "poland-uzbekistan-rectors-forum-2024": {"no-head": 2, "signers-missing": 3},
    # The dinner was on the eve; who adopted the communiqués is told as a number of countries.
    "ehea-ministerial-conference-2024": {"outside-dates": 1, "one-party": 1},
    "ehea-ministerial-conference-2010": {"one-party": 1},
    "ehea-ministerial-conference-2009": {"one-party": 1},
    # Of 29 countries, six signatures are not on record by name.
    "bologna-conference-1999": {"signers-missing": 6},
}


def test_the_boards_of_the_demonstration_show_the_gaps_of_its_sources(load_demo, staff):
    load_demo()
    events = list(Event.objects.all())

    found = boards(events, staff)

    counts = {
        event.slug: {each.check.name: len(each.open) for each in found[event.pk].groups}
        for event in events
    }
    assert {slug: gaps for slug, gaps in counts.items() if gaps} == GAPS
