import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.choices import Renewal, Stage
from agreements.life.dates import as_told, dates_on, explanation, renewals
from agreements.life.facts import Facts

SIGNING = dt.date(2016, 11, 17)
DAY = dt.timedelta(days=1)


def renewing(**facts) -> Facts:
    given = {"concluded_on": SIGNING, "term_months": 60, "renewal": Renewal.AUTOMATIC}
    return Facts(stage=Stage.CONCLUDED, **given | {"notice_months": 6} | facts)


@pytest.mark.parametrize(
    ("day", "until", "notice_by"),
    [
        (SIGNING, dt.date(2021, 11, 17), dt.date(2021, 5, 17)),
        (dt.date(2021, 5, 17), dt.date(2021, 11, 17), dt.date(2021, 5, 17)),
        (dt.date(2021, 5, 18), dt.date(2026, 11, 17), dt.date(2026, 5, 17)),
        (dt.date(2026, 11, 18), dt.date(2031, 11, 17), dt.date(2031, 5, 17)),
    ],
    ids=["first day", "last day for notice", "day after", "renewed twice"],
)
def test_it_is_in_force_until_the_first_end_for_which_notice_can_be_given(day, until, notice_by):
    dates = dates_on(renewing(), day)

    assert (dates.in_force_until, dates.notice_by) == (until, notice_by)


def test_the_sentence_counts_renewals_and_says_until_when_notice_can_be_given():
    said = explanation(renewing(), dt.date(2026, 11, 18), "day")

    assert said == (
        "Renewed 2 times. In force until 17 November 2031; it then renews itself unless notice is"
        " given by 17 May 2031. Computed from its beginning and a term of 5 years."
    )


def test_a_notice_longer_than_the_period_reaches_over_more_than_one_term():
    facts = renewing(term_months=12, notice_months=18)

    assert dates_on(facts, SIGNING + DAY).in_force_until == dt.date(2018, 11, 17)


def test_a_notice_from_the_end_of_a_month_is_due_on_the_last_day_of_a_shorter_one():
    facts = renewing(expires_on=dt.date(2031, 8, 31))

    assert dates_on(facts, SIGNING).notice_by == dt.date(2031, 2, 28)


def test_a_notice_given_ends_it_the_day_before_it_takes_effect():
    facts = renewing(notice_given_on=dt.date(2021, 1, 1), terminated_on=dt.date(2021, 11, 18))

    dates = dates_on(facts, dt.date(2021, 2, 1))

    assert (dates.in_force_until, dates.notice_by) == (dt.date(2021, 11, 17), None)
    assert "Notice was given on 1 January 2021" in explanation(facts, dt.date(2021, 2, 1), "day")


def test_a_fixed_term_has_an_end_and_no_day_for_notice():
    dates = dates_on(renewing(renewal=Renewal.FIXED), SIGNING)

    assert (dates.in_force_until, dates.notice_by) == (dt.date(2021, 11, 17), None)


def test_an_open_ended_agreement_has_no_end_and_says_how_it_can_be_ended():
    facts = renewing(renewal=Renewal.EVERGREEN, term_months=None)

    assert dates_on(facts, SIGNING).in_force_until is None
    assert "with notice of 6 months" in explanation(facts, SIGNING, "day")


def test_reviews_fall_on_anniversaries_of_the_beginning():
    facts = renewing(review_months=12)

    days = [SIGNING, SIGNING + DAY, dt.date(2017, 11, 17), dt.date(2017, 11, 18)]
    said = [dates_on(facts, day).review_on.year for day in days]
    assert said == [2017, 2017, 2017, 2018]


def test_what_has_ended_has_no_dates_to_come():
    facts = renewing(renewal=Renewal.FIXED, review_months=12)

    dates = dates_on(facts, dt.date(2021, 11, 18))

    assert (dates.in_force_until, dates.notice_by, dates.review_on) == (None, None, None)
    assert explanation(facts, dt.date(2021, 11, 18), "day") == ""


def test_visitors_do_not_learn_the_day_of_an_unpublished_successor():
    facts = renewing(replaced_on=dt.date(2019, 1, 1), replaced_on_precision="unknown")

    told = dates_on(as_told(facts, SIGNING), SIGNING)

    assert told.in_force_until == dt.date(2021, 11, 17)


some_day = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
some_months = st.none() | st.integers(1, 130)


@settings(derandomize=True, database=None, max_examples=200)
@given(
    start=some_day,
    precision=st.sampled_from(["day", "month", "year"]),
    term=some_months,
    period=some_months,
    notice=some_months,
    review=some_months,
    renewal=st.sampled_from([Renewal.FIXED, Renewal.AUTOMATIC, Renewal.CONSENT]),
    successor=st.none() | some_day,
    days=st.lists(some_day, min_size=1, max_size=5),
)
def test_whatever_the_facts_no_date_is_past_and_notice_precedes_the_end(
    start, precision, term, period, notice, review, renewal, successor, days
):
    facts = Facts(
        stage=Stage.CONCLUDED,
        concluded_on=start,
        concluded_on_precision=precision,
        term_months=term,
        renewal=renewal,
        renewal_months=period,
        notice_months=notice,
        review_months=review,
        replaced_on=successor,
    )
    for day in days:
        dates = dates_on(facts, day)
        assert dates.in_force_until is None or dates.in_force_until >= day
        assert dates.review_on is None or dates.review_on >= day
        if dates.notice_by:
            assert day <= dates.notice_by < dates.in_force_until
        assert renewals(facts, day) >= 0
