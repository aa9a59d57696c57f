import json
import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from forum.choices import AuditKind
from forum.models import AuditEntry, Topic
from tests.admin_forms import admin_url, form_data, open_form
from tests.config.access.signing import (
    LOGIN,
    SECOND_STEP,
    code,
    is_signed_in,
    set_up_codes,
    sign_in,
)
from tests.config.operations.servers import environment, manage
from tests.factories import make_event

pytestmark = pytest.mark.django_db
NEEDED = "/account/second-factor/"
SET_UP = "/account/second-factor/codes/"
CODES = "/account/second-factor/recovery-codes/"


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR = True


def secret_on(page) -> str:
    return re.search(r"<code>([A-Z2-7]{32})</code>", page.text)[1]


def set_up_by_form(client):
    return client.post(SET_UP, {"code": code(secret_on(client.get(SET_UP)))})


@pytest.mark.slow
@pytest.mark.parametrize(("debug", "said"), [("off", "True"), ("on", "False")])
def test_it_is_needed_in_production_and_not_in_the_demonstration(tmp_path, debug, said):
    env = environment(tmp_path, DEBUG=debug)
    del env["SECOND_FACTOR"]
    asking = "from django.conf import settings; print(settings.SECOND_FACTOR)"

    assert manage(env, "shell", "--verbosity", "0", "--command", asking) == said


class TestWhoLacksIt:
    @pytest.fixture(autouse=True)
    def signed_in(self, client, account, required):
        sign_in(client)

    def test_is_led_to_setting_it_up_and_on_from_there(self, client):
        answer = client.get("/kk/admin/forum/event/")

        assert answer.url == f"/kk{NEEDED}?next=/kk/admin/forum/event/"
        page = client.get(answer.url)
        assert f"/kk{SET_UP}" in page.text
        assert "/kk/account/second-factor/passkeys/add/" in page.text

    def test_can_do_nothing_else(self, client):
        hidden = make_event(is_published=False)

        assert client.get("/admin/").url == f"{NEEDED}?next=/admin/"
        assert client.get("/admin/forum/event/add/").url.startswith(NEEDED)
        assert client.post("/admin/forum/event/add/", {}).url.startswith(NEEDED)
        assert (
            client.get(f"/admin/forum/event/{hidden.pk}/ceremony.pdf", follow=True).request[
                "PATH_INFO"
            ]
            == NEEDED
        )
        assert client.get(f"/events/{hidden.slug}/").status_code == 404
        assert client.get("/admin/login/?next=/admin/").url.startswith(NEEDED)

    def test_can_sign_out(self, client):
        client.post("/admin/logout/")

        assert not is_signed_in(client)

    def test_comes_in_once_it_is_set_up(self, client):
        assertRedirects(set_up_by_form(client), CODES)

        assert client.get("/admin/").status_code == 200
        assertRedirects(client.get(f"{NEEDED}?next=/admin/forum/"), "/admin/forum/")


def test_a_form_sent_without_it_comes_back(client, account, settings):
    sign_in(client)
    url = admin_url(Topic, "add")
    opened = open_form(client, url)
    carried = {name: opened.context_data[name] for name in ("once", "sent_by")}
    settings.SECOND_FACTOR = True

    client.post(url, form_data(opened) | carried | {"name_en": "Robotics"})

    set_up_by_form(client)
    assert form_data(open_form(client, url))["name_en"] == "Robotics"


def test_nobody_is_led_there_where_it_is_not_needed(client, account):
    sign_in(client)

    assert client.get("/admin/").status_code == 200
    assertRedirects(client.get(NEEDED), "/admin/")


def test_recovery_codes_are_shown_once(client, account):
    sign_in(client)
    shown = client.get(set_up_by_form(client).url)

    codes = re.findall(r"<code>(\d{8})</code>", shown.text)
    assert len(codes) == 10
    assert "no-store" in shown["Cache-Control"]
    again = client.get(CODES)
    assert not [each for each in codes if each in again.text]
    assertContains(again, "10 codes are left.")


def test_new_recovery_codes_end_the_former(client, account):
    former = set_up_codes(account)
    sign_in(client)
    client.post(SECOND_STEP, {"code": code()})

    client.post(f"{CODES}new/")

    other = Client()
    sign_in(other)
    other.post(SECOND_STEP, {"code": former[0]})
    assert not is_signed_in(other)


