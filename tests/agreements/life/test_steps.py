"""Random lives: whatever staff try in whatever order, the rules hold."""

import datetime as dt
import random

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.choices import Renewal, Stage, Status, StepKind
from agreements.life.dates import dates_on
from agreements.life.status import ENDED, Facts, status_on
from agreements.life.steps import STAGE_OF_STEP, effect_of_notice, refusal
from agreements.models import Agreement, AgreementLink, Step
from agreements.services import LINK_OF_STEP, take_step
from tests.factories import make_agreement

FIRST, LAST = dt.date(2024, 2, 1), dt.date(2024, 8, 31)
WARNING = 180
TODAY = dt.date(2026, 1, 1)
PREPARING = ("proposed", "negotiation", "agreed", "initialled")


class Choices:
    """Makes the choices of a life: by hypothesis, or by a random generator with a seed."""

    def __init__(self, among, number):
        self.among, self.number = among, number

    def day(self):
        return FIRST + dt.timedelta(days=self.number(0, (LAST - FIRST).days))

    def months(self):
        return self.among([None, 1, 2, 6])

    def maybe(self, value):
        return self.among([None, value])


def begin(choices) -> Agreement:
    renewal = choices.among(["", *Renewal.values])
    endless = renewal == Renewal.EVERGREEN
    return make_agreement(
        stage=choices.among(list(PREPARING)),
        renewal=renewal,
        term_months=None if endless else choices.months(),
        renewal_months=choices.months(),
        notice_months=choices.months(),
        review_months=choices.months(),
    )


def try_step(choices, agreement, others) -> None:
    """Try a step on a day; hold the outcome to what must be true of any."""
    kind = StepKind(choices.among(StepKind.values))
    details = {"happened_on": choices.day()}
    if kind in (StepKind.EXTENDED, StepKind.RENEWED, StepKind.NOTICE):
        details["effect_on"] = choices.maybe(choices.day())
    if kind in LINK_OF_STEP:
        details["document"] = choices.among([None, *others])
    before, facts = snapshot(), agreement.facts()
    try:
        step = take_step(agreement, kind, **details)
    except ValidationError:
        assert snapshot() == before
        return
    after = Agreement.objects.get(pk=agreement.pk)
    assert step.kind == kind
    assert_possible(kind, facts, step.happened_on or TODAY)
    assert after.stage == STAGE_OF_STEP.get(kind, agreement.stage)
    if kind == StepKind.NOTICE:
        assert after.terminated_on >= (effect_of_notice(facts, step.happened_on) or FIRST)
        assert after.notice_given_on < after.terminated_on
    agreement.refresh_from_db()


def snapshot():
    return [
        list(model.objects.order_by("pk").values()) for model in (Agreement, AgreementLink, Step)
    ]


def assert_possible(kind, facts: Facts, day: dt.date) -> None:
    """What no life allows, said once more and in another way than the rules say it."""
    preparing = facts.stage in PREPARING
    if kind in STAGE_OF_STEP:
        assert preparing or (kind, facts.stage) == (StepKind.REOPENED, Stage.ABANDONED)
        new = STAGE_OF_STEP[kind]
        if preparing and new in PREPARING:
            assert PREPARING.index(new) > PREPARING.index(facts.stage)
    elif kind != StepKind.CORRECTED:
        assert facts.stage == Stage.CONCLUDED
        shift = dt.timedelta(days=kind == StepKind.TERMINATED)
        status = status_on(facts, day - shift, WARNING)
        assert status not in ENDED or kind == StepKind.REVIEWED
    if kind in (StepKind.EXTENDED, StepKind.RENEWED):
        assert facts.renewal not in (Renewal.AUTOMATIC, Renewal.EVERGREEN)
        assert facts.notice_given_on is None


def assert_same_in_periods(agreements, day) -> None:
    said = dict(Agreement.objects.order_by().with_status(day).values_list("pk", "status"))
    for agreement, facts in agreements:
        dates = dates_on(facts, day)
        status = status_on(facts, day, WARNING)
        assert said[agreement.pk] == status, (day, facts)
        assert status in (None, *Status.values)
        if facts.renewal == Renewal.EVERGREEN:
            assert status not in (Status.EXPIRED, Status.EXPIRING)
        if dates.notice_by:
            assert dates.notice_by < dates.in_force_until


def days_around(agreement) -> set[dt.date]:
    facts = agreement.facts()
    dates = [
        facts.concluded_on,
        facts.in_force_on,
        facts.last_day,
        facts.terminated_on,
        facts.replaced_on if facts.replaced_on != dt.date.min else None,
    ]
    shifts = (-181, -180, -1, 0, 1)
    return {day + dt.timedelta(days=shift) for day in dates if day for shift in shifts}


@pytest.mark.slow
@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_life_breaks_the_rules(data):
    choices = Choices(
        lambda among: data.draw(st.sampled_from(among)),
        lambda low, high: data.draw(st.integers(low, high)),
    )
    # Hypothesis runs every life in one test: none may see what another one left.
    with transaction.atomic():
        live_and_compare(choices)
        transaction.set_rollback(True)


def live_and_compare(choices) -> None:
    agreements = [begin(choices) for _ in range(3)]
    for _ in range(choices.number(4, 14)):
        agreement = choices.among(agreements)
        try_step(choices, agreement, agreements)

    lives = [(agreement, agreement.facts()) for agreement in agreements]
    for day in set().union(*(days_around(agreement) for agreement in agreements)):
        assert_same_in_periods(lives, day)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "tries", "stride"),
    [
        pytest.param(3, 50, 9, id="a few on some days"),
        pytest.param(12, 200, 1, id="many on every day", marks=pytest.mark.slow),
    ],
)
def test_the_periods_of_many_lives_are_what_the_rules_say(number, tries, stride):
    seeded = random.Random(4)  # noqa: S311
    choices = Choices(seeded.choice, seeded.randint)
    agreements = [begin(choices) for _ in range(number)]
    for _ in range(tries):
        try_step(choices, seeded.choice(agreements), agreements)

    lives = [(agreement, agreement.facts()) for agreement in agreements]
    day = FIRST - dt.timedelta(days=2)
    while day < dt.date(2025, 3, 10):
        assert_same_in_periods(lives, day)
        day += dt.timedelta(days=stride)
    assert {each.stage for each in agreements} >= {Stage.CONCLUDED}


@pytest.mark.django_db
def test_a_step_is_possible_only_once_its_day_has_come():
    facts = Facts(stage=Stage.AGREED)
    tomorrow = TODAY + dt.timedelta(days=1)

    assert refusal(StepKind.SIGNED, facts, tomorrow, TODAY) == "That day is still to come."
    assert refusal(StepKind.SIGNED, facts, TODAY, TODAY) == ""
