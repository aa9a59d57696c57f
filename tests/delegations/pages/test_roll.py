"""The delegations of an event: an index, a search, folded lists, reasons on request."""

import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import (
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
)
from tests.reading import body

pytestmark = pytest.mark.django_db

COUNTRIES = ["UZ", "EE", "KZ", "PL", "LV", "LT", "FI", "SE", "DE"]


def make_large_event(members=7):
    event = make_event()
    for number, country in enumerate(COUNTRIES):
        delegation = make_delegation(event=event, country=country, position=number)
        for place in range(members):
            head = {"function": "head"} if place == members - 1 else {}
            name = f"{country} Person {place}"
            by_hand = {"place": place + 1, "place_reason": "As agreed"}
            make_member(delegation=delegation, name_as_printed=name, **by_hand, **head)
    return event


def sections(page):
    return re.findall(r'<section class="delegation".*?</section>', page, re.DOTALL)


def test_a_large_event_has_an_index_by_country_with_an_institution_after_its_state(client):
    event = make_large_event(members=1)
    university = make_institution(country="KZ", name_en="Abai University")
    own = make_delegation(event=event, institution=university, position=20)

    page = body(client.get(f"/events/{event.slug}/delegations/"))

    index = re.search(r'<nav class="roll".*?</nav>', page, re.DOTALL)[0]
    keys = re.findall(r"#delegation-(\d+)", index)
    states = {each.country: str(each.pk) for each in event.delegations.exclude(country="")}
    order = ["EE", "FI", "DE", "KZ", "LV", "LT", "PL", "SE", "UZ"]
    expected = [states[country] for country in order]
    expected.insert(4, str(own.pk))
    assert keys == expected
    assert sections(page)[0].count("UZ Person") == 1


def test_long_lists_are_folded_below_the_heads_of_a_crowded_event(client):
    event = make_large_event()

    first = sections(body(client.get(f"/events/{event.slug}/delegations/")))[0]

    # The head, whose place the protocol gave, is the last: nothing is left to fold.
    assert "<details>" not in first
    event.delegations.get(country="UZ").members.update(function="member")
    first = sections(body(client.get(f"/events/{event.slug}/delegations/")))[0]
    assert "4 more members" in first
    assert '<ol class="people people-ranked" start="4">' in first
    assert first.count("UZ Person") == 7


def test_a_search_leaves_the_delegations_with_these_words_unfolded(client):
    event = make_large_event()
    hidden = make_official(name_en="Secret Somebody", is_published=False)
    delegation = event.delegations.get(country="EE")
    make_member(delegation=delegation, official=hidden, institution=make_institution())

    path = f"/events/{event.slug}/delegations/"

    assert len(sections(body(client.get(f"{path}?q=estonia")))) == 1
    assertNotContains(client.get(f"{path}?q=estonia"), "more members")
    assert len(sections(body(client.get(f"{path}?q=uz+person")))) == 1
    assertContains(client.get(f"{path}?q=somebody"), "Nothing matches all of these.")


def test_the_reason_for_each_place_is_told_on_request(client):
    event = make_large_event(members=2)
    path = f"/events/{event.slug}/delegations/"

    assertNotContains(client.get(path), "placed by protocol")
    assertContains(client.get(f"{path}?reasons=each"), "are placed by protocol", count=9)
    assertContains(client.get(f"{path}?reasons=each"), "In the list of protocol", count=8)
