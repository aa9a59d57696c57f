import datetime as dt

import pytest
from django.utils import timezone

from agreements.models import CalendarAddress
from forum.models import AuditEntry
from forum.private_addresses.tokens import end_address, find_address, make_address
from tests.factories import make_calendar_address, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return make_staff(password="a long password")


def found(token, now=None):
    return find_address(CalendarAddress, token, now or timezone.now())


def test_an_address_is_found_by_its_token_and_by_no_other(owner):
    token = make_address(CalendarAddress, owner=owner)
    make_calendar_address()

    assert found(token).owner == owner
    assert [found(other) for other in ("", token[:-1], token + "a", token.swapcase())] == [None] * 4


def test_a_token_has_at_least_128_bits_and_is_kept_nowhere(owner):
    token = make_address(CalendarAddress, owner=owner)

    assert len(token) >= 128 / 6
    kept = [*CalendarAddress.objects.values_list(), *AuditEntry.objects.values_list()]
    assert token not in str(kept)
    assert make_address(CalendarAddress, owner=owner) != token


def test_what_is_kept_opens_nothing(owner):
    make_address(CalendarAddress, owner=owner)
    kept = CalendarAddress.objects.get()

    assert found(kept.digest) is None
    assert found(kept.password_mark) is None


def test_an_address_ends_after_its_days(owner, settings):
    settings.PRIVATE_ADDRESS_DAYS = 10
    token, now = make_address(CalendarAddress, owner=owner), timezone.now()

    assert found(token, now + dt.timedelta(days=9, hours=23))
    assert found(token, now + dt.timedelta(days=10)) is None


def test_a_new_address_of_an_owner_ends_the_old_one_and_no_other(owner):
    old, others = make_address(CalendarAddress, owner=owner), make_calendar_address()

    new = make_address(CalendarAddress, owner=owner)

    assert found(old) is None
    assert found(new).owner == owner
    assert CalendarAddress.objects.filter(pk=others.pk).exists()


def test_an_address_ends_with_the_password_by_whatever_door_it_changes(owner):
    token = make_address(CalendarAddress, owner=owner)
    owner.set_password("another long password")
    type(owner).objects.filter(pk=owner.pk).update(password=owner.password)

    assert found(token) is None


@pytest.mark.parametrize("goes", [False, True])
def test_an_address_ends_with_the_account(owner, goes):
    token = make_address(CalendarAddress, owner=owner)
    owner.delete() if goes else type(owner).objects.update(is_active=False)

    assert found(token) is None


def test_an_address_outlives_a_change_of_the_secret_key(owner, settings):
    token, old = make_address(CalendarAddress, owner=owner), settings.SECRET_KEY
    settings.SECRET_KEY = "another" * 10

    assert found(token) is None

    settings.SECRET_KEY_FALLBACKS = [old]
    assert found(token).owner == owner


def test_the_trail_says_who_made_and_ended_an_address(owner, admin_user):
    make_address(CalendarAddress, owner=owner)
    end_address(CalendarAddress.objects.get(), by=admin_user)

    said = AuditEntry.objects.order_by("pk").values_list("kind", "who", "subject", "details__act")
    assert list(said) == [
        ("token", str(owner), str(owner), "made"),
        ("token", "admin", str(owner), "ended"),
    ]
    assert not CalendarAddress.objects.exists()
