"""An agreement is sealed by one step, which sums up what it seals; and opened if by mistake."""

import datetime as dt
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agreements.choices import Status
from agreements.models import Agreement
from tests.admin_forms import admin_url, errors_of, submit
from tests.agreements.admin.steps import SIGNING, memorandum
from tests.factories import (
    make_agreement,
    make_party,
    make_provision,
    make_signatory,
    make_staff,
    make_text,
)
from tests.history import entries_of

ADD = "/admin/agreements/agreement/add/"


def test_a_new_agreement_is_concluded_in_the_world_but_its_record_is_open(staff_client):
    submit(staff_client, ADD, title_en="Agreement", concluded_on="18.11.2025")

    agreement = Agreement.objects.get()
    assert (agreement.stage, agreement.sealed_at) == ("concluded", None)
    assert agreement.status_on(dt.date(2025, 11, 19)) == Status.SIGNED
    assertContains(staff_client.get(admin_url(agreement, "change")), "Everything can still be")


def test_the_step_sums_up_what_it_will_seal(staff_client):
    agreement = memorandum(sealed_at=None, city_en="Tallinn", country="EE", languages="et, en")
    party = make_party(agreement=agreement, name_as_printed="TalTech")
    make_signatory(agreement=agreement, party=party, name_as_printed="A. Tamm")
    make_signatory(agreement=agreement, role="witnesses", office_en="Minister")
    make_provision(agreement=agreement, text_en="Fifty students")
    make_text(agreement=agreement, language="et")

    page = unescape(staff_client.get(admin_url(agreement, "conclude")).content.decode())

    for said in (
        *("17 November 2016", "Tallinn", "Estonia", "Estonian, English", "60", "renews itself"),
        *("TalTech", "A. Tamm, Rector", "Minister (witnessed)", "Fifty students"),
        "authentic text (Estonian)",
    ):
        assert said in page


def test_the_step_says_what_is_missing(staff_client):
    agreement = make_agreement()
    make_party(agreement=agreement, name_as_printed="AlmaU")

    page = staff_client.get(admin_url(agreement, "conclude"))

    for sentence in (
        "The date of its conclusion is not on record.",
        "The place is not on record.",
        "The languages of the document are not on record.",
        "No text of it is on record.",
        "No one signs for AlmaU.",
        "Fewer than two parties are on record.",
    ):
        assertContains(page, sentence)


def test_nobody_signs_what_was_adopted(staff_client):
    agreement = make_agreement(mode="adopted")
    make_party(agreement=agreement, name_as_printed="AlmaU")

    assertNotContains(staff_client.get(admin_url(agreement, "conclude")), "No one signs")


def test_the_step_seals_and_is_on_record(staff_client, staff):
    agreement = memorandum(sealed_at=None)

    response = staff_client.post(admin_url(agreement, "conclude"))

    agreement.refresh_from_db()
    assertRedirects(response, admin_url(agreement, "change"), fetch_redirect_response=False)
    assert agreement.sealed_at
    step = agreement.steps.get()
    assert (step.kind, step.recorded_by) == ("sealed", staff)
    assert entries_of(agreement)[-1].sentence == str(step)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"stage": "agreed"}, "It is not concluded yet: record the signature first."),
        ({"sealed_at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)}, "recorded as concluded already."),
    ],
    ids=["not concluded", "sealed"],
)
def test_the_step_is_refused_with_a_sentence(staff_client, fields, said):
    agreement = make_agreement(**fields)

    for ask in (staff_client.get, staff_client.post):
        assertContains(ask(admin_url(agreement, "conclude"), follow=True), said)


def test_a_signature_does_not_seal_by_itself(staff_client):
    agreement = make_agreement(stage="agreed")
    step = f"{admin_url(agreement, 'change').removesuffix('change/')}steps/signed/"

    submit(staff_client, step, happened_on="2025-11-18")

    agreement.refresh_from_db()
    assert (agreement.stage, agreement.sealed_at) == ("concluded", None)


def test_what_was_sealed_by_mistake_is_opened_with_a_reason(staff_client):
    agreement = memorandum()
    url = admin_url(agreement, "reopen")

    refused = submit(staff_client, url)
    submit(staff_client, url, reason="The signing was put off.")

    assert "This field is required." in errors_of(refused)
    agreement.refresh_from_db()
    assert agreement.sealed_at is None
    assert agreement.steps.get().note == "The signing was put off."
    assert entries_of(agreement)[-1].sentence == "The signing was put off."
    undated = {"concluded_on": "", "in_force_on": ""}
    submit(staff_client, admin_url(agreement, "change"), stage="negotiation", **undated)
    agreement.refresh_from_db()
    assert agreement.stage == "negotiation"


def test_what_is_not_sealed_is_not_opened(staff_client):
    agreement = memorandum(sealed_at=None)

    answer = staff_client.post(admin_url(agreement, "reopen"), {"reason": "So"}, follow=True)

    assertContains(answer, "It is not recorded as concluded.")


@pytest.mark.parametrize("page", ["conclude", "reopen", "correct"])
@pytest.mark.django_db
def test_who_may_only_look_seals_and_opens_nothing(client, page):
    agreement = memorandum()
    reader = make_staff()
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(reader)

    for ask in (client.get, client.post):
        assert ask(admin_url(agreement, page)).status_code == 403


@pytest.mark.parametrize("key", ["x", "99999", "9" * 40])
@pytest.mark.parametrize("page", ["conclude", "reopen", "correct", "correct/facts"])
def test_no_address_of_these_is_an_error(staff_client, page, key):
    assert staff_client.get(f"/admin/agreements/agreement/{key}/{page}/").status_code == 404


def test_status_and_registers_do_not_ask_for_the_seal(client, db):
    agreement = memorandum(sealed_at=None)

    page = client.get("/agreements/")

    assertContains(page, agreement.title_en)
    assert agreement.status_on(SIGNING) == Status.IN_FORCE
