"""What was signed stays as it was signed, but for a recorded correction."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.admin_forms import admin_url, errors_of, submit
from tests.agreements.admin.steps import SIGNING, memorandum
from tests.factories import (
    NOON,
    make_agreement,
    make_party,
    make_provision,
    make_signatory,
    make_step,
)


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


def test_until_it_is_recorded_as_concluded_everything_can_be_changed(staff_client):
    agreement = memorandum(sealed_at=None)
    party = make_party(agreement=agreement, name_as_printed="Mistyped")
    make_signatory(agreement=agreement, party=party, office_en="Dean")

    submit(
        staff_client,
        admin_url(agreement, "change"),
        **{
            "term_months": "12",
            "concluded_on": "2015",
            "parties-0-name_as_printed": "As signed",
            "parties-0-signers-0-office_en": "Rector",
        },
    )

    agreement.refresh_from_db()
    assert (agreement.term_months, agreement.concluded_on.year) == (12, 2015)
    assert agreement.concluded_on_precision == "year"
    assert str(agreement.parties.get()) == "As signed"
    assert agreement.signatories.get().office_en == "Rector"


def test_empty_fields_of_what_is_sealed_can_be_filled_in_also_translations(staff_client):
    agreement = memorandum(concluded_on_precision="month", country="")
    party = make_party(agreement=agreement, name_as_printed="AlmaU")
    make_signatory(agreement=agreement, party=party, office_en="Rector")
    make_provision(agreement=agreement, text_en="Mobility")

    submit(
        staff_client,
        admin_url(agreement, "change"),
        **{
            "country": "KZ",
            "parties-0-country": "KZ",
            "parties-0-signers-0-office_kk": "Ректор",
            "parties-0-signers-0-signed_on": "2016",
            "provisions-0-amount": "50",
            "provisions-0-text_et": "Liikuvus",
        },
    )

    agreement.refresh_from_db()
    signatory, provision = agreement.signatories.get(), agreement.provisions.get()
    assert (agreement.country, agreement.concluded_on_precision) == ("KZ", "month")
    assert agreement.parties.get().country == "KZ"
    assert (signatory.office_en, signatory.office_kk) == ("Rector", "Ректор")
    assert (signatory.signed_on.year, signatory.signed_on_precision) == (2016, "year")
    assert (provision.text_en, provision.text_et, provision.amount) == ("Mobility", "Liikuvus", 50)


def test_a_part_that_was_missing_can_be_added_to_what_is_sealed(staff_client):
    agreement = memorandum()
    make_party(agreement=agreement, name_as_printed="AlmaU")

    submit(
        staff_client, admin_url(agreement, "change"), **{"parties-0-signers-0-office_en": "Dean"}
    )

    assert agreement.signatories.get().party == agreement.parties.get()


def test_a_part_is_filled_in_on_its_own_page_too(staff_client):
    party = make_party(agreement=memorandum(), name_as_printed="As signed")

    submit(staff_client, admin_url(party, "change"), reference="12-4", name_as_printed="Other")

    party.refresh_from_db()
    assert (party.name_as_printed, party.reference) == ("As signed", "12-4")


def test_what_is_sealed_of_a_row_is_shown_as_text(staff_client):
    agreement = memorandum()
    party = make_party(agreement=agreement, name_as_printed="As signed", country="KZ")
    make_signatory(agreement=agreement, party=party, signed_on=SIGNING, signed_on_precision="year")

    page = staff_client.get(admin_url(agreement, "change"))

    for text in ("As signed", "Kazakhstan", "Rector", "2016"):
        assertContains(page, f"{text}</output>")


def test_parties_and_signatories_of_what_is_sealed_stay(staff_client):
    agreement = memorandum()
    make_party(agreement=agreement, name_as_printed="As signed")
    make_signatory(agreement=agreement, office_en="Rector")

    submit(
        staff_client,
        admin_url(agreement, "change"),
        **{
            "parties-0-name_as_printed": "Other",
            "parties-0-DELETE": "on",
            "signatories-0-office_en": "Dean",
            "signatories-0-DELETE": "on",
        },
    )

    assert str(agreement.parties.get()) == "As signed"
    assert agreement.signatories.get().office_en == "Rector"


def test_a_rule_about_a_read_only_date_is_a_sentence(staff_client):
    agreement = make_agreement(concluded_on=SIGNING, sealed_at=NOON)

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
