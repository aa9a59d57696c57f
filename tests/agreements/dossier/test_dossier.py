import datetime as dt
import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.dossier.entries import Dossier
from agreements.dossier.pairs import pairs
from agreements.dossier.sides import CountrySide
from tests.config.site.crawling import crawl, links
from tests.factories import (
    MAY_1,
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

pytestmark = pytest.mark.django_db

PAIR = "/relations/ee/kz/"


def make_visit(**fields):
    """An event in Kazakhstan to which Estonia came."""
    event = make_event(**fields)
    make_delegation(event=event, country="EE")
    return event


def make_treaty(*codes, **fields):
    agreement = make_agreement(**fields)
    for code in codes or ("EE", "KZ"):
        make_party(agreement=agreement, country=code)
    return agreement


def dossier(*codes):
    return Dossier(*(CountrySide(code) for code in codes))


def shown(client, address=PAIR, **query) -> list:
    return [entry.record for entry in client.get(address, query).context["entries"]]


def numbers(page: str) -> dict[str, int]:
    found = re.findall(r'href="([?#][^"]*)"><strong>(\d+)</strong>', page)
    return {address: int(number) for address, number in found}


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
    assertContains(response, "2 kept")
    register = client.get("/agreements/?country=EE").context["paginator"].count
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

    assert response.context["dossier"].people == [came, spoke]
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
    headings = re.findall(r"<h2>([^<]*)</h2>", response.text.partition('class="count"')[2])
    assert headings == ["2031", "2030", "2029", "No date"]
    assertContains(response, '<p class="row-when">2031</p>')
    assertContains(response, '<p class="row-when">1 February 2030</p>')


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


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 4),
        ({"kind": "event"}, 2),
        ({"kind": "agreement", "year": "2025"}, 1),
        ({"year": "2025"}, 2),
        ({"year": "none"}, 1),
        ({"kind": "agreement", "year": "2024"}, 0),
        ({"kind": "outcome"}, 0),
        ({"kind": "x"}, 4),
        ({"kind": "2025", "year": "event"}, 4),
        ({"year": "1850"}, 4),
        ({"year": "9" * 40, "page": "9" * 40, "kind": ""}, 4),
        ({"page": "x", "format": "x"}, 4),
    ],
)
def test_choices_leave_what_they_say_and_a_choice_that_is_none_leaves_all(client, query, count):
    for year in (2024, 2025):
        make_visit(starts_on=dt.date(year, 5, 1), ends_on=None)
    make_treaty(concluded_on=dt.date(2025, 5, 1))
    make_treaty()

    response = client.get(PAIR, query)

    assert response.context["page_obj"].paginator.count == count
    table = client.get(PAIR, query | {"format": "csv"}).content.decode("utf-8-sig")
    assert len(table.splitlines()) == count + 1


def test_every_choice_leaves_as_much_as_it_says(client):
    make_visit(starts_on=dt.date(2024, 5, 1))
    make_treaty(concluded_on=dt.date(2025, 5, 1))
    make_treaty()

    for start in ("", "?kind=agreement", "?year=2025"):
        for group in client.get(PAIR + start).context["filters"].groups:
            for choice in group.choices:
                if not choice.is_chosen:
                    count = client.get(PAIR + choice.url).context["page_obj"].paginator.count
                    assert count == choice.count


def test_a_long_time_line_has_pages(client):
    for _ in range(51):
        make_treaty()

    assert len(shown(client)) == 50
    assert len(shown(client, page="2")) == 1
    assert "?kind=agreement&amp;page=2" in client.get(PAIR, {"kind": "agreement"}).text


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/relations/EE/", "/relations/ee/"),
        ("/relations/kz/ee/", PAIR),
        ("/relations/EE/KZ/", PAIR),
        ("/kk/relations/KZ/ee/", f"/kk{PAIR}"),
        ("/relations/kz/ee/?kind=event&page=2", f"{PAIR}?kind=event&page=2"),
        ("/relations/institutions/b/a/?year=2025", "/relations/institutions/a/b/?year=2025"),
    ],
)
def test_a_dossier_has_one_address(client, address, canonical):
    make_institution(slug="a")
    make_institution(slug="b")

    assertRedirects(client.get(address), canonical, status_code=301)


@pytest.mark.parametrize(
    "address",
    [
        "/relations/ee/ee/",
        "/relations/EE/ee/",
        "/relations/qq/",
        "/relations/ee/qq/",
        "/relations/ß/",
        "/relations/eu/",
        f"/relations/{'9' * 40}/",
        "/relations/institutions/a/a/",
        "/relations/institutions/a/nobody/",
        "/relations/institutions/a/hidden/",
    ],
)
def test_an_address_of_nobody_or_of_one_with_itself_is_not_found(client, address):
    make_institution(slug="a")
    make_institution(slug="hidden", is_published=False)

    assert client.get(address).status_code == 404


