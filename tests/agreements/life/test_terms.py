"""The end of the term that runs."""

import datetime as dt

import pytest

from agreements.choices import Renewal, Stage
from agreements.life.status import Facts, end_of_term
from tests.agreements.life.combinations import SIGNING, concluded


def test_a_fixed_term_ends_once():
    facts = concluded(term_months=12, renewal=Renewal.FIXED)

    assert end_of_term(facts, dt.date(2050, 1, 1)) == dt.date(2031, 5, 1)


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (dt.date(2030, 5, 1), dt.date(2031, 5, 1)),
        (dt.date(2031, 5, 1), dt.date(2031, 5, 1)),
        (dt.date(2031, 5, 2), dt.date(2032, 5, 1)),
        (dt.date(2032, 5, 1), dt.date(2032, 5, 1)),
        (dt.date(2040, 1, 1), dt.date(2040, 5, 1)),
    ],
    ids=["first day", "last day", "day after", "last day again", "ten years later"],
)
def test_automatic_renewal_moves_the_end_on_by_the_term(day, end):
    facts = concluded(term_months=12, renewal=Renewal.AUTOMATIC)

    assert end_of_term(facts, day) == end


def test_automatic_renewal_moves_the_end_on_by_its_own_period():
    facts = concluded(term_months=60, renewal=Renewal.AUTOMATIC, renewal_months=24)

    assert end_of_term(facts, dt.date(2035, 5, 1)) == dt.date(2035, 5, 1)
    assert end_of_term(facts, dt.date(2035, 5, 2)) == dt.date(2037, 5, 1)


def test_an_automatic_renewal_for_a_time_not_stated_leaves_the_end():
    facts = concluded(expires_on=dt.date(2031, 1, 31), renewal=Renewal.AUTOMATIC)

    assert end_of_term(facts, dt.date(2040, 1, 1)) == dt.date(2031, 1, 31)


def test_a_short_month_does_not_shorten_the_terms_after_it():
    facts = concluded(expires_on=dt.date(2031, 1, 31), renewal=Renewal.AUTOMATIC, renewal_months=1)

    assert end_of_term(facts, dt.date(2031, 2, 1)) == dt.date(2031, 2, 28)
    assert end_of_term(facts, dt.date(2031, 3, 1)) == dt.date(2031, 3, 31)


def test_a_leap_day_comes_back_every_fourth_year():
    facts = concluded(expires_on=dt.date(2032, 2, 29), renewal=Renewal.AUTOMATIC, renewal_months=12)

    assert end_of_term(facts, dt.date(2032, 3, 1)) == dt.date(2033, 2, 28)
    assert end_of_term(facts, dt.date(2036, 1, 1)) == dt.date(2036, 2, 29)


def test_renewals_stop_at_the_end_of_the_calendar():
    facts = concluded(term_months=1200, renewal=Renewal.AUTOMATIC)

    assert end_of_term(facts, dt.date.max) == dt.date.max


@pytest.mark.parametrize(
    "facts",
    [
        concluded(),
        concluded(renewal=Renewal.AUTOMATIC),
        concluded(renewal=Renewal.EVERGREEN, renewal_months=12),
        Facts(stage=Stage.CONCLUDED, term_months=12, renewal=Renewal.AUTOMATIC),
    ],
    ids=["nothing stated", "automatic without term", "open-ended", "term without start"],
)
def test_without_an_end_there_is_no_end_of_term(facts):
    assert end_of_term(facts, SIGNING) is None
