import datetime as dt

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from config.access.sessions import device
from forum.choices import AuditKind
from forum.models import AuditEntry, Topic
from tests.admin_forms import admin_url, form_data, open_form
from tests.config.access.signing import PASSWORD, is_signed_in, make_account, sign_in
from tests.config.operations.servers import environment, manage

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
)
LIST = "/account/sessions/"
TWO_HOURS, TWELVE_HOURS = 2 * 3600, 12 * 3600


def goes_on(client) -> bool:
    return client.get("/account/").status_code == 200


class TestHowLongTheyLast:
    @pytest.fixture(autouse=True)
    def signed_in(self, client, account):
        sign_in(client)

    def test_two_hours_without_a_request(self, client, later):
        later(TWO_HOURS - 5)
        assert goes_on(client)
        later(TWO_HOURS - 5)
        assert goes_on(client)
        later(TWO_HOURS)

        assert not goes_on(client)
        assert not is_signed_in(client)

    def test_twelve_hours_in_all(self, client, later):
        for _ in range(8):
            later(TWELVE_HOURS / 8 - 5)
            assert goes_on(client)
        later(100)

        assert not goes_on(client)

    def test_settings_say_otherwise(self, client, later, settings):
        settings.SESSION_IDLE_MINUTES = 5
        later(301)

        assert not goes_on(client)

    def test_one_that_is_over_is_gone_from_the_server(self, client, later):
        cookie = client.cookies["sessionid"].value
        later(TWO_HOURS)
        client.get("/")
        later(-TWO_HOURS)

        assert not goes_on(Client(headers={"cookie": f"sessionid={cookie}"}))

    def test_the_end_is_said_and_recorded(self, client, later):
        later(TWO_HOURS)

        assertContains(client.get("/admin/", follow=True), "your session was over")
        entry = AuditEntry.objects.get(kind=AuditKind.SIGNED_OUT)
        assert (entry.subject, entry.details) == ("aigul", {"session_is_over": True})

    def test_a_form_sent_after_the_end_comes_back(self, client, later):
        url = admin_url(Topic, "add")
        opened = open_form(client, url)
        carried = {name: opened.context_data[name] for name in ("once", "sent_by")}
        later(TWO_HOURS)

        answer = client.post(url, form_data(opened) | carried | {"name_en": "Robotics"})

        assert answer.url == f"/account/login/?next={url}"
        sign_in(client)
        assert form_data(open_form(client, url))["name_en"] == "Robotics"
        assert not Topic.objects.exists()


def test_a_visitor_without_a_session_costs_nothing(client, django_assert_num_queries):
    client.get("/about/")

    with django_assert_num_queries(0):
        client.get("/about/")


def test_they_are_listed_with_device_and_address_the_last_used_first(client, account):
    other = Client(headers={"user-agent": SAFARI}, REMOTE_ADDR="192.0.2.9")
    sign_in(other)
    here = Client(headers={"user-agent": FIREFOX})
    sign_in(here)
    make_account("guest")
    sign_in(Client(), "guest")

    places = here.get(LIST).context["places"]

    assert [(place.device, place.address, place.is_here) for place in places] == [
        ("Firefox on Windows", "127.0.0.1", True),
        ("Safari on iPhone", "192.0.2.9", False),
    ]


def test_where_and_when_one_was_last_used_is_written_down_once_a_minute(client, account, later):
    sign_in(client)
    first = UserSession.objects.get().last_seen_at
    client.get("/account/", REMOTE_ADDR="192.0.2.9")
    assert UserSession.objects.get().last_seen_at == first
    later(61)

    client.get("/account/", REMOTE_ADDR="192.0.2.9")

    assert UserSession.objects.get().last_seen_at > first
    assert UserSession.objects.get().ip == "192.0.2.9"


class TestEndingThem:
    @pytest.fixture(autouse=True)
    def signed_in(self, client, account):
        self.other = Client()
        sign_in(self.other)
        sign_in(client)

    def test_one(self, client):
        other = next(place for place in client.get(LIST).context["places"] if not place.is_here)

        client.post(LIST, {"session": other.key})

        assert (goes_on(client), goes_on(self.other)) == (True, False)

    def test_this_one(self, client):
        here = next(place for place in client.get(LIST).context["places"] if place.is_here)

        assertRedirects(client.post(LIST, {"session": here.key}), "/account/login/")

        assert (goes_on(client), goes_on(self.other)) == (False, True)

    def test_all(self, client):
        client.post(LIST, {"session": "all"})

        assert (goes_on(client), goes_on(self.other)) == (False, False)

    @pytest.mark.parametrize("session", ["", "0", "x", "²", "9" * 40, "-1"])
    def test_none_if_it_says_none(self, client, session):
        assertRedirects(client.post(LIST, {"session": session}), LIST)

        assert goes_on(self.other)

    def test_of_nobody_else(self, client):
        make_account("guest")
        guest = Client()
        sign_in(guest, "guest")
        theirs = UserSession.objects.get(user__username="guest")

        client.post(LIST, {"session": theirs.pk})
        client.post(LIST, {"session": "all"})

        assert goes_on(guest)

    def test_a_new_password_ends_all_others(self, client):
        cookie = client.cookies["sessionid"].value
        new = {
            "password1": "seven lanterns over Narva 5",
            "password2": "seven lanterns over Narva 5",
        }

        client.post("/account/password/change/", {"oldpassword": PASSWORD} | new)

        assert (goes_on(client), goes_on(self.other)) == (True, False)
        assert client.cookies["sessionid"].value != cookie
        assert [place.is_here for place in client.get(LIST).context["places"]] == [True]


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (SAFARI, "Safari on iPhone"),
        (EDGE, "Edge on Windows"),
        ("curl/8.5", "A program that does not say its name"),
        ("", "A program that does not say its name"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Linux"),
    ],
)
def test_a_device_is_named_as_people_know_it(agent, words):
    assert device(agent) == words


def test_cookies_are_for_browsers_of_this_site_alone(settings):
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.CSRF_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Lax"
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE


@pytest.mark.slow
def test_with_https_cookies_are_for_this_very_host(tmp_path):
    env = environment(tmp_path, HTTPS="on")
    asking = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE)"
    )

    said = manage(env, "shell", "--verbosity", "0", "--command", asking)

    assert said == "__Host-sessionid __Host-csrftoken True"


def test_what_is_left_of_sessions_that_are_over_is_dropped_by_a_command(client, account):
    sign_in(client)
    elsewhere = Client()
    sign_in(elsewhere)
    over = timezone.now() - dt.timedelta(seconds=1)
    Session.objects.filter(session_key=elsewhere.session.session_key).update(expire_date=over)

    call_command("clean_sessions")

    assert [each.session_key for each in UserSession.objects.all()] == [client.session.session_key]
