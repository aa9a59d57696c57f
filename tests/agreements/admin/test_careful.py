"""Concluding, opening again and correcting overwrite nothing, lose nothing, and are done once."""

import pytest

from forum.history.keeping import revision
from tests.admin_forms import admin_url, errors_of, form_data, open_form
from tests.agreements.admin.steps import correct_url, memorandum
from tests.factories import make_agreement, make_party

pytestmark = pytest.mark.slow

ONCE = {"once": "a-token-of-one-form-0123456789"}
REASON = {"correction_reason": "Mistyped."}
NOT_SAVED = "nothing is saved yet"


def change(record, staff, **values):
    with revision(by=staff):
        for name, value in values.items():
            setattr(record, name, value)
        getattr(record, "agreement", record).is_seal_open = True
        record.save()


def opened(client, url) -> dict:
    """The form with all that it carries."""
    answer = open_form(client, url)
    names = ("once", "sent_by", "seen")
    carried = {name: answer.context_data[name] for name in names}
    return carried | (form_data(answer) if "adminform" in answer.context_data else {})


def send_signed_out(client, staff, url, data):
    """Send a form after the session ended, and sign in again."""
    client.logout()
    client.post(url, data)
    client.force_login(staff)


@pytest.fixture
def agreement(staff_client):
    return memorandum(city_en="Tartu")


def test_the_second_correction_of_a_field_is_refused_with_what_changed(
    staff_client, staff, agreement
):
    url = correct_url(agreement, "place")
    data = opened(staff_client, url) | REASON | {"city_en": "Narva"}
    change(agreement, staff, city_en="Pärnu")

    answer = staff_client.post(url, data)

    [choice] = answer.context["choices"]
    assert (choice.was, choice.theirs, choice.mine) == ("Tartu", "Pärnu", "Narva")
    assert choice.change.startswith("staff, ")
    agreement.refresh_from_db()
    assert (agreement.city_en, agreement.steps.count()) == ("Pärnu", 0)


def test_what_somebody_changed_meanwhile_is_not_struck_unseen(staff_client, staff, agreement):
    party = make_party(agreement=agreement, name_as_printed="AlmaU")
    url = correct_url(agreement, "party", party.pk)
    data = opened(staff_client, url) | REASON | {"is_struck": "on"}
    change(party, staff, name_as_printed="Almaty Management University")

    answer = staff_client.post(url, data)

    assert "was changed meanwhile (staff, " in errors_of(answer)
    assert agreement.parties.exists()
    again = form_data(answer) | REASON | {"is_struck": "on"}
    assert staff_client.post(url, again).status_code == 302
    assert not agreement.parties.exists()


def test_a_correction_that_is_sent_twice_is_one_step(staff_client, agreement):
    url = correct_url(agreement, "facts")
    data = opened(staff_client, url) | REASON | ONCE | {"instrument": "protocol"}

    answers = [staff_client.post(url, data) for _ in range(2)]

    assert [answer.url for answer in answers] == [admin_url(agreement, "change")] * 2
    assert agreement.steps.count() == 1


def test_a_correction_sent_after_signing_out_comes_back(staff_client, staff, agreement):
    url = correct_url(agreement, "place")
    data = opened(staff_client, url) | {"correction_reason": "As printed", "city_en": "Narva"}

    send_signed_out(staff_client, staff, url, data)

    page = staff_client.get(url).text
    assert "As printed" in page
    assert 'value="Narva"' in page
    assert NOT_SAVED in page
    assert not agreement.steps.exists()


def test_an_agreement_is_concluded_only_as_it_was_shown_and_once(staff_client, staff):
    agreement = make_agreement(city_en="Tartu")
    url = admin_url(agreement, "conclude")
    data = opened(staff_client, url)
    change(agreement, staff, city_en="Narva")

    answer = staff_client.post(url, data)

    assert "“Tartu” became “Narva”" in answer.text
    again = opened(staff_client, url)
    for _ in range(2):
        staff_client.post(url, again)
    assert agreement.steps.filter(kind="sealed").count() == 1


def test_concluding_after_signing_out_says_that_it_is_not_done(staff_client, staff):
    agreement = make_agreement()
    url = admin_url(agreement, "conclude")

    send_signed_out(staff_client, staff, url, opened(staff_client, url))

    assert NOT_SAVED in staff_client.get(url).text
    assert NOT_SAVED not in staff_client.get(url).text
    assert not agreement.steps.exists()


def test_a_record_is_opened_again_only_as_it_was_shown(staff_client, staff, agreement):
    url = admin_url(agreement, "reopen")
    data = opened(staff_client, url) | {"reason": "Put off"}
    change(agreement, staff, city_en="Narva")

    answer = staff_client.post(url, data)

    assert "“Tartu” became “Narva”" in answer.text
    assert "Put off" in answer.text
    assert not agreement.steps.exists()


def test_a_reason_for_opening_again_comes_back_after_signing_out(staff_client, staff, agreement):
    url = admin_url(agreement, "reopen")

    send_signed_out(staff_client, staff, url, opened(staff_client, url) | {"reason": "Put off"})

    page = staff_client.get(url).text
    assert "Put off" in page
    assert NOT_SAVED in page
    assert not agreement.steps.exists()
