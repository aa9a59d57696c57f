"""Who guesses is held up: by account and by address, in all processes, over a restart."""

import pytest
from django.core import mail
from django.test import Client

from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.config.access.signing import (
    LOGIN,
    PASSWORD,
    SECOND_STEP,
    fail,
    is_signed_in,
    make_account,
    set_up_codes,
    sign_in,
)

pytestmark = pytest.mark.django_db
TOO_MANY = "Too many attempts."


def from_(address, **headers):
    return Client(REMOTE_ADDR=address, headers=headers)


def test_five_wrong_passwords_lock_an_account_even_for_the_right_one(account):
    fail(from_("192.0.2.1"), 5)

    answer = sign_in(from_("198.51.100.1"))

    assert TOO_MANY in answer.text


def test_four_do_not(client, account):
    fail(client, 4)

    sign_in(client)

    assert is_signed_in(client)


def test_coming_in_gives_an_attacker_no_further_attempts(account):
    make_account("attacker")
    fail(from_("192.0.2.1"), 4)
    sign_in(from_("192.0.2.1"), "attacker")

    fail(from_("192.0.2.1"), 1)

    assert TOO_MANY in sign_in(from_("192.0.2.1")).text


def test_it_opens_again_after_five_minutes(client, account, later):
    fail(client, 5)
    later(299)
    assert TOO_MANY in sign_in(client).text
    later(2)

    sign_in(client)

    assert is_signed_in(client)


def test_a_name_that_no_account_has_is_locked_alike(client):
    assert TOO_MANY in fail(client, 6, "nobody").text


@pytest.mark.parametrize("name", ["AIGUL", "Aigul", " aigul "])
def test_a_name_in_another_case_is_no_other_name(account, name):
    fail(from_("192.0.2.1"), 5, name)

    assert TOO_MANY in sign_in(from_("192.0.2.2")).text


def test_another_name_of_the_site_is_no_other_site(account):
    fail(from_("192.0.2.1"), 5, headers={"host": "localhost"})

    assert TOO_MANY in sign_in(from_("192.0.2.2")).text


def test_being_locked_out_is_noted_once(client, account):
    fail(client, 9)

    entry = AuditEntry.objects.get(kind=AuditKind.LOCKED_OUT)
    assert (entry.subject, entry.key) == ("aigul", account.pk)
    assert AuditEntry.objects.filter(kind=AuditKind.SIGN_IN_FAILED).count() == 5


def test_ten_wrong_passwords_from_one_address_lock_it_for_all_names(account):
    for number in range(10):
        fail(from_("192.0.2.1"), 1, f"name-{number}")

    assert TOO_MANY in sign_in(from_("192.0.2.1")).text
    assert sign_in(from_("192.0.2.2")).status_code == 302


def test_a_forged_header_is_no_other_address(account):
    for number in range(10):
        fail(from_("192.0.2.1", x_forwarded_for=f"203.0.113.{number}"), 1, f"name-{number}")

    assert TOO_MANY in sign_in(from_("192.0.2.1", x_forwarded_for="203.0.113.77")).text


def test_behind_a_proxy_the_address_that_it_adds_counts(account, settings):
    settings.PROXIES = 1

    def through_the_proxy(visitor, forged):
        return from_("10.0.0.1", x_forwarded_for=f"{forged}, {visitor}")

    for number in range(10):
        fail(through_the_proxy("192.0.2.1", f"203.0.113.{number}"), 1, f"name-{number}")

    assert TOO_MANY in sign_in(through_the_proxy("192.0.2.1", "203.0.113.77")).text
    assert sign_in(through_the_proxy("192.0.2.2", "192.0.2.1")).status_code == 302
    assert AuditEntry.objects.filter(kind=AuditKind.SIGNED_IN).get().origin == "192.0.2.2"


def test_who_asks_by_a_socket_is_on_this_machine(account):
    assert sign_in(from_("")).status_code == 302
    assert AuditEntry.objects.filter(kind=AuditKind.SIGNED_IN).get().origin == "127.0.0.1"


@pytest.mark.parametrize("told", ["", "unknown", "192.0.2.1:99999", "a, b", ",", "'"])
def test_what_is_no_address_is_not_taken_for_one(account, settings, told):
    settings.PROXIES = 1

    assert sign_in(from_("10.0.0.1", x_forwarded_for=told)).status_code == 302
    assert AuditEntry.objects.filter(kind=AuditKind.SIGNED_IN).get().origin == "10.0.0.1"


def test_too_many_requests_to_sign_in_are_refused_with_a_sentence(client):
    for _ in range(30):
        assert client.post(LOGIN, {}).status_code == 200

    answer = client.post(LOGIN, {})

    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "Too many attempts" in answer.text


def test_wrong_codes_are_limited(client, account):
    set_up_codes(account)
    sign_in(client)

    for _ in range(5):
        client.post(SECOND_STEP, {"code": "000000"})

    assert TOO_MANY in client.post(SECOND_STEP, {"code": "000000"}).text
    assert AuditEntry.objects.filter(kind=AuditKind.LOCKED_OUT, key=account.pk).exists()
    # Another browser that knows the password has no further attempts either.
    other = from_("198.51.100.1")
    sign_in(other)
    assert TOO_MANY in other.post(SECOND_STEP, {"code": "000000"}).text


def test_a_password_that_is_asked_for_again_is_limited(client, account):
    sign_in(client)

    for _ in range(5):
        client.post("/account/proof/", {"password": "wrong"})

    assert client.post("/account/proof/", {"password": PASSWORD}).status_code == 429


def test_the_present_password_is_not_guessed_by_changing_it(client, account):
    sign_in(client)

    for _ in range(5):
        client.post("/account/password/change/", {"oldpassword": "wrong"})

    assert client.post("/account/password/change/", {"oldpassword": "wrong"}).status_code == 429


def test_nobody_is_flooded_with_links(account):
    for number in range(6):
        from_(f"192.0.2.{number}").post("/account/password/reset/", {"email": account.email})

    assert len(mail.outbox) == 3
