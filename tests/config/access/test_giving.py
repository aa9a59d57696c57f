"""Nobody gives rights that they lack, to anybody or to themself, through any form or list."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from pytest_django.asserts import assertContains, assertNotContains

from config.access.roles import set_up
from forum.choices import AuditKind
from forum.models import AuditEntry
from tests.factories import make_staff

pytestmark = pytest.mark.django_db

# What a keeper of accounts has beside accounts and groups.
OWN = ("view_event", "view_topic")


def permission(codename: str) -> Permission:
    return Permission.objects.get(codename=codename)


def page(holder, name="change") -> str:
    return f"/admin/auth/{holder._meta.model_name}/{holder.pk}/{name}/"


def sent(user: User, **changes) -> dict:
    """The form of an account, whole."""
    return {
        "username": user.username,
        "email": user.email,
        "is_active": "on",
        "is_staff": "on",
        "last_login_0": "",
        "last_login_1": "",
        "date_joined_0": "2026-01-01",
        "date_joined_1": "10:00",
    } | changes


@pytest.fixture
def keeper(client):
    """Somebody who keeps accounts and groups, and may see events and topics."""
    user = make_staff(username="keeper")
    accounts = Permission.objects.filter(content_type__model__in=["user", "group"])
    user.user_permissions.set([*accounts, *map(permission, OWN)])
    client.force_login(user)
    return user


@pytest.fixture
def colleague():
    return make_staff(username="colleague")


def test_only_one_s_own_rights_are_offered(client, keeper, colleague):
    set_up()
    known = Group.objects.create(name="Guests")
    known.permissions.set([permission("view_event")])

    answer = client.get(page(colleague))

    assertContains(answer, "Events | Event | View")
    assertNotContains(answer, "Events | Event | Change")
    assertContains(answer, ">Guests<")
    assertNotContains(answer, ">Administrator<")


def test_what_one_has_can_be_given(client, keeper, colleague):
    client.post(page(colleague), sent(colleague, user_permissions=[permission("view_event").pk]))

    assert colleague.has_perm("forum.view_event")


@pytest.mark.parametrize("codename", ["change_event", "view_unpublished", "view_officialcontact"])
def test_a_right_that_one_lacks_is_not_taken(client, keeper, colleague, codename):
    answer = client.post(
        page(colleague), sent(colleague, user_permissions=[permission(codename).pk])
    )

    assert answer.status_code == 200
    assertContains(answer, "is not one of the available choices")
    assert not colleague.user_permissions.exists()


def test_a_group_with_rights_that_one_lacks_is_not_given(client, keeper, colleague):
    set_up()
    reader = Group.objects.get(name="Reader")

    client.post(page(colleague), sent(colleague, groups=[reader.pk]))

    assert not colleague.groups.exists()


@pytest.mark.parametrize("popup", ["", "?_popup=1"])
def test_a_new_group_has_no_right_that_its_maker_lacks(client, keeper, popup):
    for codename in ("merge", "view_event"):
        data = {"name": codename, "permissions": [permission(codename).pk], "_popup": "1"}
        client.post(f"/admin/auth/group/add/{popup}", data)

    assert [group.name for group in Group.objects.all()] == ["view_event"]


def test_only_a_superuser_makes_superusers(client, keeper, colleague, staff):
    client.post(page(colleague), sent(colleague, is_superuser="on"))
    colleague.refresh_from_db()
    assert not colleague.is_superuser

    client.force_login(staff)
    client.post(page(colleague), sent(colleague, is_superuser="on"))
    colleague.refresh_from_db()
    assert colleague.is_superuser


def test_a_new_account_begins_with_nothing_whatever_is_sent(client, keeper):
    words = {"password1": "a long new pass 1", "password2": "a long new pass 1"}
    might = {"is_superuser": "on", "user_permissions": [permission("merge").pk]}

    client.post(
        "/admin/auth/user/add/", {"username": "new", "usable_password": "true"} | words | might
    )

    made = User.objects.get(username="new")
    assert (made.is_superuser, made.user_permissions.count()) == (False, 0)


def test_nobody_raises_themself(client, keeper):
    own = permission("view_topic")
    keeper.user_permissions.remove(own)
    group = Group.objects.create(name="Topics")

    client.post(
        page(keeper),
        sent(
            keeper,
            first_name="Ann",
            is_superuser="on",
            groups=[group.pk],
            user_permissions=[own.pk],
        ),
    )

    keeper.refresh_from_db()
    assert (keeper.first_name, keeper.is_superuser, keeper.groups.count()) == ("Ann", False, 0)
    assert own not in keeper.user_permissions.all()
    assert permission("change_user") in keeper.user_permissions.all()


@pytest.mark.parametrize("might", ["superuser", "right", "group", "inactive"])
def test_whoever_may_do_more_is_left_alone(client, keeper, colleague, might):
    if might == "superuser":
        User.objects.filter(pk=colleague.pk).update(is_superuser=True)
    elif might == "group":
        set_up()
        colleague.groups.add(Group.objects.get(name="Reader"))
    else:
        colleague.user_permissions.add(permission("merge"))
        User.objects.filter(pk=colleague.pk).update(is_active=might != "inactive")
    before = User.objects.filter(pk=colleague.pk).values().get()

    passwords = {"password1": "a long new pass 1", "password2": "a long new pass 1"}
    answers = [
        client.post(page(colleague), sent(colleague, username="taken")),
        client.post(page(colleague, "password"), {"usable_password": "true"} | passwords),
        client.post(page(colleague, "delete"), {"post": "yes"}),
        client.post(
            "/admin/auth/user/",
            {"action": "delete_selected", "_selected_action": [colleague.pk], "post": "yes"},
        ),
    ]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert User.objects.filter(pk=colleague.pk).values().get() == before


def test_whoever_may_do_no_more_can_be_changed_and_deleted(client, keeper, colleague):
    client.post(page(colleague), sent(colleague, username="renamed"))
    colleague.refresh_from_db()
    assert colleague.username == "renamed"

    client.post(page(colleague, "delete"), {"post": "yes"})
    assert not User.objects.filter(pk=colleague.pk).exists()


def test_nobody_deletes_their_own_account(staff_client, staff):
    assert staff_client.post(page(staff, "delete"), {"post": "yes"}).status_code == 403


def test_a_group_with_more_rights_than_one_s_own_is_left_alone(client, keeper):
    group = Group.objects.create(name="Mergers")
    group.permissions.set([permission("merge")])

    answers = [
        client.post(page(group), {"name": "Mine", "permissions": []}),
        client.post(page(group, "delete"), {"post": "yes"}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert list(group.permissions.all()) == [permission("merge")]


def test_the_group_of_a_role_is_shown_and_kept_by_the_command_alone(staff_client):
    set_up()
    group = Group.objects.get(name="Reader")

    assert staff_client.get(page(group)).status_code == 200
    assert staff_client.post(page(group), {"name": "Reader", "permissions": []}).status_code == 403
    assert staff_client.post(page(group, "delete"), {"post": "yes"}).status_code == 403
    assert group.permissions.count() > 20


def test_what_was_given_and_taken_is_accounted_for(staff_client, colleague):
    group = Group.objects.create(name="Interns")
    event, topic = permission("view_event"), permission("view_topic")
    colleague.user_permissions.set([event])

    staff_client.post(
        page(colleague), sent(colleague, groups=[group.pk], user_permissions=[topic.pk])
    )
    staff_client.post(
        page(colleague), sent(colleague, groups=[group.pk], user_permissions=[topic.pk])
    )
    staff_client.post(page(group), {"name": "Interns", "permissions": [event.pk]})
    staff_client.post(page(colleague, "delete"), {"post": "yes"})

    entries = AuditEntry.objects.filter(kind=AuditKind.RIGHTS_CHANGED).order_by("pk")
    staff_word, view = "Staff status", "View"
    assert [(entry.who, entry.subject, entry.details) for entry in entries] == [
        (
            "staff",
            "colleague",
            {
                "before": [staff_word, f"Events | Event | {view}"],
                "after": [staff_word, "Interns", f"Events | Topic | {view}"],
            },
        ),
        ("staff", "Interns", {"before": [], "after": [f"Events | Event | {view}"]}),
        (
            "staff",
            "colleague",
            {"before": [staff_word, "Interns", f"Events | Topic | {view}"], "after": []},
        ),
    ]


@pytest.mark.parametrize("lookup", ["password__startswith", "groups__user__password__startswith"])
def test_a_list_of_accounts_answers_no_guess(client, keeper, lookup):
    answer = client.get("/admin/auth/user/", {lookup: "pbkdf2"})

    assert answer.status_code == 400
