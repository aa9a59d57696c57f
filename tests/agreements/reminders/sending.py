"""Reminders as they are sent and as they arrive."""

import datetime as dt
from collections import Counter

from django.core import mail
from django.core.management import call_command

from agreements.models import Reminder
from tests.factories import make_agreement, make_commitment, make_staff

DAY = dt.date(2031, 11, 1)


def send(on=DAY, **options):
    call_command("send_reminders", on=str(on), **{"verbosity": 0} | options)


def lines() -> Counter:
    """How often each recipient was told each sentence."""
    return Counter(
        (message.to[0], line)
        for message in mail.outbox
        for line in message.body.splitlines()
        if line.startswith("- ")
    )


def rows() -> Counter:
    return Counter(Reminder.objects.values_list("recipient", flat=True))


def make_due(*emails: str, **fields):
    """A promise that is due on the day, of an agreement kept by these."""
    agreement = make_agreement(review_months=None)
    agreement.keepers.set([make_staff(email=email) for email in emails])
    return make_commitment(agreement=agreement, due_on=DAY, **fields)
