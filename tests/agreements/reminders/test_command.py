"""Reminders as they arrive: each once, whatever happens to the run that sends them."""

import datetime as dt
import threading
import time
from collections import Counter
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection

from agreements.models import Agreement, Reminder
from tests.factories import (
    make_agreement,
    make_commitment,
    make_event,
    make_party,
    make_staff,
    make_subscription,
)

pytestmark = pytest.mark.django_db

DAY = dt.date(2031, 11, 1)


class Unreliable(EmailBackend):
    """Delivers mail until the one of which it is told to raise something."""

    raises: dict[str, BaseException] = {}

    def send_messages(self, messages):
        for message in messages:
            for address in message.to:
                if address in self.raises:
                    raise self.raises[address]
        return super().send_messages(messages)


class Slow(EmailBackend):
    """Delivers mail so slowly that another run comes along."""

    def send_messages(self, messages):
        time.sleep(0.2)
        return super().send_messages(messages)


@pytest.fixture
def unreliable(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{__name__}.Unreliable"
    raises = {}
    monkeypatch.setattr(Unreliable, "raises", raises)
    return raises


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


def test_in_a_year_each_reminder_arrives_once(load_demo):
    load_demo()
    make_staff(email="admin@example.org", is_superuser=True)
    keeper = make_staff(email="keeper@example.org")
    for agreement in Agreement.objects.all()[:3]:
        agreement.keepers.add(keeper)
        make_party(agreement=agreement, contact_email="party@example.org")
    make_commitment(event=make_event(), due_on=dt.date(2026, 12, 31))
    first = dt.date(2026, 1, 1)

    for number in range(365):
        send(first + dt.timedelta(days=number))

    assert max(lines().values()) == 1
    assert Counter(email for email, _line in lines()) == rows()
    assert set(rows()) == {"admin@example.org", "keeper@example.org", "party@example.org"}
    assert {"review", "dormant", "due"} <= set(Reminder.objects.values_list("kind", flat=True))


def test_what_was_not_sent_for_days_is_sent_later_and_only_the_latest_stage():
    make_due("keeper@example.org")

    for days in (-40, -20, 3, 4, 50):
        send(DAY + dt.timedelta(days=days))

    stages = Reminder.objects.order_by("pk").values_list("kind", "days_before")
    assert list(stages) == [("due", 30), ("overdue", -1), ("overdue", -30)]
    assert len(mail.outbox) == 3


def test_a_run_for_an_earlier_day_repeats_no_earlier_stage():
    make_due("keeper@example.org")

    send(DAY)
    send(DAY - dt.timedelta(days=20))

    assert len(mail.outbox) == 1


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit])
def test_a_run_that_is_killed_is_taken_up_by_the_next(unreliable, end):
    make_due("a@example.org", "b@example.org", "c@example.org")
    unreliable["b@example.org"] = end()

    with pytest.raises(end):
        send()

    assert set(rows()) == {"a@example.org"}

    unreliable.clear()
    send()

    assert [message.to[0][0] for message in mail.outbox] == ["a", "b", "c"]
    assert set(rows().values()) == {1}


@pytest.mark.parametrize(
    "error", [SMTPException("mailbox full"), ConnectionRefusedError("no server"), ValueError("bad")]
)
def test_one_who_cannot_be_reached_is_no_reason_to_leave_out_others(unreliable, error, capsys):
    make_due("a@example.org", "b@example.org", "c@example.org")
    unreliable["b@example.org"] = error

    for _run in range(2):
        with pytest.raises(CommandError, match="recipients could not be reached"):
            send()

    assert f"b@example.org: {error}" in capsys.readouterr().err
    assert [message.to[0][0] for message in mail.outbox] == ["a", "c"]

    unreliable.clear()
    send()

    assert [message.to[0][0] for message in mail.outbox] == ["a", "c", "b"]
    assert rows().total() == 3


