"""Provisional application: between the signature and the entry into force, or instead of it."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from agreements.choices import Stage, Status
from agreements.life.facts import Facts
from agreements.life.periods import Span, periods
from agreements.life.steps import refusal
from agreements.models import Agreement
from agreements.services import take_step
from tests.agreements.admin.steps import step_url
from tests.agreements.life.combinations import SIGNING, concluded, status
from tests.factories import make_agreement
from tests.reading import pdf_of, read, words_of

DAY = dt.timedelta(days=1)
APPLIED, ENTERED = dt.date(2030, 6, 1), dt.date(2031, 2, 1)


def test_it_is_applied_provisionally_until_it_enters_into_force():
    facts = concluded(provisional_on=APPLIED, in_force_on=ENTERED)

    assert status(facts, APPLIED - DAY) == Status.SIGNED
    assert status(facts, APPLIED) == Status.PROVISIONAL
    assert status(facts, ENTERED - DAY) == Status.PROVISIONAL
    assert status(facts, ENTERED) == Status.IN_FORCE


def test_it_may_be_applied_before_its_signature():
    facts = concluded(provisional_on=SIGNING - DAY)

    assert status(facts, SIGNING - 2 * DAY) == Status.NEGOTIATION
    assert status(facts, SIGNING - DAY) == Status.PROVISIONAL


def test_it_lasts_where_no_entry_into_force_is_recorded():
    assert status(concluded(provisional_on=APPLIED), APPLIED + 9999 * DAY) == Status.PROVISIONAL


def test_a_beginning_on_a_day_not_known_has_come():
    facts = concluded(provisional_on_precision="unknown", in_force_on=ENTERED)

    assert status(facts, SIGNING) == Status.PROVISIONAL
    assert status(facts, ENTERED) == Status.IN_FORCE


def test_termination_ends_it():
    facts = concluded(provisional_on=APPLIED, terminated_on=ENTERED)

    assert status(facts, ENTERED - DAY) == Status.PROVISIONAL
    assert status(facts, ENTERED) == Status.TERMINATED


def test_it_is_a_period_of_its_own():
    facts = Facts(
        stage=Stage.CONCLUDED,
        known_on=SIGNING,
        concluded_on=SIGNING,
        provisional_on=APPLIED,
        in_force_on=ENTERED,
    )

    assert periods(facts) == [
        Span(Status.SIGNED, SIGNING, APPLIED - DAY),
        Span(Status.PROVISIONAL, APPLIED, ENTERED - DAY),
        Span(Status.IN_FORCE, ENTERED, dt.date.max),
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, ""),
        ({"in_force_on": ENTERED}, ""),
        ({"in_force_on": APPLIED}, "It is in force by that day."),
        ({"provisional_on": SIGNING}, "Its provisional application is on record"),
    ],
)
def test_the_step_is_refused_where_it_makes_no_sense(facts, said):
    refused = refusal("provisional", concluded(**facts), APPLIED, APPLIED)

    assert refused.startswith(said)
    assert bool(refused) == bool(said)


@pytest.mark.django_db
class TestRecorded:
    def test_a_step_records_it_and_the_database_knows_the_status(self):
        agreement = make_agreement(concluded_on=dt.date(2020, 5, 1))

        take_step(agreement, "provisional", happened_on=dt.date(2020, 6, 1))

        agreement.refresh_from_db()
        assert agreement.provisional_on == dt.date(2020, 6, 1)
        assert Agreement.objects.with_status(APPLIED).get().status == Status.PROVISIONAL
        assert not Agreement.objects.in_force(APPLIED).exists()

    def test_the_page_of_the_step_asks_for_its_day(self, staff_client):
        agreement = make_agreement(concluded_on=dt.date(2020, 5, 1))

        page = staff_client.get(step_url(agreement, "provisional"))

        assert "Apply provisionally" in page.text

    def test_its_page_and_pdf_say_since_when(self, client):
        agreement = make_agreement(
            concluded_on=dt.date(2020, 5, 1), provisional_on=dt.date(2020, 6, 1)
        )

        page = client.get(agreement.get_absolute_url())
        record = pdf_of(client.get(agreement.get_absolute_url() + "record.pdf"))

        assert "Applied provisionally from 1 June 2020" in read(page)
        assert "applied provisionally" in read(client.get("/agreements/"))
        assert "Applied provisionally from 1 June 2020" in words_of(record)

    def test_it_cannot_begin_after_the_entry_into_force(self):
        agreement = make_agreement(
            concluded_on=SIGNING, in_force_on=APPLIED, provisional_on=APPLIED + DAY
        )
        with pytest.raises(ValidationError, match="only until it enters into force"):
            agreement.full_clean()

    def test_but_within_a_month_that_is_known_alone_it_can(self):
        agreement = make_agreement(
            concluded_on=SIGNING,
            in_force_on=APPLIED,
            in_force_on_precision="month",
            provisional_on=APPLIED + DAY,
        )
        agreement.full_clean()