def test_a_pair_with_nothing_says_what_each_has(client):
    make_treaty("EE", "PL")
    make_event(country="KZ")

    response = client.get(PAIR)

    assertContains(response, '<meta name="robots" content="noindex">')
    assertContains(response, "0 events, 1 document")
    assertContains(response, "1 event, 0 documents")
    assert {"/relations/ee/", "/relations/kz/"} <= set(links(response.text))


def test_a_country_shows_its_partners_and_all_that_it_is_part_of(client):
    treaty, alone = make_treaty("EE", "PL"), make_event(country="EE")
    make_treaty("KZ", "PL")

    response = client.get("/relations/ee/")

    assert {entry.record for entry in response.context["entries"]} == {treaty, alone}
    assert [pair.codes for pair, _codes in response.context["partners"]] == [("EE", "PL")]
    assertContains(response, '<a href="/relations/ee/pl/">Poland</a>')


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
    assert response.context["dossier"].people == [official]


@pytest.mark.parametrize("names", [("old", "b"), ("a", "old"), ("old", "older")])
def test_the_old_address_of_two_institutions_leads_to_the_new_one(client, names):
    known = {name: make_institution(slug=name) for name in {*names, "a", "b"}}
    for name in names:
        if name.startswith("old"):
            known[name].slug = f"new-{name}"
            known[name].save()
    present = sorted(known[name].slug for name in names)

    response = client.get("/relations/institutions/{}/{}/".format(*names), follow=True)

    assert response.status_code == 200
    assert response.redirect_chain[-1][0] == "/relations/institutions/{}/{}/".format(*present)


def test_the_index_names_every_pair_and_leads_to_the_two_that_are_chosen(client):
    make_treaty()
    make_treaty("EE", "PL", "UZ")

    found = client.get("/relations/")

    pairs = [pair.codes for pair in found.context["pairs"]]
    assert sorted(pairs) == [("EE", "KZ"), ("EE", "PL"), ("EE", "UZ"), ("PL", "UZ")]
    for chosen, address in (
        ({"country": "KZ", "other": "EE"}, PAIR),
        ({"country": "ee", "other": ""}, "/relations/ee/"),
        ({"country": "EE", "other": "EE"}, "/relations/ee/"),
    ):
        assertRedirects(client.get("/relations/", chosen), address)
    assert client.get("/relations/", {"country": "x", "other": "9" * 40}).status_code == 200


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


def test_the_table_has_the_dates_as_exactly_as_they_are_known_and_no_formula(client):
    make_treaty(
        title_en="=1+1", concluded_on=dt.date(2025, 5, 1), concluded_on_precision="month", slug="t"
    )
    make_treaty(title_en="Plain", concluded_on_precision="unknown", slug="u")

    response = client.get(PAIR, {"format": "csv"})

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response.content.decode("utf-8-sig").splitlines() == [
        "Date,Kind,Title,State,Address",
        "2025-05,Cooperation agreement,'=1+1,Signed,http://testserver/agreements/t/",
        ",Cooperation agreement,Plain,Signed,http://testserver/agreements/u/",
    ]


@pytest.mark.parametrize("start", "=+-@\t\r")
def test_a_cell_that_a_spreadsheet_would_compute_is_text(client, start):
    make_treaty(title_en=f"{start}cmd")

    table = client.get(PAIR, {"format": "csv"}).content.decode("utf-8-sig")

    assert f"'{start}cmd" in table


def test_an_agreement_leads_to_the_dossier_of_its_two_countries_and_institutions(client):
    treaty, many = make_treaty(), make_treaty("EE", "KZ", "PL")
    deed = make_agreement()
    for slug, country in (("b", "KZ"), ("a", "EE")):
        make_party(agreement=deed, institution=make_institution(slug=slug, country=country))

    assert PAIR in links(client.get(treaty.get_absolute_url()).text)
    assertNotContains(client.get(many.get_absolute_url()), "Everything between")
    found = links(client.get(deed.get_absolute_url()).text)
    assert {PAIR, "/relations/institutions/a/b/"} <= set(found)


def test_the_dossiers_are_reached_and_in_the_sitemap(client):
    make_treaty()

    assert {"/relations/", "/relations/ee/", PAIR} <= set(crawl(client, "/"))
    assert f"<loc>http://testserver/kk{PAIR}</loc>" in client.get("/sitemap-relations.xml").text


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"), [(PAIR, 14), (f"{PAIR}?format=csv", 10), ("/relations/ee/", 16)]
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
        client.get(address)


@pytest.mark.parametrize("count", [1, 3])
def test_the_index_costs_the_same_for_any_number(client, django_assert_num_queries, count):
    for _ in range(count):
        make_visit()
        make_treaty()

    with django_assert_num_queries(2):
        client.get("/relations/")
