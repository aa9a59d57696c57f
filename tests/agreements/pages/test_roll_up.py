"""The page of a visit brings together what its parts signed, promised and brought."""

import pytest

from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_figure,
    make_outcome,
)
from tests.reading import read

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

    numbers = page.context["numbers"]
    assert (numbers.documents, numbers.outcomes, numbers.promises) == (2, 2, 2)
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

    numbers = client.get(signing.get_absolute_url()).context["numbers"]

    assert (numbers.documents, numbers.outcomes, numbers.promises) == (1, 1, 1)
