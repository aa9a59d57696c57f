"""Whatever the facts are: exactly one status, and nothing endless ends."""

import datetime as dt

from hypothesis import example, given, settings
from hypothesis import strategies as st

from agreements.choices import Renewal, Status
from agreements.life.facts import Facts
from agreements.life.status import end_of_term
from tests.agreements.life.any_facts import some_date, valid_facts
from tests.agreements.life.combinations import SIGNING, status


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
