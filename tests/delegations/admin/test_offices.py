"""An office that was not held on the day can be chosen for it, but not without a warning."""

import datetime as dt

import pytest
from django.contrib.messages import get_messages

from agreements.models import Signatory
from delegations.models import Member, Speaker
from tests.admin_forms import add_row, admin_url, form_data, open_form
from tests.factories import (
    MAY_1,
    make_agreement,
    make_appointment,
    make_delegation,
    make_institution,
    make_official,
    make_outcome,
    make_session,
)

pytestmark = pytest.mark.django_db

BEFORE = dt.date(2029, 12, 31)
WHY = "the office was not held on the day. It is on record only until 31 December 2029."


def warnings(response) -> list[str]:
    assert response.status_code == 302
    said = get_messages(response.wsgi_request)
    return [str(message) for message in said if message.level_tag == "warning"]


def old_office(**fields):
    return make_appointment(
        official=make_official(name_en="A. Tamm"), office_en="Dean", ends_on=BEFORE, **fields
    )


# What a browser sends of a new row that nobody filled in.
EMPTY = {
    "members": {"function": "member", "is_listed": "on"},
    "speakers": {"role": "speaker", "status": "confirmed", "mode": "in_person", "position": 0},
    "signatories": {"role": "signs", "position": 0, "signed_on_precision": "day"},
    "roles": {"role": "recipient", "position": 0},
}
RECORDS = {
    "members": make_delegation,
    "speakers": lambda: make_session(day=MAY_1),
    "signatories": lambda: make_agreement(concluded_on=MAY_1),
    "roles": lambda: make_outcome(happened_on=MAY_1),
}


def send(client, record, prefix, **row):
    url = admin_url(record, "change")
    data = form_data(open_form(client, url))
    return client.post(url, add_row(data, prefix, **EMPTY[prefix] | row))


@pytest.mark.parametrize("prefix", RECORDS)
def test_a_row_with_an_office_not_held_then_is_saved_with_a_warning(staff_client, prefix):
    record = RECORDS[prefix]()

    response = send(staff_client, record, prefix, appointment=old_office().pk)

    assert warnings(response) == [f"A. Tamm, Dean: {WHY}"]
    assert getattr(record, prefix).count() == 1


@pytest.mark.parametrize("prefix", RECORDS)
def test_a_row_with_an_office_held_then_is_saved_without_one(staff_client, prefix):
    response = send(staff_client, RECORDS[prefix](), prefix, appointment=make_appointment().pk)

    assert warnings(response) == []


@pytest.mark.parametrize(
    ("model", "whole", "record"),
    [
        (Member, "delegation", "members"),
        (Speaker, "session", "speakers"),
        (Signatory, "agreement", "signatories"),
    ],
)
def test_a_form_of_its_own_warns_too(staff_client, model, whole, record):
    url = admin_url(model, "add")
    data = form_data(open_form(staff_client, url))

    chosen = {whole: RECORDS[record]().pk, "appointment": old_office().pk}
    response = staff_client.post(url, data | chosen)

    assert warnings(response) == [f"A. Tamm, Dean: {WHY}"]
    assert model.objects.count() == 1


def test_a_day_that_is_not_known_is_no_reason_to_warn(staff_client):
    response = send(staff_client, make_agreement(), "signatories", appointment=old_office().pk)

    assert warnings(response) == []


def test_an_office_in_a_body_that_was_closed_warns(staff_client):
    closed = make_institution(name_en="Academy", closed_on=BEFORE)
    held = make_appointment(official=make_official(name_en="A B"), institution=closed)

    response = send(staff_client, make_delegation(), "members", appointment=held.pk)

    assert warnings(response) == [
        "A B, Rector, Academy: the office was not held on the day."
        " The body had closed before, on 31 December 2029."
    ]
