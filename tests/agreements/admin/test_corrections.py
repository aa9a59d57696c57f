"""A correction asks for a part of the record, and shows that part alone."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from tests.admin_forms import admin_url, errors_of, form_data, open_form
from tests.agreements.admin.steps import correct, correct_url, memorandum
from tests.factories import (
    make_agreement,
    make_event,
    make_party,
    make_provision,
    make_session,
    make_signatory,
)
from tests.history import entries_of

REASON = {"correction_reason": "Mistyped."}


@pytest.fixture
def agreement(staff_client):
    agreement = memorandum(title_en="Memorandum")
    party = make_party(agreement=agreement, name_as_printed="AlmaU")
    make_signatory(agreement=agreement, party=party, office_en="Rector")
    make_provision(agreement=agreement, text_en="Mobility")
    return agreement


def test_it_asks_first_what_is_wrong(staff_client, agreement):
    page = staff_client.get(admin_url(agreement, "correct"))

    for label in ("Title and facts", "Dates and term", "Place and languages"):
        assertContains(page, f"{label}</a>")
    for part in ("AlmaU", "Rector", "Mobility"):
        assertContains(page, f"{part}</a>")


@pytest.mark.parametrize(("portion", "most"), [("facts", 12), ("dates", 19), ("place", 10)])
def test_it_asks_for_that_part_alone(staff_client, agreement, portion, most):
    page = open_form(staff_client, correct_url(agreement, portion))

    assert len(page.context_data["adminform"].form.fields) <= most
    assert "parties-TOTAL_FORMS" not in form_data(page)


def test_facts_are_corrected_with_a_reason(staff_client, staff, agreement):
    refused = correct(staff_client, agreement, "facts", instrument="protocol")
    correct(staff_client, agreement, "facts", instrument="protocol", **REASON)

    assert "This field is required." in errors_of(refused)
    assert agreement.instrument == "protocol"
    assert agreement.sealed_at
    step = agreement.steps.get()
    assert (step.kind, step.note, step.recorded_by) == ("corrected", "Mistyped.", staff)
    assert entries_of(agreement)[-1].sentence == "Mistyped."


def test_a_date_is_corrected_as_exactly_as_it_is_typed(staff_client, agreement):
    correct(staff_client, agreement, "dates", concluded_on="2016", in_force_on="", **REASON)

    assert (agreement.concluded_on.year, agreement.concluded_on_precision) == (2016, "year")
    assert agreement.in_force_on is None


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("party", "name_as_printed", "Almaty Management University"),
        ("signatory", "office_en", "Provost"),
        ("provision", "text_en", "Mobility of staff"),
    ],
)
def test_one_part_is_corrected_and_the_rest_stays(staff_client, agreement, kind, field, value):
    parts = {
        "party": agreement.parties,
        "signatory": agreement.signatories,
        "provision": agreement.provisions,
    }
    part = parts[kind].get()

    response = correct(staff_client, agreement, kind, part.pk, **{field: value}, **REASON)

    part.refresh_from_db()
    assertRedirects(response, admin_url(agreement, "change"), fetch_redirect_response=False)
    assert getattr(part, field) == value
    assert agreement.steps.get().kind == "corrected"
    changes = [str(change.text) for change in entries_of(agreement)[-1].changes]
    assert str(part) in changes
    assert not [other for other in parts if other != kind and parts[other].count() != 1]


def test_what_never_belonged_there_is_struck(staff_client, agreement):
    party = agreement.parties.get()

    correct(staff_client, agreement, "party", party.pk, is_struck="on", **REASON)

    assert not agreement.parties.exists()
    assert agreement.signatories.get().party is None
    assert entries_of(agreement)[-1].sentence == "Mistyped."


def test_a_broken_rule_is_said_and_nothing_is_corrected(staff_client, agreement):
    response = correct(staff_client, agreement, "dates", expires_on="2000-01-01", **REASON)

    assert "The last day cannot be before the conclusion." in errors_of(response)
    assert not agreement.steps.exists()


def test_only_the_parties_of_this_agreement_are_offered(staff_client, agreement):
    make_party(name_as_printed="Elsewhere")

    signatory = agreement.signatories.get()
    page = open_form(staff_client, correct_url(agreement, "signatory", signatory.pk))

    offered = page.context_data["adminform"].form.fields["party"].queryset
    assert [str(each) for each in offered] == ["AlmaU"]


def test_only_the_ceremonies_of_its_event_are_offered(staff_client, agreement):
    agreement.event = make_event()
    agreement.is_seal_open = True
    agreement.save()
    own, _elsewhere = make_session(event=agreement.event), make_session()

    page = open_form(staff_client, correct_url(agreement, "facts"))

    assert [*page.context_data["adminform"].form.fields["session"].queryset] == [own]


def test_what_is_not_sealed_needs_no_correction(staff_client):
    agreement = make_agreement()

    for url in (admin_url(agreement, "correct"), correct_url(agreement, "facts")):
        answer = staff_client.get(url, follow=True)

        assertContains(answer, "Nothing is sealed yet: change the record itself.")


def test_a_part_of_another_agreement_is_not_there(staff_client, agreement):
    elsewhere = make_party()

    for part in (("party", elsewhere.pk), ("text", 1), ("party", "x"), ("party", "9" * 40), ("x",)):
        assert staff_client.get(correct_url(agreement, *part)).status_code == 404
