"""A part inherits the countries of its whole, and a whole shows what its parts brought."""

import pytest

from agreements.dossier.pairs import pairs
from delegations.attendance import events_of, events_of_country, sides_of_events
from forum.models import Event
from tests.factories import make_delegation, make_event, make_institution

pytestmark = pytest.mark.django_db


def make_visit(**fields):
    """A visit of Kazakhstan to Estonia, with a part that names nobody."""
    visit = make_event(title_en="Visit", kind="visit", country="EE", **fields)
    make_delegation(event=visit, country="KZ")
    part = make_event(title_en="Forum", country="", parent=visit)
    return visit, part


def sides(event) -> set[str]:
    return {code for _key, code in sides_of_events(Event.objects.filter(pk=event.pk))}


def test_a_part_of_a_visit_counts_for_both_countries(client):
    visit, part = make_visit()

    page = client.get("/relations/ee/kz/")

    # It was the visit alone.
    assert {entry.record for entry in page.context["entries"]} == {visit, part}
    assert [(pair.codes, pair.events) for pair in pairs()] == [(("EE", "KZ"), 2)]


def test_a_visit_shows_what_its_parts_brought_but_not_to_its_other_parts():
    visit, part = make_visit()
    other = make_event(country="", parent=visit)
    university = make_institution(country="PL")
    make_delegation(event=part, institution=university)

    assert set(events_of_country("PL")) == set(events_of(university)) == {visit, part}
    assert sides(other) == {"EE", "KZ"}


def test_an_institution_at_a_visit_is_not_thereby_at_each_of_its_parts():
    visit, _part = make_visit()
    university = make_institution(country="KZ")
    make_delegation(event=visit, institution=university)

    assert list(events_of(university)) == [visit]


def test_a_part_of_a_part_counts_too():
    visit, part = make_visit()
    item = make_event(country="LV", parent=part)

    assert sides(item) == {"EE", "KZ", "LV"}
    assert sides(visit) == {"EE", "KZ", "LV"}


def test_what_is_not_published_is_not_inherited_nor_brought():
    visit, part = make_visit(is_published=False)
    hidden = make_event(country="FI", parent=part, is_published=False)
    make_event(country="LV", parent=hidden)

    assert sides(part) == set()
    assert events_of_country("KZ").count() == 0
    assert set(events_of_country("LV")) == set(hidden.children.all())

    Event.objects.filter(pk=visit.pk).update(is_published=True)

    assert sides(part) == {"EE", "KZ"}


def test_a_circle_of_parts_ends():
    visit, part = make_visit()
    Event.objects.filter(pk=visit.pk).update(parent=part)

    assert sides(part) == {"EE", "KZ"}
