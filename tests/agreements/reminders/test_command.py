"""Reminders as they arrive: each once, in the language of its reader."""

import datetime as dt

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from agreements.models import Reminder
from tests.agreements.reminders.sending import DAY, make_due, send
from tests.factories import (
    make_agreement,
    make_commitment,
    make_party,
    make_staff,
    make_subscription,
)

pytestmark = pytest.mark.django_db


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
    assert "1. novembril 2031" in to_keeper.body
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
