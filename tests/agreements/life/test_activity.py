"""When something was last recorded of an agreement, and what is dormant."""

import datetime as dt

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from agreements.models import Agreement
from tests.admin_forms import admin_url
from tests.factories import (
    MAY_1,
    MAY_2,
    MAY_3,
    make_agreement,
    make_commitment,
    make_event,
    make_note,
    make_outcome,
    make_step,
)

pytestmark = pytest.mark.django_db


START = dt.date(2020, 1, 31)
DAY = dt.timedelta(days=1)


def found(agreement, on) -> dt.date | None:
    return Agreement.objects.with_activity(on).get(pk=agreement.pk).last_activity


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            lambda agreement, day: make_outcome(agreement=agreement, happened_on=day), id="outcome"
        ),
        pytest.param(
            lambda agreement, day: make_note(
                commitment=make_commitment(agreement=agreement), noted_on=day, is_public=False
            ),
            id="note",
        ),
        pytest.param(
            lambda agreement, day: make_step(agreement=agreement, happened_on=day), id="step"
        ),
    ],
)
def test_what_was_recorded_last_counts(record):
    agreement = make_agreement(concluded_on=START, in_force_on=START + DAY)

    assert found(agreement, MAY_3) == START + DAY
    record(agreement, MAY_1)
    assert found(agreement, MAY_3) == MAY_1
    record(agreement, START)
    assert found(agreement, MAY_3) == MAY_1
    record(agreement, MAY_3)
    assert found(agreement, MAY_2) == MAY_1


def test_a_correction_of_the_record_is_no_activity():
    agreement = make_agreement(concluded_on=START)
    make_step(agreement=agreement, kind="corrected", happened_on=MAY_1)

    assert found(agreement, MAY_3) == START


def test_what_concerns_another_agreement_is_no_activity():
    agreement = make_agreement(concluded_on=START)
    make_outcome(agreement=make_agreement(), happened_on=MAY_1)
    make_note(commitment=make_commitment(event=make_event()), noted_on=MAY_1)

    assert found(agreement, MAY_3) == START


def test_without_any_day_there_is_no_activity():
    agreement = make_agreement()
    make_outcome(agreement=agreement)
    make_step(agreement=agreement, happened_on=None, happened_on_precision="unknown")

    assert found(agreement, MAY_3) is None


@pytest.mark.parametrize(
    ("on", "dormant"),
    [(dt.date(2022, 1, 30), False), (dt.date(2022, 1, 31), True), (dt.date(2022, 2, 1), True)],
)
def test_an_agreement_is_dormant_so_many_months_after_its_last_activity(settings, on, dormant):
    settings.DORMANT_MONTHS = 24
    make_agreement(in_force_on=START)

    assert Agreement.objects.dormant(on).exists() == dormant


@pytest.mark.parametrize(
    ("fields", "dormant"),
    [
        ({"in_force_on": START}, True),
        ({"in_force_on": START, "expires_on": MAY_3}, True),
        ({"in_force_on": START, "expires_on": MAY_1}, False),
        ({"in_force_on": START, "terminated_on": MAY_1}, False),
        ({"concluded_on": START}, True),
        ({"in_force_on_precision": "unknown"}, False),
        ({"stage": "negotiation"}, False),
    ],
)
def test_only_what_has_not_ended_can_be_dormant(fields, dormant):
    make_agreement(**fields)

    assert Agreement.objects.dormant(MAY_2).exists() == dormant


def test_the_longest_dormant_comes_first():
    newer = make_agreement(in_force_on=START + DAY)
    older = make_agreement(in_force_on=START)

    assert list(Agreement.objects.dormant(MAY_1)) == [older, newer]


def test_staff_can_list_what_is_dormant(staff_client):
    make_agreement(title_en="Sleeping", in_force_on=START)
    make_agreement(title_en="Awake", in_force_on=timezone.localdate())

    response = staff_client.get(admin_url(Agreement, "changelist"), {"dormant": "yes"})

    assertContains(response, "Sleeping")
    assertNotContains(response, "Awake")


@pytest.mark.parametrize("value", ["", "no"])
def test_another_value_of_the_filter_is_ignored(staff_client, value):
    make_agreement(title_en="Awake")

    response = staff_client.get(admin_url(Agreement, "changelist"), {"dormant": value})

    assertContains(response, "Awake")
