"""The roles of staff: what is declared, and the groups that a command makes of it."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.utils.translation import override
from pytest_django.asserts import assertContains

from config.access.roles import NOBODY, ROLES, in_code
from config.access.roles import RECORDS as KINDS
from forum.models import AuditEntry

pytestmark = pytest.mark.django_db

OURS = ("forum", "delegations", "agreements", "auth")


def groups() -> dict[str, set[str]]:
    return {group.name: in_code(group.permissions) for group in Group.objects.all()}


def declared() -> dict[str, set[str]]:
    return {role.name: set(role.rights) for role in ROLES}


def test_the_groups_are_what_is_declared():
    call_command("set_up_roles", verbosity=0)

    assert groups() == declared()


def test_every_right_of_ours_is_given_to_a_role_or_to_nobody():
    known = in_code(Permission.objects.filter(content_type__app_label__in=OURS))
    given = frozenset().union(*(role.rights for role in ROLES))

    assert known - given - NOBODY == set()
    assert (given | NOBODY) - known == set()
    assert given & NOBODY == set()


def test_every_kind_of_record_is_one_of_ours():
    for app, names in KINDS.items():
        assert all(apps.get_model(app, name) for name in names.split())


def test_the_command_says_what_it_changed_and_changes_nothing_twice(capsys):
    call_command("set_up_roles", verbosity=0)
    reader = Group.objects.get(name="Reader")
    reader.permissions.remove(Permission.objects.get(codename="view_event"))
    reader.permissions.add(Permission.objects.get(codename="merge"))

    call_command("set_up_roles", verbosity=2)
    said = capsys.readouterr().out
    call_command("set_up_roles")

    assert said == ("Reader: 1 rights given, 1 taken\n  + forum.view_event\n  - forum.merge\n")
    assert capsys.readouterr().out == "The roles are as they should be.\n"
    assert groups() == declared()
    changed = AuditEntry.objects.filter(subject="Reader").latest("pk")
    assert changed.details == {"given": ["forum.view_event"], "taken": ["forum.merge"]}


def test_other_groups_stay_as_they_are():
    own = Group.objects.create(name="Interns")
    own.permissions.set(Permission.objects.filter(codename="view_event"))

    call_command("set_up_roles", verbosity=0)

    assert in_code(own.permissions) == {"forum.view_event"}


def test_a_right_that_the_database_lacks_is_said_in_a_sentence():
    Permission.objects.get(codename="erase").delete()

    with pytest.raises(CommandError, match=r"forum\.erase\. Run manage\.py migrate first"):
        call_command("set_up_roles")

    assert not Group.objects.exists()


@pytest.mark.parametrize("language", ["en", "kk", "ru", "et"])
def test_a_role_is_called_in_the_reader_s_words(staff_client, language):
    call_command("set_up_roles", verbosity=0)
    prefix = "" if language == "en" else f"/{language}"

    answer = staff_client.get(f"{prefix}/admin/auth/group/")

    for role in ROLES:
        with override(language):
            assertContains(answer, f">{role.label}</a>")
