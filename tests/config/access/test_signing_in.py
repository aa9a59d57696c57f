import logging

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.config.access.signing import LOGIN, PASSWORD, fail, is_signed_in, make_account, sign_in
from tests.reading import read

pytestmark = pytest.mark.django_db


class Counting(PBKDF2PasswordHasher):
    """A hasher that remembers how often it worked."""

    algorithm = "counting"
    iterations = 1
    worked = 0

    def encode(self, *args, **kwargs):
        Counting.worked += 1
        return super().encode(*args, **kwargs)


COUNTING = [f"{__name__}.Counting"]


def refused(name, password="wrong"):  # noqa: S107
    """What a visitor is told, and how often a password was hashed."""
    before = Counting.worked
    answer = sign_in(Client(), name, password)
    return read(answer), answer.status_code, Counting.worked - before


def test_the_right_password_opens_the_admin(client, account):
    assertRedirects(sign_in(client), "/admin/")


def test_who_came_in_is_greeted_with_no_message(client, account):
    sign_in(client)

    assert [*client.get("/admin/").context["messages"]] == []


def test_it_leads_on_to_where_one_wanted_to_go(client, account):
    asked = client.get("/kk/admin/forum/event/?when=past")
    assert asked.url == "/kk/account/login/?next=/kk/admin/forum/event/%3Fwhen%3Dpast"
    page = client.get(asked.url)
    assert page.context["redirect_field_value"] == "/kk/admin/forum/event/?when=past"

    answer = client.post(
        "/kk/account/login/",
        {"login": "aigul", "password": PASSWORD, "next": "/kk/admin/forum/event/?when=past"},
    )

    assert answer.url == "/kk/admin/forum/event/?when=past"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "https:evil.example",
        "http:///evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.example",
        "\t//evil.example",
        "https://testserver@evil.example/",
        "https://testserver.evil.example/",
        "https://testserver:evil@evil.example",
        "//localhost/",
        "http://localhost/admin/",
    ],
)
def test_it_leads_to_no_other_host(client, account, elsewhere):
    answer = client.post(
        f"{LOGIN}?next=x", {"login": "aigul", "password": PASSWORD, "next": elsewhere}
    )
    assert answer.url == "/admin/"

    # Nor does the page for who is signed in already.
    assert client.get(LOGIN, {"next": elsewhere}).url == "/admin/"
    assert client.get("/account/second-factor/", {"next": elsewhere}).url == "/admin/"


def test_a_refusal_tells_nothing_of_which_accounts_exist(settings):
    settings.PASSWORD_HASHERS = COUNTING
    make_account()
    make_account("former", is_active=False)

    unknown = refused("nobody")

    assert unknown[1:] == (200, 1)
    assert "correct username and password" in unknown[0]
    assert refused("aigul") == unknown
    assert refused("former") == unknown
    assert refused("former", PASSWORD) == unknown
    assert refused("AIGUL", PASSWORD) == unknown


def test_a_session_is_another_one_after_signing_in(client, account):
    client.get(LOGIN)
    session = client.session
    session["kept"] = "by who was here before"
    session.save()
    client.cookies["sessionid"] = before = session.session_key

    sign_in(client)

    assert client.session.session_key != before
    assert client.cookies["sessionid"].value != before
    former = Client(headers={"cookie": f"sessionid={before}"})
    assert former.get("/account/").status_code == 302


def test_signing_in_and_out_enter_the_audit_trail(client, account):
    sign_in(client, REMOTE_ADDR="192.0.2.7")
    client.post("/admin/logout/")

    out, came = AuditEntry.objects.all()[:2]
    assert (came.kind, came.who, came.account) == (AuditKind.SIGNED_IN, "aigul", account.pk)
    assert (came.origin, came.details) == ("192.0.2.7", {"used": ["password"]})
    assert (out.kind, out.account) == (AuditKind.SIGNED_OUT, account.pk)


def test_a_failure_enters_it_without_the_password_and_without_what_is_no_name(
    client, account, caplog
):
    caplog.set_level(logging.DEBUG)
    sign_in(client, "aigul", "my-real-password-1")
    sign_in(client, "typed-my-password-as-name", "x")

    strange, known = AuditEntry.objects.filter(kind=AuditKind.SIGN_IN_FAILED)
    assert (known.subject, known.key, known.details) == ("aigul", account.pk, {"means": "password"})
    assert strange.subject == ""
    assert set(strange.details) == {"means", "typed"}
    kept = caplog.text + str(list(AuditEntry.objects.values()))
    assert "sign_in_failed" in caplog.text
    assert "my-real-password-1" not in kept
    assert "typed-my-password-as-name" not in kept


@pytest.mark.parametrize("page", ["signup/", "email/", "confirm-email/", "logout/", "inactive/"])
def test_there_is_no_signing_up_and_no_changing_of_addresses(client, account, page):
    sign_in(client)

    assert client.get(f"/account/{page}").status_code == 404
    assert client.post(f"/account/{page}").status_code == 404


def test_who_is_no_staff_comes_in_and_not_into_the_admin(client):
    make_account("guest", is_staff=False, is_superuser=False)
    sign_in(client, "guest")

    assert client.get("/account/").status_code == 200
    assert client.get("/admin/", follow=True).status_code == 403


def test_a_form_sent_to_the_former_address_signs_nobody_in(client, account):
    answer = client.post("/admin/login/", {"username": "aigul", "password": PASSWORD})

    assert answer.url == "/account/login/?next=/admin/"
    assert not is_signed_in(client)


def test_no_transaction_is_open_while_a_password_is_checked(client, account, settings, monkeypatch):
    from django.db import connection

    open_at = []

    class Looking(Counting):
        def encode(self, *args, **kwargs):
            open_at.append(len(connection.savepoint_ids))
            return super().encode(*args, **kwargs)

    monkeypatch.setattr(f"{__name__}.Counting", Looking)
    settings.PASSWORD_HASHERS = COUNTING

    fail(client, 1, "nobody")

    # The test itself is one transaction, without a savepoint.
    assert open_at == [0]


def test_the_page_is_in_no_cache_and_no_search(client):
    answer = client.get(LOGIN)

    assert "no-store" in answer["Cache-Control"]
    assertContains(answer, '<meta name="robots" content="noindex">')
    assertContains(client.get("/robots.txt"), "Disallow: /account/")
