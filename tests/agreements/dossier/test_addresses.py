"""Where dossiers are found."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.agreements.dossier.records import PAIR, make_treaty
from tests.crawling import crawl
from tests.factories import make_agreement, make_event, make_institution, make_party
from tests.reading import in_words, links, read

pytestmark = pytest.mark.django_db


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
    assert "0 events, 1 agreement" in in_words(response)
    assert "1 event, 0 agreements" in in_words(response)
    assert {"/relations/ee/", "/relations/kz/"} <= set(links(response.text))


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


def test_the_index_names_every_country_and_leads_to_the_two_that_are_chosen(client):
    make_treaty()
    make_treaty("EE", "PL", "UZ")

    found = client.get("/relations/")

    counts = [(each.code, each.agreements) for each in found.context["countries"]]
    assert counts == [("EE", 2), ("KZ", 1), ("PL", 1), ("UZ", 1)]
    for chosen, address in (
        ({"country": "KZ", "other": "EE"}, PAIR),
        ({"country": "ee", "other": ""}, "/relations/ee/"),
        ({"country": "EE", "other": "EE"}, "/relations/ee/"),
    ):
        assertRedirects(client.get("/relations/", chosen), address)
    assert client.get("/relations/", {"country": "x", "other": "9" * 40}).status_code == 200


def test_an_agreement_leads_to_the_dossier_of_its_two_countries_and_institutions(client):
    treaty, many = make_treaty(), make_treaty("EE", "KZ", "PL")
    deed = make_agreement()
    for slug, country in (("b", "KZ"), ("a", "EE")):
        make_party(agreement=deed, institution=make_institution(slug=slug, country=country))

    assert PAIR in links(client.get(treaty.get_absolute_url()).text)
    assertNotContains(client.get(many.get_absolute_url()), "Everything between")
    found = links(client.get(deed.get_absolute_url()).text)
    assert {PAIR, "/relations/institutions/a/b/"} <= set(found)


@pytest.mark.slow
def test_two_depositaries_have_nothing_between_them(client):
    agreement = make_agreement()
    for code in ("EE", "KZ", "PL"):
        make_party(agreement=agreement, country=code)
    for _number in range(2):
        make_party(agreement=agreement, role="depositary")

    assertNotContains(client.get(agreement.get_absolute_url()), "Everything between")


def test_the_dossiers_are_reached_and_in_the_sitemap(client):
    make_treaty()

    assert {"/relations/", "/relations/ee/", PAIR} <= set(crawl(client, "/"))
    assert f"<loc>http://testserver/kk{PAIR}</loc>" in client.get("/sitemap-relations.xml").text


@pytest.mark.parametrize(
    ("prefix", "pair"),
    [("", "Estonia – Kazakhstan"), ("/kk", "Қазақстан – Эстония"), ("/et", "Eesti – Kasahstan")],
    ids=["English", "Kazakh", "Estonian"],
)
def test_two_countries_stand_in_the_alphabet_of_the_reader_at_one_address(client, prefix, pair):
    make_treaty()

    assert pair in read(client.get(prefix + PAIR))
    assert client.get(f"{prefix}/relations/kz/ee/")["Location"] == prefix + PAIR
