import re
import smtplib
from urllib.parse import urlsplit

import pytest
from allauth.core.context import request_context
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.messages.storage import default_storage
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from config.access.adapter import AccountAdapter
from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.config.access.signing import fail, is_signed_in, make_account, sign_in
from tests.reading import read

pytestmark = pytest.mark.django_db
ASK = "/account/password/reset/"
NEW = "seven lanterns over Narva 5"


class Broken(BaseEmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("The mail server does not answer.")


def ask(client, email="aigul@example.org", path=ASK, **options):
    return client.post(path, {"email": email}, **options)


def link() -> str:
    """Where the mail leads, without the host."""
    return urlsplit(re.search(r"https?://\S+/password/reset/\S+", mail.outbox[-1].body)[0]).path


def choose(client, path, password=NEW):
    form = client.get(path, follow=True)
    return client.post(
        form.request["PATH_INFO"], {"password1": password, "password2": password}, follow=True
    )


def test_the_link_sets_a_new_password(client, account):
    assertRedirects(ask(client), f"{ASK}sent/")

    choose(client, link())

    sign_in(client, password=NEW)
    assert is_signed_in(client)
    assert AuditEntry.objects.filter(
        kind=AuditKind.ACCOUNT_CHANGED, key=account.pk, details={"what": "password"}
    ).exists()


def test_the_mail_is_in_the_reader_s_language_and_leads_into_it(client, account):
    ask(client, path=f"/kk{ASK}")

    assert link().startswith("/kk/account/password/reset/")


def test_it_leads_to_the_site_and_never_to_the_host_that_was_named(client, account):
    ask(client, headers={"host": "localhost"})

    (letter,) = mail.outbox
    assert "https://entente.example.org/account/password/reset/" in letter.body
    assert "localhost" not in letter.subject + letter.body
    assert ask(client, headers={"host": "evil.example"}).status_code == 400


def test_it_is_valid_once(client, account):
    ask(client)
    path = link()
    choose(client, path)

    assertContains(Client().get(path, follow=True), "This link is not valid")


def test_it_is_valid_for_an_hour(client, account, settings):
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    ask(client)
    settings.PASSWORD_RESET_TIMEOUT = -1

    assertContains(client.get(link(), follow=True), "This link is not valid")


def test_a_weak_password_is_refused(client, account):
    ask(client)

    assertContains(choose(client, link(), "Password1234!"), "too easy to guess")


def test_it_is_for_whoever_has_the_address_now_in_whatever_case(client):
    make_account("aigul", email="Aigul@Example.org")
    ask(client, "aigul@example.ORG")
    assert [letter.to for letter in mail.outbox] == [["aigul@example.org"]]


def test_a_former_address_gets_nothing(client, account):
    ask(client)
    account.email = "other@example.org"
    account.save()

    ask(client)

    assert len(mail.outbox) == 1
    assertContains(client.get(link(), follow=True), "This link is not valid")


def test_nobody_learns_which_addresses_have_an_account(client, account):
    make_account("former", is_active=False)

    answers = [
        read(client.get(ask(client, address).url))
        for address in ("aigul@example.org", "nobody@example.org", "former@example.org")
    ]

    assert len(set(answers)) == 1
    assert [letter.to for letter in mail.outbox] == [["aigul@example.org"]]


def test_who_is_not_to_have_a_password_gets_none(client, account):
    account.set_unusable_password()
    account.save()

    ask(client)

    assert mail.outbox == []


def test_the_mail_is_sent_when_the_answer_is_given(client, account, monkeypatch):
    """Its time would tell that there is an account."""
    answering, sent = client.handler.get_response, []

    def look(request):
        answer = answering(request)
        sent.append(len(mail.outbox))
        return answer

    monkeypatch.setattr(client.handler, "get_response", look)
    ask(client)

    assert (sent, len(mail.outbox)) == ([0], 1)


def test_a_mail_server_that_is_away_tells_nothing_and_is_logged(client, account, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"

    assertRedirects(ask(client), f"{ASK}sent/")

    assert "could not be sent" in caplog.text


def test_it_ends_all_sessions(client, account):
    elsewhere = Client()
    sign_in(elsewhere)
    ask(client)

    choose(client, link())

    assert elsewhere.get("/account/").status_code == 302


def test_it_lets_in_who_was_locked_out_by_others(client, account):
    fail(Client(REMOTE_ADDR="192.0.2.1"), 5)
    ask(client)

    choose(client, link())

    sign_in(client, password=NEW)
    assert is_signed_in(client)


def test_the_address_of_the_form_does_not_tell_the_key(client, account):
    ask(client)

    shown = client.get(link(), follow=True).request["PATH_INFO"]

    assert shown.endswith("-set-password/")


def test_of_two_who_set_a_password_at_once_the_second_is_refused(client, account, rf):
    first, second = (type(account).objects.get(pk=account.pk) for _each in range(2))
    request = rf.post(ASK)
    request.user, request.session = account, client.session
    request._messages = default_storage(request)

    with request_context(request):
        AccountAdapter(request).set_password(first, NEW)
        with pytest.raises(ImmediateHttpResponse):
            AccountAdapter(request).set_password(second, "eight lanterns over Narva 6")

    account.refresh_from_db()
    assert account.check_password(NEW)
