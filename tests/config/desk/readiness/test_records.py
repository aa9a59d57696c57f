"""Checks of the record as visitors read it."""

import pytest

from agreements.models import AgreementCitation
from delegations.models import DelegationCitation
from forum.models import EventCitation
from tests.config.desk.readiness.reading import said
from tests.factories import (
    make_agreement,
    make_event,
    make_figure,
    make_party,
    make_session,
    make_signatory,
    make_source,
    make_speaker,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(title_en="Forum", title_kk="Форум", title_ru="Форум", title_et="Foorum")


def test_a_text_that_lacks_a_language_is_found_but_not_one_that_is_in_none(event):
    make_session(event=event, title_en="Talk", title_kk="Сөз")
    make_session(event=event, title_en="Inside", visibility="internal")

    assert said(event, "untranslated") == {
        "untranslated": ["“Talk”: title, not in Russian, Estonian"]
    }


def test_an_event_in_a_visit_that_is_not_public_is_found(event):
    event.parent = make_event(title_en="Visit", is_published=False)
    event.save()

    text = "“Forum” is public, and “Visit”, in which it stands, is not"
    assert said(event) == {"under-hidden": [text]}
    event.parent.is_published = True
    event.parent.save()
    assert said(event) == {}


def test_an_item_under_one_that_is_not_public_is_found(event):
    whole = make_session(event=event, title_en="Panel", visibility="internal")
    make_session(event=event, title_en="Talk", parent=whole)
    make_session(event=event, title_en="Inside", parent=whole, visibility="internal")

    assert said(event) == {
        "under-hidden": ["“Talk” is public, and “Panel”, in which it stands, is not"]
    }


def test_a_public_document_of_an_event_that_is_not_public_is_found(event):
    agreement = make_agreement(event=event, title_en="Plan", mode="adopted")
    make_party(agreement=agreement)
    make_party(agreement=agreement)
    assert said(event) == {}

    event.is_published = False
    event.save()

    text = "“Plan” is public, and “Forum”, in which it stands, is not"
    assert said(event) == {"under-hidden": [text]}


def cite(model, value, **fields):
    return model.objects.create(source=make_source(), value=value, **fields)


def test_a_fact_of_which_sources_say_different_things_is_found(event):
    for value in ("forum", "visit"):
        cite(EventCitation, value, event=event, field="kind")
    cite(EventCitation, "40", event=event, field="size")
    for words in ("forty", "сорок"):
        cite(EventCitation, "", event=event, field="size", as_printed=words)

    assert said(event) == {"disputed": ["Forum: kind: forum / visit"]}


def test_a_fact_of_which_one_thing_is_preferred_is_not_disputed(event):
    cite(EventCitation, "forum", event=event, field="kind", is_preferred=True)
    cite(EventCitation, "visit", event=event, field="kind")

    assert said(event) == {}


def test_facts_of_all_that_belongs_to_an_event_are_looked_at(event):
    speaker = make_speaker(session=make_session(event=event))
    agreement = make_agreement(event=event, mode="adopted")
    signatory = make_signatory(agreement=agreement)
    for value in ("one", "other"):
        cite(DelegationCitation, value, speaker=speaker, field="office")
        cite(AgreementCitation, value, signatory=signatory, field="office")
        cite(AgreementCitation, value, agreement=agreement, field="title")

    assert len(said(event, "disputed")["disputed"]) == 3
    assert said(make_event(), "disputed") == {}


def stated(value, words="", **fields) -> dict:
    return {"value": value, "as_stated_en": words} | fields


@pytest.mark.parametrize(
    ("one", "other", "is_found"),
    [
        (stated(40), stated(35), True),
        (stated(40, "40 rectors"), stated(35, "35 rectors"), True),
        (stated(40, "40 rectors"), stated(35, "35 deans"), False),
        (stated(40), stated(35, is_preferred=True), False),
        (stated(40), stated(40), False),
        (stated(40), stated(35, kind="universities"), False),
    ],
    ids=["numbers", "of one thing", "of two things", "one preferred", "the same", "two kinds"],
)
def test_numbers_of_one_thing_that_differ_are_disputed(event, one, other, is_found):
    make_figure(event=event, **one)
    make_figure(event=event, **other)

    assert bool(said(event)) is is_found
