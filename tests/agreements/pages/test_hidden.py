"""What a reader of agreements must not be told."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import AgreementCitation
from tests.agreements.full import make_full_agreement
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_institution,
    make_link,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_provision,
    make_signatory,
    make_source,
    make_text,
)
from tests.reading import read


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/kk", "/ru", "/et"], ids=["en", "kk", "ru", "et"])
def test_an_unpublished_agreement_has_no_page(client, language):
    agreement = make_full_agreement(is_published=False)

    assert client.get(language + agreement.get_absolute_url()).status_code == 404


@pytest.mark.django_db
def test_staff_see_no_unpublished_agreement_on_the_public_site_either(staff_client):
    agreement = make_agreement(is_published=False)

    assert staff_client.get(agreement.get_absolute_url()).status_code == 404


@pytest.mark.django_db
def test_agreements_of_what_is_not_published_have_no_page(client):
    event = make_agreement(event=make_event(is_published=False)).event
    institution = make_party(institution=make_institution(is_published=False)).institution

    assert client.get(f"/events/{event.slug}/agreements/").status_code == 404
    assert client.get(f"/institutions/{institution.slug}/agreements/").status_code == 404


@pytest.mark.django_db
def test_an_unpublished_agreement_is_in_no_list(client):
    event, institution = make_event(), make_institution()
    hidden = make_agreement(title_en="Secret pact", event=event, is_published=False)
    make_party(agreement=hidden, institution=institution)
    public = make_agreement()
    make_link(agreement=public, other=hidden)
    make_link(agreement=hidden, other=public, kind="cites")
    signatory = make_signatory(agreement=hidden, official=make_official())

    for address in (
        "/",
        "/agreements/",
        "/agreements/?q=Secret",
        event.get_absolute_url(),
        f"/events/{event.slug}/agreements/",
        institution.get_absolute_url(),
        f"/institutions/{institution.slug}/agreements/",
        signatory.official.get_absolute_url(),
        public.get_absolute_url(),
    ):
        assertNotContains(client.get(address), "Secret pact")


@pytest.mark.django_db
def test_what_is_not_published_is_not_named(client):
    secret = {"name_en": "Marker", "is_published": False}
    agreement = make_agreement(event=make_event(title_en="Marker", is_published=False))
    make_party(agreement=agreement, institution=make_institution(**secret))
    party = make_party(agreement=agreement, institution=make_institution(**secret), country="EE")
    make_signatory(
        agreement=agreement,
        official=make_official(**secret),
        institution=make_institution(**secret),
        on_behalf_of=make_official(**secret),
    )
    make_provision(agreement=agreement, from_party=party)
    commitment = make_commitment(agreement=agreement, owner=make_official(**secret))
    commitment.responsible.add(make_institution(**secret))
    outcome = make_outcome(agreement=agreement)
    make_outcome_role(outcome=outcome, official=make_official(**secret))

    response = client.get(agreement.get_absolute_url())

    assertNotContains(response, "Marker")
    assert "a party not named here" in read(response)
    assert "Estonia" in read(response)
    assertNotContains(client.get("/agreements/"), "Marker")


@pytest.mark.django_db
def test_an_unpublished_institution_cannot_be_filtered_by(client):
    party = make_party(institution=make_institution(name_en="Marker", is_published=False))
    make_party()

    response = client.get("/agreements/", {"institution": party.institution.slug})

    assertNotContains(response, "Marker")
    assertContains(response, "2 agreements")


@pytest.mark.django_db
def test_drafts_and_promises_that_are_not_public_stay_inside(client):
    agreement = make_agreement()
    make_text(
        agreement=agreement,
        url="https://example.org/marker",
        original_location="Marker",
        is_public=False,
    )
    commitment = make_commitment(agreement=agreement, text_en="Marker", is_public=False)
    AgreementCitation.objects.create(commitment=commitment, source=make_source(title="Marker"))

    response = client.get(agreement.get_absolute_url())

    assertNotContains(response, "Marker")
    assertNotContains(response, "marker")
