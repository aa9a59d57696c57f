"""The page of a visit brings together what its parts signed, promised and brought."""

import pytest

from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_figure,
    make_outcome,
)
from tests.reading import links, read, tight

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit():
    """A visit with a forum, where there was a signing, and a part that is not published."""
    visit = make_event(title_en="Visit", slug="visit")
    forum = make_event(title_en="Business forum", parent=visit)
    signing = make_event(title_en="Signing", parent=forum)
    secret = make_event(title_en="Secret", parent=visit, is_published=False)
    make_agreement(event=visit, title_en="Statement")
    contract = make_agreement(event=signing, title_en="Contract")
    make_outcome(event=forum, title_en="Deals", amount=517, unit="USD")
    make_outcome(agreement=contract, title_en="A plant")
    make_commitment(event=forum, text_en="A fair")
    make_commitment(agreement=contract, text_en="A loan")
    make_figure(event=forum, kind="documents_signed", value=6)
    make_agreement(event=secret, title_en="Kept back")
    make_outcome(event=secret, title_en="Kept back")
    # Published within what is not.
    make_agreement(event=make_event(parent=secret), title_en="Kept back")
    return visit


def test_an_event_has_what_its_published_parts_brought_with_the_part(client, visit):
    page = client.get("/events/visit/")
    words = read(page)

    results = page.context["results"]
    assert (results.count, len(results.outcomes), results.promises.score.total) == (2, 2, 2)
    assert "Contract signed Cooperation agreement Signing" in words
    assert "Documents signed: 6 – Business forum" in words
    assert "Deals Other outcome · 517 USD Business forum" in words
    assert "A plant Other outcome Contract" in words
    assert "A fair Business forum open" in words
    assert "A loan Contract open" in words
    assert "Kept back" not in words
    # What is of the visit itself does not say so.
    assert "Statement signed Cooperation agreement Promises" not in words
    assert "Statement signed Cooperation agreement Visit" not in words


def test_the_documents_of_a_visit_are_those_of_its_parts_too(client, visit):
    words = read(client.get("/events/visit/agreements/"))

    assert "2 agreements on record" in words
    assert "Contract" in words
    assert "Kept back" not in words


def test_a_part_has_nothing_of_its_whole(client, visit):
    signing = visit.children.get(title_en="Business forum").children.get()

    results = client.get(signing.get_absolute_url()).context["results"]

    assert (results.count, len(results.outcomes), results.promises.score.total) == (1, 1, 1)


def test_the_overview_shows_some_outcomes_and_promises_and_the_way_to_all(client):
    event = make_event(slug="forum")
    for number in range(12):
        make_outcome(event=event, title_en=f"Outcome {number}.", kind="visit")
        make_commitment(event=event, text_en=f"Promise {number}.", state="fulfilled")

    page = client.get("/events/forum/")

    def shown(name, address):
        words = read(client.get(address))
        return sum(f"{name} {number}." in words for number in range(12))

    assert "<dt>Visit</dt><dd>12</dd>" in tight(page)
    assert "12 of 12 fulfilled" in read(page)
    assert (shown("Outcome", "/events/forum/"), shown("Promise", "/events/forum/")) == (10, 10)
    assert {"?outcomes=all#outcomes", "/events/forum/agreements/#commitments"} <= {
        *links(page.text)
    }
    assert shown("Outcome", "/events/forum/?outcomes=all") == 12
    assert shown("Promise", "/events/forum/agreements/") == 12
