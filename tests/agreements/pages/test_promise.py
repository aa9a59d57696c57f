"""The page of a promise, and the promises on the pages of events and documents."""

import datetime as dt

import pytest
from django.utils import timezone
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import AgreementCitation, Commitment
from tests.factories import (
    MAY_1,
    MAY_2,
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_note,
    make_official,
    make_outcome,
    make_source,
)
from tests.reading import read

pytestmark = pytest.mark.django_db


DAY = dt.timedelta(days=1)


def make_full_commitment(**fields):
    """A promise with one of everything that its page can show."""
    commitment = make_commitment(
        **{
            "agreement": make_agreement(title_en="Plan"),
            "text_en": "A concert in Astana",
            "paragraph": "II.3",
            "due_on": MAY_2,
            "state": "fulfilled",
            "owner": make_official(name_en="Aino Tamm"),
            "evidence": "See https://example.org/concert",
            "fulfilled_by_outcome": make_outcome(title_en="Concert given"),
        }
        | fields
    )
    commitment.responsible.add(
        make_institution(name_en="TalTech", country="EE"),
        make_institution(name_en="AlmaU", country="KZ"),
    )
    make_note(commitment=commitment, noted_on=MAY_1, text="The hall is booked")
    make_note(commitment=commitment, noted_on=MAY_2, text="The concert was given")
    AgreementCitation.objects.create(commitment=commitment, source=make_source(title="Newspaper"))
    return commitment


def test_the_page_of_a_promise_says_all_that_is_known(client):
    commitment = make_full_commitment()

    response = client.get(commitment.get_absolute_url())

    page = read(response)
    for said in (
        "A concert in Astana",
        "Undertaken in Plan , paragraph II.3",
        "Responsible: Estonia TalTech Responsible: Kazakhstan AlmaU",
        "Person responsible Aino Tamm",
        "Due: 2 May 2030",
        "fulfilled",
        "Fulfilled by Concert given",
        "Newspaper",
    ):
        assert said in page
    assert page.index("The concert was given") < page.index("The hall is booked")
    assertContains(response, '<a href="https://example.org/concert" rel="nofollow">')
    assertContains(response, '<meta property="og:title" content="A concert in Astana">')


def test_a_promise_of_which_only_the_text_is_known_reads_well(client):
    commitment = make_commitment(event=make_event(title_en="Forum"), text_en="A concert")

    page = read(client.get(commitment.get_absolute_url()))

    assert "Commitment open A concert" in page
    assert "Undertaken at Forum" in page
    assert "Nothing has been reported yet." in page
    assert "None" not in page


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("12", "paragraph 12"),
        ("3.1", "paragraph 3.1"),
        ("II.3", "paragraph II.3"),
        ("art. 3", "art. 3"),
        ("§ 4", "§ 4"),
        ("(a)", "(a)"),
        ("Annex II", "Annex II"),
    ],
)
def test_a_bare_number_is_called_a_paragraph_and_any_other_reference_stands_as_it_is(
    client, reference, said
):
    event = make_event(title_en="Forum")
    commitment = make_commitment(event=event, text_en="A concert", paragraph=reference)

    assert f"Undertaken at Forum , {said}" in read(client.get(commitment.get_absolute_url()))
    assert f"A concert {said} open" in read(client.get(event.get_absolute_url()))


@pytest.mark.parametrize("due_in", [-1, 0])
def test_the_page_of_a_promise_says_if_it_is_overdue(client, due_in):
    commitment = make_commitment(due_on=timezone.localdate() + due_in * DAY)

    response = client.get(commitment.get_absolute_url())

    assert ("overdue" in read(response)) == (due_in < 0)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: make_commitment(is_public=False), id="private"),
        pytest.param(
            lambda: make_commitment(agreement=make_agreement(is_published=False)),
            id="of an unpublished agreement",
        ),
        pytest.param(
            lambda: make_commitment(event=make_event(is_published=False)),
            id="of an unpublished event",
        ),
    ],
)
def test_a_promise_that_is_not_public_has_no_page(client, make):
    commitment = make()

    response = client.get(commitment.get_absolute_url())

    assert response.status_code == 404
    assert not commitment.is_published
    assert not Commitment.objects.published()
    assertNotContains(client.get("/sitemap-commitments.xml"), "<loc>")


def test_the_page_of_a_promise_names_nobody_who_is_not_published(client):
    hidden = {"name_en": "Marker", "is_published": False}
    event = make_event(is_published=False)
    commitment = make_full_commitment(
        owner=make_official(**hidden),
        fulfilled_by_outcome=make_outcome(title_en="Marker", event=event),
    )
    commitment.responsible.add(make_institution(**hidden))
    make_note(commitment=commitment, text="Marker", is_public=False)

    own = client.get(commitment.get_absolute_url())
    in_list = client.get(commitment.agreement.get_absolute_url())

    assertNotContains(own, "Marker")
    assertNotContains(in_list, "Marker")


@pytest.mark.parametrize("key", ["0", "x", "9" * 40, "9" * 5000])
def test_no_nonsense_in_the_address_of_a_promise_is_found(client, key):
    assert client.get(f"/commitments/{key}/").status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru", "et"])
def test_a_promise_has_a_page_in_each_language(client, language):
    with override(language):
        address = make_full_commitment().get_absolute_url()

    assert client.get(address).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_promise_costs_the_same_for_any_number(
    client, django_assert_num_queries, count
):
    commitment = make_full_commitment()
    for _ in range(count - 1):
        commitment.responsible.add(make_institution(country="KZ"))
        make_note(commitment=commitment)
        AgreementCitation.objects.create(commitment=commitment, source=make_source())

    with django_assert_num_queries(5):  # promise, all and published institutions, notes, citations
        client.get(commitment.get_absolute_url())


def test_the_sitemap_names_public_promises(client):
    commitment = make_commitment()

    assertContains(client.get("/sitemap-commitments.xml"), commitment.get_absolute_url())


def test_an_event_scores_its_own_promises_and_those_of_its_published_documents(client):
    event = make_event(slug="forum")
    document = make_agreement(event=event, title_en="Plan")
    make_commitment(event=event, text_en="Said aloud", state="fulfilled")
    make_commitment(agreement=document, text_en="Written")
    make_commitment(event=event, text_en="Private", is_public=False)
    hidden = make_agreement(event=event, is_published=False)
    make_commitment(agreement=hidden, text_en="Of a draft")
    make_commitment(text_en="Elsewhere")

    overview = read(client.get("/events/forum/"))
    documents = read(client.get("/events/forum/agreements/"))

    for page in (overview, documents):
        assert "1 of 2 fulfilled" in page
        assert "Said aloud" in page
        assert "Written Plan" in page
        assert not any(said in page for said in ("Private", "Of a draft", "Elsewhere"))
    assert "2 commitments, 1 fulfilled" in overview


def test_a_list_of_promises_leads_to_their_pages(client):
    commitment = make_commitment()

    response = client.get(commitment.agreement.get_absolute_url())

    assertContains(response, f'<a href="{commitment.get_absolute_url()}">A concert</a>')


@pytest.mark.parametrize("count", [1, 3])
def test_the_documents_of_an_event_cost_the_same_for_any_number_of_promises(
    client, django_assert_num_queries, count
):
    event = make_event()
    for _ in range(count):
        document = make_agreement(event=event)
        make_commitment(event=event).responsible.add(make_institution())
        outcome = make_outcome(event=event)
        make_commitment(agreement=document, state="fulfilled", fulfilled_by_outcome=outcome)

    with django_assert_num_queries(8):
        client.get(f"/events/{event.slug}/agreements/")
