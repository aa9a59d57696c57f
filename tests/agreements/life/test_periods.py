"""Periods are the statuses of every day, written down once."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.choices import Renewal, Stage, Status
from agreements.life.facts import Facts
from agreements.life.periods import Span, periods
from agreements.life.status import days_later, status_on
from agreements.models import Agreement, Period
from tests.agreements.life.any_facts import some_date, some_months, valid_facts
from tests.agreements.life.combinations import (
    DAYS,
    SUCCESSOR_IN_FORCE,
    SUCCESSOR_SIGNED,
    combinations,
)
from tests.factories import make_agreement

DAY = dt.timedelta(days=1)
SIGNED, ENTERED, LAST = dt.date(2020, 5, 1), dt.date(2020, 9, 1), dt.date(2025, 4, 30)
WARNINGS = (0, 1, 30, 180)


def said(spans: list[Span], day: dt.date, warning: int) -> Status | None:
    """What the spans say of a day, as the queries read them."""
    for span in spans:
        if span.first_on <= day <= span.last_on:
            is_expiring = span.expires_on and span.expires_on <= days_later(day, warning)
            return Status.EXPIRING if is_expiring else span.status
    return None


def test_a_life_is_cut_where_its_status_changes():
    facts = Facts(
        stage=Stage.CONCLUDED,
        known_on=dt.date(2019, 1, 1),
        concluded_on=SIGNED,
        in_force_on=ENTERED,
        expires_on=LAST,
    )

    assert periods(facts) == [
        Span(Status.NEGOTIATION, dt.date(2019, 1, 1), SIGNED - DAY),
        Span(Status.SIGNED, SIGNED, ENTERED - DAY),
        Span(Status.IN_FORCE, ENTERED, LAST, LAST),
        Span(Status.EXPIRED, LAST + DAY, dt.date.max),
    ]


def test_what_renews_itself_is_one_period():
    facts = Facts(
        stage=Stage.CONCLUDED,
        known_on=SIGNED,
        in_force_on=SIGNED,
        term_months=12,
        renewal=Renewal.AUTOMATIC,
    )

    assert periods(facts) == [Span(Status.IN_FORCE, SIGNED, dt.date.max)]


@pytest.mark.parametrize("renewal", ["", *Renewal.values])
def test_the_periods_say_of_every_day_what_the_rules_say(renewal):
    replaced = {
        "without dates": dt.date.min,
        "signed": SUCCESSOR_SIGNED,
        "in force later": SUCCESSOR_IN_FORCE,
    }
    for number, (facts, successor) in enumerate(combinations(renewal)):
        facts |= {"replaced_on": replaced.get(successor), "parties": 3}
        facts |= [{}, {"known_on": DAYS[4]}, {"left_on": ((DAYS[6], "day"), (DAYS[9], "day"))}][
            number % 3
        ]
        whole = Facts(**facts)
        spans = periods(whole)
        for day in DAYS:
            for warning in (0, 180):
                assert said(spans, day, warning) == status_on(whole, day, warning), (whole, day)


@pytest.mark.slow
@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(
    facts=valid_facts(),
    more=st.fixed_dictionaries(
        {
            "replaced_on": st.none() | some_date,
            "known_on": st.none() | some_date,
            "parties": st.integers(0, 5),
            "left_on": st.lists(st.tuples(some_date, st.just("day")), max_size=4).map(tuple),
            "renewal_months": st.none() | some_months,
        }
    ),
    others=st.lists(some_date, max_size=6),
)
def test_whatever_the_facts_the_periods_are_the_rules(facts, more, others):
    whole = Facts(**facts, **more)
    spans = periods(whole)
    edges = [edge for span in spans for edge in (span.first_on, span.last_on, span.expires_on)]
    days = {shifted(day, by) for day in edges if day for by in (-181, -180, -1, 0, 1)}

    for day in {*days, *others, dt.date.min, dt.date.max}:
        for warning in WARNINGS:
            assert said(spans, day, warning) == status_on(whole, day, warning)
    for span, after in pairwise(spans):
        assert span.last_on + DAY == after.first_on
        assert (span.status, span.expires_on) != (after.status, after.expires_on)
    assert spans[-1].last_on == dt.date.max


def shifted(day: dt.date, days: int) -> dt.date:
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))


@pytest.mark.django_db
def test_another_warning_time_needs_no_rebuild(settings):
    make_agreement(in_force_on=SIGNED, expires_on=LAST)
    day = LAST - dt.timedelta(days=100)

    statuses = []
    for settings.EXPIRING_DAYS in (99, 100):
        statuses.append(Agreement.objects.with_status(day).get().status)

    assert statuses == [Status.IN_FORCE, Status.EXPIRING]
    assert Period.objects.filter(status=Status.EXPIRING).count() == 0


@pytest.mark.django_db
def test_so_many_are_in_force_on_each_day_in_one_query(django_assert_num_queries, settings):
    settings.EXPIRING_DAYS = 30
    make_agreement(in_force_on=SIGNED, expires_on=LAST)
    make_agreement(in_force_on=ENTERED)
    # Signed, and near its end: it counts as expiring, and with those in force.
    make_agreement(concluded_on=SIGNED, expires_on=LAST)
    make_agreement(stage="negotiation")
    days = [SIGNED - DAY, SIGNED, ENTERED, LAST - 30 * DAY, LAST, LAST + DAY]

    with django_assert_num_queries(1):
        counts = Period.objects.in_force_on_days(days)

    assert list(counts.values()) == [0, 1, 2, 3, 3, 1]
