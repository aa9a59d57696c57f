"""Whatever the facts are: exactly one status, and nothing endless ends."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agreements.choices import Renewal, Stage, Status
from agreements.life.status import Facts, end_of_term
from agreements.models import Agreement
from tests.agreements.life.combinations import SIGNING, said_by_the_database, status

some_date = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
some_months = st.integers(1, 1200)
some_precision = st.sampled_from(["day", "unknown"])
EVENTS = ("concluded_on", "in_force_on", "terminated_on")
ENDINGS = ("expires_on", "terminated_on")


@st.composite
def some_dates(draw, fields) -> dict:
    """Dates of which no end comes before a beginning."""
    dates = {field: draw(st.none() | some_date) for field in fields}
    begun = [date for field, date in dates.items() if date and field not in ENDINGS]
    for field in dates.keys() & set(ENDINGS):
        dates[field] = dates[field] and max(dates[field], *begun, dt.date.min)
    return dates


@st.composite
def valid_facts(draw) -> dict:
    """Facts that the constraints of the database let in."""
    stage = draw(st.sampled_from([*Stage.values, *["concluded"] * 5]))
    renewal = draw(st.sampled_from(["", *Renewal.values]))
    ends = renewal != Renewal.EVERGREEN
    events = EVENTS if stage == Stage.CONCLUDED else ()
    dates = draw(some_dates((*events, *["expires_on"] * ends)))
    unknown = {
        f"{field}_precision": draw(some_precision) for field in events[1:] if not dates[field]
    }
    term = {"term_months": draw(st.none() | some_months)} if ends else {}
    return {"stage": stage, "renewal": renewal} | dates | unknown | term


def may_end(facts: dict) -> bool:
    return facts["renewal"] not in (Renewal.AUTOMATIC, Renewal.EVERGREEN)


@settings(derandomize=True, database=None, deadline=None, max_examples=100)
@given(facts=valid_facts(), replaced_on=st.none() | some_date, day=some_date)
@example(facts={"stage": "concluded", "renewal": ""}, replaced_on=dt.date.min, day=SIGNING)
def test_any_facts_have_one_status(facts, replaced_on, day):
    said = status(Facts(**facts, replaced_on=replaced_on), day)

    assert said in Status
    assert may_end(facts) or said not in (Status.EXPIRED, Status.EXPIRING)


@settings(derandomize=True, database=None, deadline=None, max_examples=100)
@given(facts=valid_facts(), day=some_date)
def test_the_end_of_the_term_is_not_over_if_it_renews_itself(facts, day):
    facts |= {"renewal": Renewal.AUTOMATIC, "renewal_months": 7}

    end = end_of_term(Facts(**facts), day)

    assert end is None or end >= day


@pytest.mark.django_db
@settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=15,
    # Every example is rolled back by itself.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(many=st.lists(valid_facts(), min_size=1, max_size=12), day=some_date)
def test_any_record_has_one_status_in_the_database(many, day):
    with transaction.atomic():
        agreements = Agreement.objects.bulk_create(
            Agreement(title_en="Agreement", slug=f"a{number}", **facts)
            for number, facts in enumerate(many)
        )
        said = [in_sql for in_sql, _ in said_by_the_database(agreements, day)]
        transaction.set_rollback(True)

    assert said == [status(Facts(**facts), day) for facts in many]
    for facts, in_sql in zip(many, said, strict=True):
        assert in_sql in Status.values
        assert may_end(facts) or in_sql not in (Status.EXPIRED, Status.EXPIRING)
