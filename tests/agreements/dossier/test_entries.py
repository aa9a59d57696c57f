"""What belongs to the dossier of a pair, and what is counted of it."""

import datetime as dt
import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from agreements.dossier.pairs import pairs
from forum.records.countries import names
from tests.agreements.dossier.records import PAIR, make_treaty, make_visit, numbers, shown
from tests.factories import (
    make_agreement,
    make_commitment,
    make_delegation,
    make_event,
    make_figure,
    make_institution,
    make_member,
    make_official,
    make_outcome,
    make_party,
    make_session,
    make_source,
    make_speaker,
)
from tests.reading import tight

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "come",
    [
        pytest.param(lambda event: make_delegation(event=event, country="EE"), id="country"),
        pytest.param(
            lambda event: make_delegation(event=event, institution=make_institution()),
            id="institution",
        ),
        pytest.param(
            lambda event: make_member(
                delegation=make_delegation(event=event, country="PL"),
                institution=make_institution(),
            ),
            id="member",
        ),
        pytest.param(
            lambda event: make_speaker(
                session=make_session(event=event), institution=make_institution()
            ),
            id="speaker",
        ),
    ],
)
def test_an_event_is_of_the_country_that_holds_it_and_of_those_that_were_there(client, come):
    event = make_event(country="KZ")
    come(event)

    assert shown(client) == [event]
    assert (("EE", "KZ"), 1) in [(pair.codes, pair.events) for pair in pairs()]


@pytest.mark.parametrize(
    "come",
    [
        pytest.param(
            lambda event: make_delegation(event=event, country="EE", status="declined"),
            id="declined",
        ),
        pytest.param(
            lambda event: make_delegation(
                event=event, institution=make_institution(is_published=False)
            ),
            id="unpublished institution",
        ),
        pytest.param(
            lambda event: make_member(
                delegation=make_delegation(event=event, country="PL"),
                institution=make_institution(),
                is_listed=False,
            ),
            id="unlisted member",
        ),
        pytest.param(
            lambda event: make_speaker(
                session=make_session(event=event, visibility="internal"),
                institution=make_institution(),
            ),
            id="internal item",
        ),
    ],
)
def test_who_came_unseen_does_not_make_an_event_a_countrys(client, come):
    come(make_event(country="KZ"))

    assert shown(client) == []
    assert ("EE", "KZ") not in [pair.codes for pair in pairs()]


def test_nothing_unpublished_is_counted_or_shown(client):
    event, treaty = make_visit(is_published=False), make_treaty(is_published=False)
    make_agreement(title_en="Kept secret")
    hidden = make_institution(is_published=False, name_en="Hidden institution")
    make_party(agreement=make_treaty("KZ"), institution=hidden)
    for subject in ({"event": event}, {"agreement": treaty}):
        make_outcome(**subject)
        make_commitment(**subject)
    make_commitment(agreement=make_treaty(slug="open"), is_public=False)
    make_member(
        delegation=make_delegation(event=make_visit(slug="forum"), country="EE"),
        official=make_official(is_published=False),
    )

    response = client.get(PAIR)

    assert [entry.record.slug for entry in response.context["entries"]] == ["forum", "open"]
    assert numbers(response.text) == {"?kind=event": 1, "?kind=agreement": 1}
    assertNotContains(response, "Hidden institution")
    assert [(pair.events, pair.agreements) for pair in pairs()] == [(1, 1)]


def test_the_figures_equal_the_entries_that_they_lead_to_and_what_the_register_counts(client):
    event, treaty = make_visit(), make_treaty(in_force_on=dt.date(2020, 1, 1))
    make_visit()
    make_treaty()
    make_treaty(stage="proposed")
    for subject in ({"event": event}, {"agreement": treaty}):
        make_outcome(**subject)
        make_commitment(state="fulfilled", **subject)
        make_commitment(**subject)
    make_outcome(event=event, agreement=treaty)
    make_treaty("KZ", "PL")
    make_event(country="PL")

    response = client.get(PAIR)

    counted = numbers(response.text)
    assert counted == {
        "?kind=event": 2,
        "?kind=agreement": 3,
        "?kind=outcome": 3,
        "?kind=commitment": 4,
    }
    for address, number in counted.items():
        assert len(client.get(PAIR + address).context["entries"]) == number
    assertContains(response, "1 in force")
    assertContains(response, "2 fulfilled")
    register = client.get("/agreements/?country=EE").context["filters"].total
    assert numbers(client.get("/relations/ee/").text)["?kind=agreement"] == register == 3
    [pair] = pairs("EE")
    assert (pair.codes, pair.events, pair.agreements) == (("EE", "KZ"), 2, 3)


def test_people_are_the_published_officials_who_took_part_for_either_side(client):
    event = make_visit()
    came, spoke = make_official(name_en="Came"), make_official(name_en="Spoke")
    for _twice in range(2):
        make_member(delegation=event.delegations.get(), official=came)
    make_speaker(
        session=make_session(event=event),
        official=spoke,
        institution=make_institution(country="KZ"),
    )
    make_member(
        delegation=make_delegation(event=event, country="PL"),
        official=make_official(name_en="For Poland"),
    )
    make_member(
        delegation=event.delegations.get(country="EE"),
        official=make_official(name_en="Unlisted"),
        is_listed=False,
    )

    response = client.get(PAIR)

    assert response.context["dossier"].people.shown == [came, spoke]
    assert numbers(response.text)["#people"] == 2
    assertContains(response, 'id="people"')


