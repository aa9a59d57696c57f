"""What is told, and when."""

import datetime as dt

import pytest

from agreements.choices import ReminderKind as Kind
from agreements.reminders.due import coming, due, stage_reached
from tests.agreements.reminders.records import (
    DORMANT_ON,
    END,
    SIGNED,
    days,
    make_ending,
    make_renewing,
    told,
)
from tests.factories import make_commitment, make_event, make_note

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "days_left", "stage"),
    [
        ("expiring", 181, None),
        ("expiring", 180, 180),
        ("expiring", 91, 180),
        ("expiring", 90, 90),
        ("expiring", 30, 30),
        ("expiring", 8, 30),
        ("expiring", 7, 7),
        ("expiring", 0, 7),
        ("notice", 91, None),
        ("notice", 90, 90),
        ("notice", 7, 7),
        ("review", 31, None),
        ("review", 30, 30),
        ("review", 1, 30),
        ("review", 0, 0),
        ("due", 31, None),
        ("due", 30, 30),
        ("due", 7, 7),
        ("overdue", -1, -1),
        ("overdue", -29, -1),
        ("overdue", -30, -30),
        ("overdue", -90, -90),
        ("overdue", -1000, -180),
        ("dormant", 1, None),
        ("dormant", -500, 0),
    ],
)
def test_the_latest_stage_reached_is_the_one_that_applies(kind, days_left, stage):
    assert stage_reached(Kind(kind), days_left) == stage


def test_an_end_is_told_before_it_comes():
    make_ending()

    assert told(END - days(181)) == []
    assert told(END - days(180)) == [("expiring", END, 180)]
    assert told(END) == [("expiring", END, 7)]


def test_an_end_that_nobody_was_told_of_is_told_for_two_weeks_more():
    make_ending()

    assert told(END + days(14)) == [("expiring", END, 7)]
    assert told(END + days(15)) == []


def test_what_renews_itself_has_a_last_day_for_notice_and_no_end():
    make_renewing()
    by = dt.date(2031, 5, 17)

    assert told(by - days(91)) == []
    assert told(by - days(90)) == [("notice", by, 90)]
    assert told(by) == [("notice", by, 7)]
    assert told(END - days(7)) == []


def test_after_notice_what_renewed_itself_ends():
    make_renewing(notice_given_on=dt.date(2030, 1, 1), terminated_on=dt.date(2030, 7, 1))
    last = dt.date(2030, 6, 30)

    assert told(last - days(30)) == [("expiring", last, 30)]


@pytest.mark.parametrize(
    "fields",
    [
        {"stage": "negotiation", "concluded_on": None, "expires_on": END},
        {"stage": "abandoned", "concluded_on": None, "expires_on": END},
        {"terminated_on": dt.date(2028, 1, 1)},
        {"terminated_on_precision": "unknown"},
        {"renewal": "evergreen", "term_months": None},
    ],
)
def test_what_does_not_end_on_a_day_to_come_is_not_told(fields):
    make_ending(**fields)

    assert told(END - days(7)) == []


def test_a_review_is_told_a_month_before_and_on_its_day():
    make_ending(review_months=12)
    review = dt.date(2028, 11, 17)

    assert told(review - days(31)) == []
    assert told(review - days(30)) == [("review", review, 30)]
    assert told(review - days(1)) == [("review", review, 30)]
    assert told(review) == [("review", review, 0)]
    assert told(review + days(14)) == [("review", review, 0)]
    assert told(review + days(15)) == []


def test_nothing_is_reviewed_after_its_end():
    make_ending(review_months=60, expires_on=END - days(1), term_months=None)

    assert told(END - days(10), "review") == []


def test_monthly_reviews_do_not_hide_each_other():
    make_ending(review_months=1)

    assert told(dt.date(2027, 1, 18), "review") == [
        ("review", dt.date(2027, 1, 17), 0),
        ("review", dt.date(2027, 2, 17), 30),
    ]


@pytest.mark.parametrize("state", ["open", "under_way"])
def test_a_promise_is_told_before_and_after_its_day(state):
    make_commitment(due_on=END, state=state, agreement=make_ending(expires_on=END + days(999)))

    assert told(END - days(31)) == []
    assert told(END - days(30)) == [("due", END, 30)]
    assert told(END) == [("due", END, 7)]
    assert told(END + days(1)) == [("overdue", END, -1)]
    assert told(END + days(180 + 14)) == [("overdue", END, -180)]
    assert told(END + days(180 + 15)) == []


@pytest.mark.parametrize("fields", [{"state": "fulfilled"}, {"state": "lapsed"}, {"due_on": None}])
def test_a_promise_kept_given_up_or_without_a_day_is_not_told(fields):
    make_commitment(**{"due_on": END} | fields)

    assert told(END) == []


def test_promises_of_events_and_of_what_is_not_published_are_told():
    make_commitment(event=make_event(is_published=False), due_on=END, is_public=False)
    make_commitment(agreement=make_ending(is_published=False), due_on=END, is_public=False)

    assert told(END, "due") == [("due", END, 7)] * 2


def test_dormancy_is_told_once_and_again_after_something_was_recorded():
    agreement = make_ending(in_force_on=SIGNED, term_months=None, renewal="evergreen")

    def dormant(on):
        return told(on, Kind.DORMANT)

    assert dormant(DORMANT_ON - days(1)) == []
    assert dormant(DORMANT_ON) == [("dormant", DORMANT_ON, 0)]
    assert dormant(DORMANT_ON + days(14)) == [("dormant", DORMANT_ON, 0)]
    assert dormant(DORMANT_ON + days(15)) == []

    make_note(commitment=make_commitment(agreement=agreement), noted_on=dt.date(2029, 1, 1))

    assert dormant(dt.date(2030, 12, 31)) == []
    assert dormant(dt.date(2031, 1, 1)) == [("dormant", dt.date(2031, 1, 1), 0)]


def test_the_first_and_last_days_of_the_calendar_are_days():
    make_ending()
    make_commitment(due_on=dt.date.max)

    assert due(dt.date.min) == coming(dt.date.min) == []
    assert ("due", dt.date.max, 7) in told(dt.date.max)
    assert coming(dt.date.max)


def test_what_comes_within_a_year_is_in_the_order_of_time():
    make_ending(review_months=6)
    make_commitment(due_on=dt.date(2031, 1, 1))
    make_commitment(due_on=dt.date(2030, 1, 1), event=make_event())
    make_commitment(due_on=dt.date(2035, 1, 1), event=make_event())

    found = [(each.kind, each.due_on) for each in coming(dt.date(2030, 12, 17))]

    assert [pair for pair in found if pair[0] != Kind.DORMANT] == [
        ("overdue", dt.date(2030, 1, 1)),
        ("due", dt.date(2031, 1, 1)),
        ("review", dt.date(2031, 5, 17)),
        ("expiring", END),
        ("review", END),
    ]
