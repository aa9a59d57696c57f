"""How it is said."""

import datetime as dt

import pytest
from django.utils.translation import override

from agreements.choices import ReminderKind as Kind
from agreements.reminders.due import due, sentence
from forum.records.partial_dates import format_distance
from tests.agreements.reminders.records import DORMANT_ON, END, SIGNED, make_ending, make_renewing
from tests.factories import make_commitment, make_event

pytestmark = pytest.mark.django_db


def said(on):
    return [sentence(each, on) for each in due(on) if each.kind != Kind.DORMANT]


def test_each_kind_is_a_sentence():
    make_ending(title_en="Pact", review_months=60)
    make_renewing(title_en="Treaty", concluded_on=dt.date(2027, 6, 17))
    make_commitment(
        event=make_event(title_en="Forum"), text_en="A concert", due_on=dt.date(2031, 11, 1)
    )

    assert said(dt.date(2031, 11, 10)) == [
        "“A concert” (Forum) was due on 1 November 2031, 9 days ago.",
        "Pact ends on 17 November 2031, in 7 days.",
        "Pact is to be reviewed on 17 November 2031, in 7 days.",
        "Treaty renews itself unless notice is given by 17 December 2031, in 37 days.",
    ]
    assert said(dt.date(2031, 11, 17))[1:3] == [
        "Pact ends on 17 November 2031, today.",
        "Pact is to be reviewed on 17 November 2031, today.",
    ]
    assert said(dt.date(2031, 12, 18))[1:] == [
        "Treaty: notice could be given until 17 December 2031, 1 day ago.",
    ]


def test_what_nothing_was_recorded_of_is_a_sentence():
    make_ending(title_en="Pact", in_force_on=SIGNED, term_months=None)

    (each,) = due(DORMANT_ON)

    assert sentence(each, DORMANT_ON) == "Pact: nothing has been recorded since 17 November 2026."


@pytest.mark.parametrize(
    ("precision", "text"),
    [("month", "Pact ends in November 2031."), ("year", "Pact ends in 2031.")],
)
def test_a_day_is_said_only_as_exactly_as_it_is_known(precision, text):
    make_ending(title_en="Pact", concluded_on=None, expires_on=END, expires_on_precision=precision)

    assert said(END) == [text]


def test_the_end_by_termination_is_as_exact_as_the_termination():
    make_ending(
        title_en="Pact",
        concluded_on_precision="month",
        terminated_on=dt.date(2028, 1, 1),
    )

    assert said(dt.date(2027, 12, 31)) == ["Pact ends on 31 December 2027, today."]


def test_a_distance_is_always_in_days():
    with override("ru"):
        assert format_distance(400) == "через 400 дней"
    assert format_distance(-21) == "21 days ago"
