"""What sources say is gathered by what they say, each source once."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from forum.models import EventCitation
from forum.records.claims import gathered
from tests.factories import make_event, make_session, make_source
from tests.reading import read

pytestmark = pytest.mark.django_db


def cite(event, title="Headline", **fields) -> EventCitation:
    source = make_source(title=title)
    return EventCitation.objects.create(event=event, source=source, **fields)


def told(event) -> list:
    sources = gathered(event.citations.select_related("source"))
    return [
        (said.fact, [(claim.value, claim.sources) for claim in said.claims])
        for said in sources.facts
    ]


def test_claims_are_grouped_by_value_what_is_followed_first_then_what_most_say():
    event = make_event(kind="visit")
    for words in ("state visit", "riigivisiit", "мемлекеттік сапар"):
        cite(event, field="visit_kind", value="state", as_printed=words)
    cite(event, field="visit_kind", value="working")
    cite(event, field="visit_kind", value="official", is_preferred=True)

    assert told(event) == [
        ("kind of visit", [("official visit", 1), ("state visit", 3), ("working visit", 1)])
    ]


def test_the_same_words_are_one_claim_and_other_words_are_others():
    event = make_event()
    for words in ("Rectors' Forum", "rectors' forum", "Forum of Rectors"):
        cite(event, field="title", as_printed=words)

    assert told(event) == [("title", [("Rectors' Forum", 2), ("", 1)])]


def test_no_row_stands_twice():
    event = make_event()
    first = cite(event, field="date", note="Yesterday")
    for note in ("Yesterday", "Today"):
        EventCitation.objects.create(event=event, source=first.source, field="date", note=note)

    sources = gathered(event.citations.all())

    notes = [citation.note for citation in sources.facts[0].claims[0].citations]
    assert (notes, sources.count) == (["Yesterday", "Today"], 1)


def test_a_fact_of_two_records_is_no_one_fact():
    event = make_event()
    sessions = [make_session(event=event), make_session(event=event)]
    citations = [
        EventCitation(session=session, source=make_source(), field="opened_by")
        for session in sessions
    ]

    assert [said.about.session for said in gathered(citations).facts] == sessions


def test_a_page_folds_its_sources_and_says_how_many_there_are(client):
    event = make_event(slug="forum", kind="visit")
    cite(event, "ERR", field="visit_kind", value="state", note="Pealkirjas", note_language="et")
    cite(event, "DKNews", field="visit_kind", value="state")
    cite(event, "Qazinform", field="programme")

    page = client.get("/events/forum/")

    assertContains(page, "<details>")
    assertContains(page, 'lang="et"\n    >Pealkirjas</p>')
    words = read(page).partition("How we know this ")[2]
    assert words.startswith("3 sources Programme Qazinform Kind of visit State visit: 2 sources")
    # A fact without a value is followed by its sources, not by nothing.
    assertNotContains(page, "<q")


def test_a_value_is_one_of_those_that_the_fact_can_have():
    citation = EventCitation(
        event=make_event(), source=make_source(), field="visit_kind", value="solemn"
    )

    with pytest.raises(ValidationError) as refused:
        citation.full_clean()

    assert refused.value.message_dict == {
        "value": ["Write one of these: state, official, working, study, private."]
    }
    EventCitation(event=citation.event, source=citation.source, field="size", value="40").clean()
