"""Accounts and groups are changed only by who has just proved who they are."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.urls import reverse
from pytest_django.asserts import assertContains

from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.admin_forms import admin_url, submit
from tests.config.access.signing import make_account, set_up_codes, sign_in

pytestmark = pytest.mark.django_db
ACCOUNTS = "/admin/auth/user/"
NEW = "seven lanterns over Narva 5"


@pytest.fixture
def boss(client, account):
    sign_in(client)
    return client


def of(user, page):
    return reverse(f"admin:auth_user_{page}", args=[user.pk])


def changes():
    entries = AuditEntry.objects.filter(kind=AuditKind.ACCOUNT_CHANGED).order_by("pk")
    return [(entry.who, entry.subject, entry.details["what"]) for entry in entries]


def test_after_a_while_each_of_their_pages_asks_for_a_proof(boss, later):
    user, group = make_account("dana"), Group.objects.create(name="Visitors")
    pages = [
        admin_url(type(user), "add"),
        of(user, "change"),
        of(user, "delete"),
        of(user, "password_change"),
        admin_url(group, "change"),
        admin_url(group, "delete"),
    ]
    assert [boss.get(page).status_code for page in pages] == [200] * len(pages)
    later(15 * 60 + 1)

    for page in pages:
        assert boss.get(page).url == f"/account/proof/?next={page}"
        assert boss.post(page, {"post": "yes"}).url == f"/account/proof/?next={page}"
    act = {"action": "delete_selected", "_selected_action": user.pk, "post": "yes"}
    assert boss.post(ACCOUNTS, act).url.startswith("/account/proof/")
    assert boss.get(ACCOUNTS).status_code == 200
    assert type(user).objects.filter(pk=user.pk).exists()


def test_what_is_changed_of_them_is_recorded(boss):
    user = make_account("dana", is_superuser=False)

    joined = {"date_joined_0": "2026-01-01", "date_joined_1": "10:00:00"}
    submit(boss, of(user, "change"), email="other@example.org", is_active="", **joined)
    new = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    boss.post(of(user, "password_change"), new)

    assert ("aigul", "dana", "email, is_active, date_joined") in changes()
    assert changes()[-1] == ("aigul", "dana", "password")


def test_a_lost_second_factor_is_taken_off(boss, client):
    user = make_account("dana")
    set_up_codes(user)
    act = {"action": "take_second_factor_off", "_selected_action": user.pk}

    assertContains(boss.post(ACCOUNTS, act, follow=True), "The second factor is taken off.")

    assert not Authenticator.objects.filter(user=user).exists()
    assert ("aigul", "dana", "totp removed") in changes()


def test_not_of_somebody_who_may_do_more(client):
    from django.contrib.auth.models import Permission

    chief = make_account("chief")
    set_up_codes(chief)
    clerk = make_account("clerk", is_superuser=False)
    rights = Permission.objects.filter(codename__in=["view_user", "change_user"])
    clerk.user_permissions.set(rights)
    sign_in(client, "clerk")
    act = {"action": "take_second_factor_off", "_selected_action": chief.pk}

    assert client.post(ACCOUNTS, act).status_code == 403
    assert Authenticator.objects.filter(user=chief).count() == 2
