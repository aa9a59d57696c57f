"""An agreement is found by what its texts say, and a commitment by itself."""

import pytest
from django.core.files.base import ContentFile

from agreements.models import TextWords
from forum.derived import catch_up
from forum.search.find import find, hits, matches
from tests.factories import (
    MAY_1,
    make_agreement,
    make_commitment,
    make_institution,
    make_text,
    pdf_saying,
    stored,
)

pytestmark = pytest.mark.django_db


def found(query):
    keys = [key for entries in find(query).entries.values() for key in entries]
    return [(str(hit.record), hit.reasons) for hit in hits(keys, query)]


def make_file(words, **fields):
    text = make_text(**fields)
    text.file.save("text.pdf", ContentFile(pdf_saying(words)), save=False)
    text.full_clean()
    text.save()
    return text


def test_an_agreement_is_found_by_its_public_text_with_the_sentence_shown():
    agreement = make_agreement(title_en="Memorandum")
    make_file("The Parties shall exchange lecturers.", agreement=agreement, language="en")

    assert found("lecturers") == [
        ("Memorandum", [("en", "The Parties shall exchange <mark>lecturers</mark>.")])
    ]


def test_a_text_that_is_not_public_leads_only_staff_to_it():
    agreement = make_agreement(title_en="Memorandum")
    make_file("A secret annex.", agreement=agreement, is_public=False)

    assert found("annex") == []
    assert list(matches("agreement", "annex", staff=True).keys) == [agreement.pk]


def test_a_file_that_is_replaced_is_read_again_and_one_that_goes_forgotten():
    agreement = make_agreement(title_en="Memorandum")
    text = make_file("Old words", agreement=agreement, is_public=True)
    assert found("old")

    text.file.save("text.pdf", ContentFile(pdf_saying("Fresh words")), save=False)
    text.sha256 = "0" * 64
    text.save()
    assert (found("old"), len(found("fresh"))) == ([], 1)

    text.file, text.url = "", "https://example.org/text"
    text.save()
    assert found("fresh") == []
    assert not TextWords.objects.exists()


def test_a_file_in_which_nothing_can_be_read_stops_nothing():
    agreement = make_agreement(title_en="Memorandum")
    text = make_text(agreement=agreement, is_public=True)
    text.file = stored("texts/broken.pdf", b"%PDF-1.4 broken")
    text.save()
    catch_up()

    assert [title for title, _reasons in found("memorandum")] == ["Memorandum"]
    assert TextWords.objects.get().words == ""


def test_a_commitment_is_found_by_its_words_who_owes_it_and_its_day(client):
    promise = make_commitment(
        text_en="Open a joint laboratory", due_on=MAY_1, agreement=make_agreement(), is_public=True
    )
    promise.responsible.add(make_institution(name_en="Tartu Ülikool"))

    for query in ("laboratories", "Тарту", "may 2030 laboratory"):
        assert "Open a joint laboratory" in [title for title, _reasons in found(query)], query
    assert promise.get_absolute_url() in client.get("/search/?q=laboratory").text


def test_a_commitment_that_is_not_public_is_not_found():
    make_commitment(text_en="Open a joint laboratory", agreement=make_agreement(), is_public=False)

    assert found("laboratory") == []