class TestTheSecondStep:
    @pytest.fixture(autouse=True)
    def codes(self, client, account):
        self.recovery = set_up_codes(account)
        assertRedirects(sign_in(client), SECOND_STEP)

    def test_the_password_alone_opens_nothing(self, client):
        assert not is_signed_in(client)
        assert client.get("/admin/").url == f"{LOGIN}?next=/admin/"
        assertRedirects(
            client.get("/account/sessions/"),
            f"{LOGIN}?next=/account/sessions/",
            fetch_redirect_response=False,
        )

    def test_the_code_does(self, client):
        assertRedirects(client.post(SECOND_STEP, {"code": code()}), "/admin/")
        used = AuditEntry.objects.get(kind=AuditKind.SIGNED_IN).details["used"]
        assert used == ["password", "totp"]

    @pytest.mark.parametrize("steps", [-1, 1])
    def test_so_does_that_of_the_half_minute_beside(self, client, steps):
        client.post(SECOND_STEP, {"code": code(steps=steps)})

        assert is_signed_in(client)

    @pytest.mark.parametrize("steps", [-3, 3])
    def test_an_older_or_later_one_does_not(self, client, steps):
        assertContains(client.post(SECOND_STEP, {"code": code(steps=steps)}), "not the code")
        entry = AuditEntry.objects.get(kind=AuditKind.SIGN_IN_FAILED)
        assert (entry.subject, entry.details) == ("aigul", {"means": "totp"})

    def test_a_code_is_taken_once_however_it_is_written(self, client, account):
        once = code(steps=1)
        client.post(SECOND_STEP, {"code": once})
        # It is still valid when allauth forgets that it was used, after half a minute.
        assert cache.delete(f"allauth.mfa.totp.used?user={account.pk}&code={once}")
        other = Client()
        sign_in(other)

        answer = other.post(SECOND_STEP, {"code": f"{once[:3]} {once[3:]}"})

        assertContains(answer, "used already")
        assert not is_signed_in(other)

    def test_a_recovery_code_opens_it_once(self, client):
        client.post(SECOND_STEP, {"code": self.recovery[0]})
        assert is_signed_in(client)
        other = Client()
        sign_in(other)

        other.post(SECOND_STEP, {"code": self.recovery[0]})

        assert not is_signed_in(other)

    def test_it_waits_for_a_quarter_of_an_hour(self, client, later):
        later(15 * 60 + 1)

        client.post(SECOND_STEP, {"code": code()})

        assert not is_signed_in(client)


def test_sessions_that_have_not_shown_it_end_when_it_is_set_up(client, account):
    elsewhere = Client()
    sign_in(elsewhere)
    sign_in(client)

    set_up_by_form(client)

    assert elsewhere.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_setting_it_up_is_told_by_mail_and_recorded(client, account):
    sign_in(client)

    set_up_by_form(client)

    assert [letter.to for letter in mail.outbox] == [[account.email]]
    assert "Codes of an app were set up" in mail.outbox[0].body
    changes = AuditEntry.objects.filter(kind=AuditKind.ACCOUNT_CHANGED).order_by("pk")
    assert [(entry.who, entry.details["what"]) for entry in changes] == [
        ("aigul", "totp added"),
        ("aigul", "recovery_codes added"),
    ]


def test_the_only_one_is_not_removed_where_it_is_needed(client, account, required):
    set_up_codes(account)
    sign_in(client)
    client.post(SECOND_STEP, {"code": code()})

    answer = client.post(f"{SET_UP}remove/", {})

    assertContains(answer, "your only second factor")
    assert Authenticator.objects.filter(type="totp").exists()


def test_it_is_removed_where_it_is_not(client, account):
    set_up_codes(account)
    sign_in(client)
    client.post(SECOND_STEP, {"code": code()})

    client.post(f"{SET_UP}remove/", {})

    assert not Authenticator.objects.exists()


def test_a_passkey_that_is_the_only_factor_stays(client, account, required):
    passkey = Authenticator.objects.create(user=account, type="webauthn", data={"name": "Key"})
    client.force_login(account)

    client.post(f"/account/second-factor/passkeys/{passkey.pk}/remove/")
    assert Authenticator.objects.filter(pk=passkey.pk).exists()
    set_up_codes(account)
    client.post(f"/account/second-factor/passkeys/{passkey.pk}/remove/")

    assert not Authenticator.objects.filter(pk=passkey.pk).exists()


def test_nobody_removes_the_passkey_of_somebody_else(staff_client, account):
    passkey = Authenticator.objects.create(user=account, type="webauthn", data={"name": "Key"})

    for act in ("remove", "rename"):
        url = f"/account/second-factor/passkeys/{passkey.pk}/{act}/"
        assert staff_client.post(url, {"name": "x"}).status_code == 404


class TestItsSecret:
    @pytest.fixture(autouse=True)
    def codes(self, account):
        self.recovery = set_up_codes(account)

    def test_stands_nowhere_in_the_clear(self):
        kept = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))

        assert "JBSWY3DPEHPK3PXP" not in kept
        assert "gAAAA" in kept

    def test_is_read_with_a_former_key(self, client, settings):
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another-" * 8
        sign_in(client)

        client.post(SECOND_STEP, {"code": code()})

        assert is_signed_in(client)

    def test_matches_no_code_and_breaks_no_page_without_the_key(self, client, settings):
        settings.SECRET_KEY = "another-" * 8
        sign_in(client)

        assertContains(client.post(SECOND_STEP, {"code": code()}), "not the code")
        assertContains(client.post(SECOND_STEP, {"code": self.recovery[0]}), "not the code")
        client.force_login(Authenticator.objects.first().user)
        assert client.get(f"{CODES}new/").status_code == 200


def test_a_lost_one_is_taken_off_by_a_command(client, account, capsys):
    set_up_codes(account)

    call_command("end_second_factor", "aigul")

    assertRedirects(sign_in(client), "/admin/")
    entry = AuditEntry.objects.get(kind=AuditKind.OPERATED)
    assert (entry.subject, entry.details["ended"]) == ("aigul", 2)
    with pytest.raises(CommandError, match="no account with the user name nobody"):
        call_command("end_second_factor", "nobody")
