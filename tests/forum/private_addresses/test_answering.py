"""A private address, as a stranger and as its owner's calendar call it."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.utils import timezone

from agreements.models import CalendarAddress
from forum.private_addresses.guesses import GUESSES
from forum.private_addresses.tokens import end_address, make_address
from tests.factories import make_staff

pytestmark = pytest.mark.django_db
FROM = {"REMOTE_ADDR": "192.0.2.7"}


@pytest.fixture(autouse=True)
def no_guesses_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def owner():
    return make_staff()


def address(token) -> str:
    return f"/reminders/{token}.ics"


def expired(owner):
    token = make_address(CalendarAddress, owner=owner)
    CalendarAddress.objects.update(until=timezone.now())
    return token


def ended(owner):
    token = make_address(CalendarAddress, owner=owner)
    end_address(CalendarAddress.objects.get(), by=owner)
    return token


def renewed(owner):
    token = make_address(CalendarAddress, owner=owner)
    make_address(CalendarAddress, owner=owner)
    return token


@pytest.mark.parametrize("end", [expired, ended, renewed])
def test_an_old_address_answers_as_one_that_never_was(client, owner, end):
    never, once = client.get(address("x" * 32)), client.get(address(end(owner)))

    assert never.status_code == once.status_code == 404
    one, other = dict(never.headers), dict(once.headers)
    assert one.pop("X-Request-ID") != other.pop("X-Request-ID")
    assert one == other


@pytest.mark.parametrize("is_right", [True, False])
def test_no_answer_is_kept_or_handed_on(client, owner, is_right):
    token = make_address(CalendarAddress, owner=owner) if is_right else "x" * 32

    answer = client.get(address(token))

    assert answer.status_code == (200 if is_right else 404)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex"


def test_guesses_of_an_origin_are_limited_and_nobody_elses(client, owner):
    token = make_address(CalendarAddress, owner=owner)
    for number in range(GUESSES):
        assert client.get(address(f"guess-{number}"), **FROM).status_code == 404

    right, wrong = (client.get(address(each), **FROM) for each in (token, "guess"))

    assert right.status_code == wrong.status_code == 429
    assert right["Retry-After"] == "3600"
    assert right["Cache-Control"] == "private, no-store"
    assert client.get(address(token), REMOTE_ADDR="192.0.2.8").status_code == 200


@pytest.mark.slow
def test_a_calendar_that_asks_all_day_is_no_guess(client, owner):
    token = make_address(CalendarAddress, owner=owner)
    for _each in range(GUESSES + 1):
        assert client.get(address(token), **FROM).status_code == 200


def test_no_log_says_an_address(client, owner, caplog):
    caplog.set_level("DEBUG")
    for token in (ended(owner), "guess-in-the-dark", make_address(CalendarAddress, owner=owner)):
        client.get(address(token), **FROM)
        assert token not in caplog.text
    for _each in range(GUESSES):
        client.get(address("guess-in-the-dark"), **FROM)

    assert "guess-in-the-dark" not in caplog.text
    assert "GET reminders-calendar 429" in caplog.text


def test_the_last_use_is_noted_once_an_hour(client, owner):
    token = make_address(CalendarAddress, owner=owner)
    client.get(address(token))
    first = CalendarAddress.objects.get().last_used_at
    client.get(address(token))
    assert CalendarAddress.objects.get().last_used_at == first

    earlier = first - dt.timedelta(hours=1)
    CalendarAddress.objects.update(last_used_at=earlier)
    client.get(address(token))

    assert CalendarAddress.objects.get().last_used_at > earlier
