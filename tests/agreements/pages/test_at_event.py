"""The documents of a large event are narrowed on its own tab."""

import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from agreements.at_event import FEW, PAGE
from tests.factories import make_agreement, make_event, make_institution, make_party
from tests.reading import body

pytestmark = pytest.mark.django_db


def make_documents(count):
    event = make_event()
    bodies = [make_institution(country=country) for country in ("EE", "KZ", "PL")]
    for number in range(count):
        instrument = "memorandum" if number % 2 else "treaty"
        fields = {"title_en": f"Document {number}", "slug": f"d-{number}", "instrument": instrument}
        agreement = make_agreement(event=event, **fields)
        make_party(agreement=agreement, institution=bodies[number % 3])
    return event


def titles(page):
    return sorted(re.findall(r">(Document \d+)</a>", page))


def test_few_documents_have_nothing_to_narrow_them_by(client):
    event = make_documents(FEW)

    assertNotContains(client.get(f"/events/{event.slug}/agreements/"), 'class="narrow"')


def test_many_documents_are_narrowed_by_what_they_have_in_common_and_by_words(client):
    event = make_documents(FEW + 1)
    path = f"/events/{event.slug}/agreements/"

    page = body(client.get(path))
    assert len(titles(page)) == FEW + 1
    assert re.search(
        r'href="\?country=EE"[^>]*><span>Estonia</span>\s*<span class="n">5</span>', page
    )
    poland = body(client.get(f"{path}?country=PL&instrument=memorandum"))
    assert titles(poland) == ["Document 11", "Document 5"]
    assert titles(body(client.get(f"{path}?q=document+7"))) == ["Document 7"]
    assert len(titles(body(client.get(f"{path}?country=XX")))) == FEW + 1


def test_what_matches_nothing_says_what_could_be_left_out(client):
    event = make_documents(FEW + 1)

    response = client.get(f"/events/{event.slug}/agreements/?country=EE&q=nothing")

    assertContains(response, "Nothing matches all of these.")
    assertContains(response, '<a href="?country=EE">Words: nothing</a> (5)')


def test_a_hidden_institution_is_no_choice(client):
    event = make_documents(FEW)
    hidden = make_institution(name_en="Secret Academy", country="LV", is_published=False)
    make_party(agreement=make_agreement(event=event), institution=hidden)

    page = body(client.get(f"/events/{event.slug}/agreements/"))

    assert "Secret Academy" not in page
    assert "?country=LV" not in page


def test_very_many_documents_are_paged(client):
    event = make_documents(PAGE + 1)
    path = f"/events/{event.slug}/agreements/"

    assert len(titles(body(client.get(path)))) == PAGE
    assertContains(client.get(path), 'rel="next" href="?page=2"')
    assert len(titles(body(client.get(f"{path}?page=2")))) == 1