def test_an_impossible_address_is_reported():
    make_due("a@example.org", "b\n@example.org")

    with pytest.raises(CommandError, match="1 of 2 recipients"):
        send()

    assert set(rows()) == {"a@example.org"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_runs_at_once_send_each_reminder_once(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Slow"
    for _number in range(2):
        make_due("a@example.org", "b@example.org")
    together = threading.Barrier(2)

    def run():
        together.wait()
        try:
            send()
        finally:
            connection.close()

    runs = [threading.Thread(target=run) for _number in range(2)]
    for each in runs:
        each.start()
    for each in runs:
        each.join()

    assert sorted(message.to[0] for message in mail.outbox) == ["a@example.org", "b@example.org"]
    assert rows() == {"a@example.org": 2, "b@example.org": 2}


def test_an_address_gets_one_mail_however_often_it_occurs():
    promise = make_due("Both@example.org", "both@example.org", text_en="A concert")
    make_party(agreement=promise.agreement, contact_email="both@example.org")

    send()

    (message,) = mail.outbox
    assert message.body.count("A concert") == 1
    assert "/admin/agreements/commitment/" in message.body


def test_a_mail_says_what_it_is():
    promise = make_due("keeper@example.org", text_en="A <concert>")

    send()

    (message,) = mail.outbox
    assert message.subject == "Entente: 1 reminder"
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert message.extra_headers["Message-ID"].endswith("@testserver>")
    assert "“A <concert>”" in message.body
    for path in (
        f"/admin/agreements/commitment/{promise.pk}/change/",
        promise.agreement.get_absolute_url(),
        "/admin/reminders/",
    ):
        assert f"https://entente.example.org{path}" in message.body
    html, kind = message.alternatives[0]
    assert kind == "text/html"
    assert "“A &lt;concert&gt;”" in html


def test_the_same_mail_sent_again_is_known_by_its_identifier():
    make_due("a@example.org", "b@example.org")

    send()
    Reminder.objects.all().delete()
    send()

    identifiers = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert identifiers[:2] == identifiers[2:]
    assert len(set(identifiers)) == 2


def test_each_is_written_to_in_their_language():
    keeper = make_staff(email="keeper@example.org")
    make_subscription(user=keeper, language="et")
    agreement = make_agreement(
        title_en="Agreement", title_et="Leping", expires_on=DAY, review_months=None
    )
    agreement.keepers.add(keeper)
    make_party(agreement=agreement, contact_email="party@example.org")

    send()

    to_keeper, to_party = mail.outbox
    assert "Leping" in to_keeper.body
    assert "1. november 2031" in to_keeper.body
    assert f"/et/admin/agreements/agreement/{agreement.pk}/change/" in to_keeper.body
    assert "Agreement ends on 1 November 2031" in to_party.body


def test_parties_learn_nothing_that_is_not_public():
    agreement = make_agreement(title_en="Pact", expires_on=DAY, review_months=None)
    hidden = make_agreement(title_en="Secret pact", expires_on=DAY, is_published=False)
    for of in (agreement, hidden):
        make_party(agreement=of, contact_email="party@example.org")
        make_commitment(agreement=of, due_on=DAY, text_en="Secret promise", is_public=False)

    send()

    (message,) = mail.outbox
    html, _kind = message.alternatives[0]
    for text in (message.body, html):
        assert "Pact ends on" in text
        assert agreement.get_absolute_url() in text
        assert "ecret" not in text
        assert "/admin/" not in text


def test_a_dry_run_says_what_it_would_send_and_writes_nothing(capsys):
    make_due("keeper@example.org", text_en="A concert")

    send(dry_run=True, verbosity=1)

    said = capsys.readouterr().out
    assert said.startswith("To keeper@example.org (en):\n- “A concert” (")
    assert mail.outbox == []
    assert not Reminder.objects.exists()


def test_a_run_says_what_it_does_unless_it_is_to_be_quiet(capsys):
    make_due("keeper@example.org")

    send(verbosity=1)
    Reminder.objects.all().delete()
    send(verbosity=0)

    assert capsys.readouterr().out == "keeper@example.org: 1 sent\n"


@pytest.mark.parametrize("on", ["tomorrow", "2031-02-30", "99999-01-01"])
def test_what_is_no_date_is_said_so(on):
    with pytest.raises(CommandError, match=f"{on} is no date: give one like 2031-11-17"):
        send(on)


def test_without_a_day_it_is_today(capsys):
    call_command("send_reminders", dry_run=True)

    assert capsys.readouterr().out == ""
