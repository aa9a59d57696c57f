"""Each reminder arrives once, whatever happens to the run that sends it."""

import threading
import time
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError
from django.db import connection

from tests.agreements.reminders.sending import make_due, rows, send

pytestmark = pytest.mark.django_db


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


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
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
