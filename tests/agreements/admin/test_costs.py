"""Forms, lists and autocompletes cost the same for one row and for three."""

import pytest

from agreements.models import (
    Agreement,
    AgreementCitation,
    AgreementLink,
    Commitment,
    Outcome,
    Party,
    Provision,
    Signatory,
    Text,
)
from tests.admin_forms import admin_url, open_form
from tests.agreements.full import fill
from tests.factories import (
    everybody,
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
    make_session,
    make_signatory,
    make_source,
    make_text,
    make_topic,
)
from tests.reading import cost

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def add_most_parts(agreement):
    make_party(agreement=agreement)
    make_signatory(agreement=agreement, **everybody())
    make_provision(agreement=agreement, topic=make_topic())
    make_text(agreement=agreement)
    AgreementCitation.objects.create(agreement=agreement, source=make_source())


def add_promise(agreement):
    make_commitment(
        agreement=agreement,
        owner=make_official(),
        state="fulfilled",
        fulfilled_by_agreement=make_agreement(),
    )


PARTS = {
    "most parts": add_most_parts,
    "links": lambda agreement: make_link(agreement=agreement),
    "promises": add_promise,
    "promises with responsible institutions": lambda agreement: make_commitment(
        agreement=agreement
    ).responsible.add(make_institution()),
}


@pytest.mark.parametrize("make", PARTS.values(), ids=PARTS)
def test_an_agreement_s_form_costs_the_same_for_any_number_of_rows(staff_client, make):
    agreement = make_agreement()
    make(agreement)
    url = admin_url(agreement, "change")
    open_form(
        staff_client, url
    )  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    make(agreement)
    make(agreement)

    three = cost(staff_client, url)

    assert three == one


def test_an_outcome_s_form_costs_the_same_for_any_number_of_roles(staff_client):
    outcome = make_outcome()
    make_outcome_role(outcome=outcome, **everybody())
    url = admin_url(outcome, "change")
    open_form(
        staff_client, url
    )  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    for _ in range(2):
        make_outcome_role(outcome=outcome, **everybody())

    assert cost(staff_client, url) == one


@pytest.mark.parametrize(
    "model",
    [
        Agreement,
        AgreementCitation,
        AgreementLink,
        Commitment,
        Outcome,
        Party,
        Provision,
        Signatory,
        Text,
    ],
    ids=lambda model: model.__name__,
)
def test_a_list_costs_the_same_for_any_number(staff_client, model):
    def record():
        agreement = make_agreement(event=make_event())
        fill(agreement, 1)
        make_outcome(event=agreement.event, agreement=agreement)

    record()
    url = admin_url(model, "changelist")
    open_form(
        staff_client, url
    )  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    record()
    record()

    assert cost(staff_client, url) == one


AUTOCOMPLETES = {
    "parties": ("signatory", "party"),
    "ceremonies": ("agreement", "session"),
    "agreements": ("agreementlink", "other"),
    "offices held": ("signatory", "appointment"),
    "signatories": ("agreementcitation", "signatory"),
    "promises": ("agreementcitation", "commitment"),
    "outcomes": ("commitment", "fulfilled_by_outcome"),
}


@pytest.mark.parametrize(("model", "field"), AUTOCOMPLETES.values(), ids=AUTOCOMPLETES)
def test_an_autocomplete_costs_the_same_for_any_number(staff_client, model, field):
    def record():
        event = make_event()
        agreement = make_agreement(event=event, session=make_session(event=event))
        fill(agreement, 1)
        make_outcome(event=event)

    record()
    url = f"/admin/autocomplete/?term=&app_label=agreements&model_name={model}&field_name={field}"
    staff_client.get(url)  # What is asked for once only, such as content types, is asked now.
    one = cost(staff_client, url)
    record()
    record()

    assert cost(staff_client, url) == one
