"""The lists of institutions and officials."""

import re
from html import unescape

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import (
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_speaker,
)
from tests.reading import read


def names_listed(response) -> list[str]:
    rows = re.findall(r'<article class="row">(.*?)</article>', response.text, re.DOTALL)
    links = [re.search(r"<a [^>]*>(.*?)</a>", row)[1] for row in rows]
    return [unescape(re.sub(r"<[^>]*>", "", link)) for link in links]


@pytest.mark.django_db
def test_institutions_are_narrowed_by_kind_and_country(client):
    make_institution(name_en="TalTech", country="EE")
    make_institution(name_en="Ministry", country="EE", kind="ministry")
    make_institution(name_en="AlmaU", country="KZ")

    by_kind = client.get("/institutions/?kind=ministry")
    by_country = client.get("/institutions/?country=EE")
    by_both = client.get("/institutions/?country=KZ&kind=ministry")

    assert names_listed(by_kind) == ["Ministry"]
    assert names_listed(by_country) == ["Ministry", "TalTech"]
    assert names_listed(by_both) == []
    assert "Country: Kazakhstan (1) Kind: ministry (1)" in read(by_both)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "value",
    ["bogus", "9" * 5000, "-1", "<script>alert(1)</script>", "' OR 1=1 --", "Қ", b"\xff\xed", "🖋"],
    ids=["unknown", "huge", "negative", "script", "quotes", "letter", "broken bytes", "emoji"],
)
def test_wrong_choices_are_shown_and_leave_all(client, value):
    make_institution()

    response = client.get("/institutions/", {"kind": value, "country": value})

    assert len(response.context["object_list"]) == 1
    chosen = [(each.label, each.is_known) for each in response.context["filters"].chosen]
    assert chosen == [("Country", False), ("Kind", False)]
    assertContains(response, 'class="unknown"', count=2)
    assertContains(response, "(no such choice)", count=2)
    assert "<script>alert" not in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/institutions/", "/officials/"])
def test_a_page_that_does_not_exist_is_not_found(client, address):
    for page in ("0", "2", "-1", "x", "9" * 5000):
        assert client.get(address, {"page": page}).status_code == 404


@pytest.mark.django_db
def test_a_country_of_hidden_institutions_only_is_not_offered(client):
    make_institution(country="UZ", is_published=False)
    make_institution(country="KZ")

    response = client.get("/institutions/")

    assertContains(response, '<a href="?country=KZ" rel="nofollow"><span>Kazakhstan</span>')
    assertNotContains(response, "Uzbekistan")


@pytest.mark.django_db
def test_a_long_list_is_cut_into_pages(client):
    for number in range(101):
        make_institution(name_en=f"University {number:03}")
        make_official(name_en=f"Official {number:03}")

    for kind, last in (("institutions", "University 100"), ("officials", "Official 100")):
        first = client.get(f"/{kind}/")
        assert names_listed(client.get(f"/{kind}/{first.context['pages'].next}")) == [last]
        # A number, as addresses had it, still leads there.
        assert names_listed(client.get(f"/{kind}/?page=2", follow=True)) == [last]


@pytest.mark.django_db
def test_officials_of_a_country_held_an_office_or_came_for_it(client):
    held = make_appointment(institution=make_institution(country="EE")).official
    came = make_member(delegation=make_delegation(country="EE"), official=make_official())
    guest = make_official()
    make_member(
        delegation=make_delegation(country="PL"),
        institution=make_institution(country="EE"),
        official=guest,
    )
    spoke = make_speaker(institution=make_institution(country="EE"), official=make_official())
    declined = make_delegation(country="EE", status="declined")
    make_member(delegation=declined, official=make_official())
    hidden = make_delegation(country="EE", event=make_event(is_published=False))
    make_member(delegation=hidden, official=make_official())

    response = client.get("/officials/?country=EE")

    found = {held, came.official, guest, spoke.official}
    assert set(response.context["object_list"]) == found
    [country, *_rest] = response.context["filters"].groups
    counts = {choice.label: choice.count for choice in country.choices}
    assert counts == {"Estonia": len(found), "Poland": 1}