def test_the_time_line_mixes_all_kinds_newest_first_and_leaves_the_undated_for_last(client):
    event = make_visit(starts_on=dt.date(2029, 5, 1))
    undated = make_visit(starts_on=None, ends_on=None)
    treaty = make_treaty(concluded_on=dt.date(2031, 1, 1), concluded_on_precision="year")
    promise = make_commitment(event=event, due_on=dt.date(2030, 2, 1))
    outcome = make_outcome(event=event, happened_on=dt.date(2029, 6, 1))

    response = client.get(PAIR)

    assert [entry.record for entry in response.context["entries"]] == [
        treaty,
        promise,
        outcome,
        event,
        undated,
    ]
    headings = re.findall(r"<h2>([^<]*)</h2>", tight(response).partition('class="count"')[2])
    assert headings == ["2031", "2030", "2029", "No date"]
    assert '<p class="row-when">2031</p>' in tight(response)
    assert "1 February 2030" in tight(response)


def test_a_promise_leads_to_where_it_was_made_and_says_what_became_of_it(client):
    hidden = make_event(is_published=False)
    treaty = make_treaty()
    make_commitment(agreement=treaty, due_on=dt.date(2020, 1, 1))
    make_outcome(agreement=treaty, event=hidden)

    response = client.get(PAIR)

    assertContains(response, f'href="{treaty.get_absolute_url()}#commitments"')
    assertContains(response, f'href="{treaty.get_absolute_url()}#outcomes"')
    assertContains(response, "overdue")
    assertNotContains(response, hidden.slug)


def test_a_country_shows_its_partners_and_all_that_it_is_part_of(client):
    treaty, alone = make_treaty("EE", "PL"), make_event(country="EE")
    make_treaty("KZ", "PL")

    response = client.get("/relations/ee/")

    assert {entry.record for entry in response.context["entries"]} == {treaty, alone}
    assert [pair.codes for pair, _codes in response.context["partners"]] == [("EE", "PL")]
    assert '<a href="/relations/ee/pl/">Poland</a>' in tight(response)


def test_two_institutions_have_a_dossier_too(client):
    ours, theirs = make_institution(slug="ours", country="KZ"), make_institution(slug="theirs")
    shared, other = make_agreement(), make_agreement()
    for institution in (ours, theirs):
        make_party(agreement=shared, institution=institution)
    make_party(agreement=other, institution=ours)
    event = make_event()
    make_delegation(event=event, institution=ours)
    official = make_official()
    make_speaker(session=make_session(event=event), institution=theirs, official=official)

    response = client.get("/relations/institutions/ours/theirs/")

    assert {entry.record for entry in response.context["entries"]} == {shared, event}
    assert response.context["dossier"].people.shown == [official]


def test_the_figures_of_a_shared_event_are_entries_of_its_day_each_statement_once(client):
    event = make_visit(starts_on=dt.date(2025, 11, 18))
    for _repeated in range(2):
        make_figure(event=event, kind="deals", value=517, unit="million USD")
    make_figure(event=make_event(country="KZ"), value=9)

    entries = client.get(PAIR, {"kind": "figure"}).context["entries"]

    assert [(each.title, each.day) for each in entries] == [
        ("value of deals: 517.00 million USD", event.starts_on)
    ]
    assertContains(client.get(PAIR, {"kind": "figure"}), "517 million USD", count=1)


def test_the_preferred_figures_of_the_two_countries_are_shown_with_their_source(client):
    source = make_source(title="Ministry", publisher="The Ministry")
    make_figure(
        country="KZ",
        other_country="EE",
        as_stated_en="120 students",
        is_preferred=True,
        source=source,
    )
    make_figure(country="EE", other_country="KZ", as_stated_en="90 students")
    make_figure(country="EE", other_country="PL", as_stated_en="7 students", is_preferred=True)

    response = client.get(PAIR)

    assertContains(response, "120 students")
    assertContains(response, "The Ministry")
    assertNotContains(response, "90 students")
    assertNotContains(response, "7 students")


def test_a_country_with_many_partners_shows_the_first_of_them_and_a_way_to_all(client):
    others = [code for code in sorted(names("en")) if code != "EE"][:29]
    make_treaty("EE", *others)

    first = client.get("/relations/ee/")
    every = client.get("/relations/ee/?partners=all")

    assert len(first.context["partners"]) == 24
    assertContains(first, '<a href="?partners=all">All 29 countries</a>')
    assert len(every.context["partners"]) == 29


def test_what_goes_or_moves_to_another_year_is_counted_no_longer(client):
    event, treaty = make_visit(starts_on=dt.date(2024, 5, 1)), make_treaty()
    make_visit(starts_on=dt.date(2024, 6, 1))

    treaty.delete()
    event.starts_on = dt.date(2023, 5, 1)
    event.ends_on = None
    event.save()

    [pair] = pairs()
    assert (pair.events, pair.agreements) == (2, 0)
    years = client.get(PAIR).context["filters"].groups[1].choices
    assert [(choice.label, choice.count) for choice in years] == [("2024", 1), ("2023", 1)]
