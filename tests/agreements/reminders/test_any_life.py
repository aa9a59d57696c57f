"""What is found by its rounds is what the rules say of every agreement, one after the other."""

import datetime as dt

import pytest

from agreements.choices import ReminderKind as Kind
from agreements.choices import Renewal
from agreements.life.months import add_months
from agreements.models import Agreement
from agreements.reminders.desk import LATE, Reading, months, part
from agreements.reminders.due import coming, days_of
from tests.agreements.life.combinations import combinations, record_all
from tests.factories import make_agreement, make_commitment, make_event, make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DAYS = [dt.date(2029, 6, 15), dt.date(2030, 4, 30), dt.date(2030, 8, 1), dt.date(2031, 2, 28)]
DAYS += [dt.date(2032, 2, 29), dt.date(2044, 12, 31)]


def make_lives():
    """Some of every kind, with reviews and notices in all rhythms."""
    every = [each for renewal in ("", *Renewal) for each in combinations(renewal)]
    record_all(every[::67])
    for number, agreement in enumerate(Agreement.objects.order_by("pk")):
        agreement.review_months = (None, 1, 5, 12, 18, 60)[number % 6]
        if agreement.renewal and agreement.stage == "concluded":
            agreement.notice_months = (None, 3, 6, 14)[number % 4]
        agreement.save()
    for on in (dt.date(2024, 2, 29), dt.date(2025, 8, 31)):
        for every in (6, 12, 36):
            fields = {"renewal": "automatic", "notice_months": 1, "review_months": 6}
            make_agreement(concluded_on=on, term_months=every, **fields)


def said(on) -> set:
    """What due.py says of all agreements, each read by itself."""
    until = add_months(on, 12)
    return {
        (kind, agreement.pk, day)
        for agreement in Agreement.objects.filter(stage="concluded").with_status(on)
        if agreement.status
        for kind, day in days_of(agreement.facts(), on)
        if day <= until
    }


def found(dues) -> set:
    return {(each.kind, each.subject.pk, each.due_on) for each in dues if each.kind != Kind.DORMANT}


def on_desk(user, on) -> set:
    """All pages of all parts."""
    dues = []
    for name in (LATE, *(f"{month:%Y-%m}" for month in months(on))):
        page = 1
        while page:
            shown = part(name, Reading(user, on, is_all=True), page)
            dues += shown.dues
            page = page + 1 if shown.has_more else 0
    assert len(dues) == len(found(dues))
    return found(dues)


def test_whatever_the_lives_desk_and_calendar_say_what_the_rules_say():
    make_lives()
    for due_on in DAYS:
        make_commitment(event=make_event(), due_on=due_on)
    staff = make_staff(is_superuser=True)

    for on in DAYS:
        came = found(coming(on))
        assert {each for each in came if each[0] not in (Kind.DUE, Kind.OVERDUE)} == said(on)
        assert on_desk(staff, on) == came
