"""A year of the demonstration: each reminder arrives once."""

import datetime as dt
from collections import Counter

import pytest
from django.core import mail

from agreements.models import Agreement, Reminder
from agreements.reminders.due import CATCH_UP, STAGES, coming
from tests.agreements.reminders.sending import lines, rows, send
from tests.factories import make_commitment, make_event, make_party, make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.xdist_group("demo")]

YEAR = [dt.date(2026, 1, 1) + dt.timedelta(days=number) for number in range(365)]


@pytest.fixture
def kept(load_demo):
    """The demonstration, of which some is kept by staff and told to parties."""
    load_demo()
    make_staff(email="admin@example.org", is_superuser=True)
    keeper = make_staff(email="keeper@example.org")
    for agreement in Agreement.objects.all()[:3]:
        agreement.keepers.add(keeper)
        make_party(agreement=agreement, contact_email="party@example.org")
    make_commitment(event=make_event(), due_on=dt.date(2026, 12, 31))


def days_that_matter() -> list[dt.date]:
    """The days on which a stage is reached or forgotten, and those after them."""
    turns = {YEAR[0]}
    for each in (each for start in YEAR[::30] for each in coming(start)):
        for stage in (*STAGES[each.kind], -CATCH_UP):
            turns.add(each.due_on - dt.timedelta(days=stage))
    return [day for day in YEAR if {day, day - dt.timedelta(days=1)} & turns]


def assert_each_arrived_once():
    assert max(lines().values()) == 1
    assert Counter(email for email, _line in lines()) == rows()
    assert set(rows()) == {"admin@example.org", "keeper@example.org", "party@example.org"}
    assert {"review", "dormant", "due"} <= set(Reminder.objects.values_list("kind", flat=True))


def test_around_the_days_that_matter_each_reminder_arrives_once(kept):
    days = days_that_matter()

    for day in days:
        send(day)

    assert 10 < len(days) < 100
    assert_each_arrived_once()


def test_in_a_year_each_reminder_arrives_once(kept):
    mattered, told = days_that_matter(), []

    for day in YEAR:
        before = len(mail.outbox)
        send(day)
        told += [day] * (len(mail.outbox) > before)

    assert set(told) <= set(mattered)
    assert_each_arrived_once()
