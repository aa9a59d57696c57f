"""Steps that are refused, and who may take one."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from pytest_django.asserts import assertNotContains, assertRedirects

from agreements.models import AgreementLink, Step
from tests.admin_forms import admin_url, errors_of
from tests.agreements.admin.steps import SIGNING, memorandum, step_url, take
from tests.factories import make_agreement, make_staff


@pytest.mark.parametrize(
    ("fields", "kind", "said"),
    [
        ({"stage": "agreed"}, "negotiation", "It has come that far already."),
        ({"stage": "proposed"}, "in_force", "It is not concluded yet"),
        ({"stage": "abandoned"}, "signed", "It was abandoned"),
        ({}, "signed", "It is concluded already."),
        ({"renewal": "automatic", "term_months": 12}, "extended", "It renews itself."),
        ({"renewal": "evergreen"}, "renewed", "It is open-ended."),
        ({"renewal": "evergreen"}, "expired", "It does not expire"),
        ({"expires_on": dt.date(2099, 1, 1)}, "expired", "It expires by itself"),
        ({"in_force_on": SIGNING}, "in_force", "Its entry into force is on record"),
        ({}, "notice_withdrawn", "No notice is on record."),
        ({"terminated_on": SIGNING}, "notice", "Terminated"),
        ({}, "reopened", "Only an abandoned document"),
    ],
)
def test_an_impossible_step_is_refused_with_a_sentence(staff_client, fields, kind, said):
    agreement = make_agreement(**fields)

    response = staff_client.get(step_url(agreement, kind))

    assertRedirects(response, admin_url(agreement, "change"), fetch_redirect_response=False)
    messages = " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert said.lower() in messages.lower()
    assert not Step.objects.exists()


def test_a_step_in_the_future_is_refused(staff_client):
    agreement = make_agreement(stage="agreed")

    response = take(staff_client, agreement, "signed", happened_on="2999-01-01")

    assert "That day is still to come." in errors_of(response)
    assert agreement.stage == "agreed"


def test_a_replacement_in_a_circle_is_refused(staff_client):
    first, second, third = (make_agreement(concluded_on=SIGNING) for _ in range(3))
    AgreementLink.objects.create(agreement=first, kind="replaces", other=second)
    AgreementLink.objects.create(agreement=second, kind="replaces", other=third)

    response = take(staff_client, first, "replaced", document=third.pk)

    assert "cannot replace each other in a circle" in errors_of(response)
    assert AgreementLink.objects.count() == 2


def test_a_replacement_by_what_is_not_concluded_is_refused(staff_client):
    draft = make_agreement(stage="agreed")
    agreement = memorandum()

    response = take(staff_client, agreement, "replaced", document=draft.pk)

    assert "That document is not concluded yet" in errors_of(response)
    assert not AgreementLink.objects.exists()


@pytest.mark.parametrize("kind", ["corrected", "x"])
def test_an_unknown_step_is_not_found(staff_client, kind):
    assert staff_client.get(step_url(make_agreement(), kind)).status_code == 404


def test_steps_of_no_agreement_are_not_found(staff_client):
    for key in ("999999", "x", "9" * 40):
        url = f"/admin/agreements/agreement/{key}/steps/notice/"
        assert staff_client.get(url).status_code == 404


@pytest.mark.django_db
def test_staff_who_may_not_change_agreements_take_no_step(client):
    reader = make_staff()
    reader.user_permissions.set(Permission.objects.filter(codename="view_agreement"))
    client.force_login(reader)
    agreement = memorandum()

    assert client.get(step_url(agreement, "notice")).status_code == 403
    assertNotContains(client.get(admin_url(agreement, "change")), "/steps/notice/")


def test_the_form_offers_the_steps_that_are_possible(staff_client):
    page = staff_client.get(admin_url(memorandum(), "change")).content.decode()

    assert "/steps/notice/" in page
    assert "/steps/replaced/" in page
    assert "/steps/extended/" not in page
    assert "/steps/signed/" not in page
