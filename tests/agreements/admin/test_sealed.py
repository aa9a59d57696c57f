"""What was signed stays as it was signed, but for a recorded correction."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.admin_forms import admin_url, errors_of, submit
from tests.agreements.admin.steps import SIGNING, memorandum
from tests.factories import make_agreement, make_party, make_signatory, make_step


def test_what_is_on_record_of_a_concluded_agreement_is_read_only(staff_client):
    agreement = memorandum()

    submit(
        staff_client,
        admin_url(agreement, "change"),
        term_months="12",
        concluded_on="2020-01-01",
        stage="proposed",
        languages="kk, et",
    )

    agreement.refresh_from_db()
    assert (agreement.term_months, agreement.concluded_on) == (60, SIGNING)
    assert agreement.stage == "concluded"
    assert agreement.languages == "kk, et"


def test_parties_and_signatories_of_a_concluded_agreement_stay(staff_client):
    agreement = memorandum()
    make_party(agreement=agreement, name_as_printed="As signed")
    make_signatory(agreement=agreement, office_en="Rector")

    submit(
        staff_client,
        admin_url(agreement, "change"),
        **{
            "parties-0-name_as_printed": "Other",
            "signatories-0-office_en": "Dean",
            "signatories-0-DELETE": "on",
        },
    )

    assert str(agreement.parties.get()) == "As signed"
    assert agreement.signatories.get().office_en == "Rector"


def test_a_rule_about_a_read_only_date_is_a_sentence(staff_client):
    agreement = make_agreement(concluded_on=SIGNING)

    response = submit(staff_client, admin_url(agreement, "change"), expires_on="2000-01-01")

    assert "The last day cannot be before the conclusion." in errors_of(response)


def test_the_offices_printed_stay_whatever_the_person_becomes(staff_client):
    agreement = memorandum()
    signatory = make_signatory(agreement=agreement, office_en="Vice-Rector", name_as_printed="A B")

    url = admin_url(signatory, "change")
    staff_client.post(url, {"office_en": "Rector"})

    signatory.refresh_from_db()
    assert signatory.office_en == "Vice-Rector"


@pytest.mark.django_db
def test_visitors_see_the_life_but_no_note_and_no_hidden_document(client):
    agreement = memorandum()
    hidden = make_agreement(is_published=False, title_en="Secret successor")
    make_step(agreement=agreement, kind="extended", note="Between us", effect_on=SIGNING)
    make_step(agreement=agreement, kind="amended", document=hidden, note="Between us")
    make_step(agreement=agreement, kind="reviewed", note="Between us")

    response = client.get(agreement.get_absolute_url())

    assertContains(response, "until 17 November 2016")
    for unseen in ("Between us", "Secret successor", "Amended", "Reviewed"):
        assertNotContains(response, unseen)
