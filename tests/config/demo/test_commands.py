import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from config.access.roles import ROLES
from config.management.commands import load_demo as command
from forum.models import Event

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.xdist_group("demo")
def test_the_demo_is_loaded_once(load_demo, capsys):
    first = load_demo()
    counts = count_everything()

    call_command("load_demo")

    assert first.startswith("Loaded vocabulary.yaml, ")
    assert capsys.readouterr().out == "The demo is there already.\n"
    assert count_everything() == counts
    assert Event.objects.published().exists()


def count_everything():
    return {model: model._base_manager.count() for model in apps.get_models()}


def test_a_demo_that_cannot_be_read_is_said_in_a_sentence(tmp_path, monkeypatch):
    (tmp_path / "bad.yaml").write_text("forum.Event:\n  x:\n    kind: bogus\n", encoding="utf-8")
    monkeypatch.setattr(command, "DEMO", tmp_path)

    with pytest.raises(CommandError, match=r"bad\.yaml, forum\.Event x: "):
        call_command("load_demo")


def test_a_known_password_is_for_a_debug_server_only(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="use createsuperuser"):
        call_command("create_demo_admin")

    assert not get_user_model().objects.exists()


def test_a_debug_server_gets_an_administrator_once(settings, capsys, client):
    settings.DEBUG = True

    for _ in range(2):
        call_command("create_demo_admin")

    assert "as admin with the password entente-demo" in capsys.readouterr().out
    assert [user.username for user in get_user_model().objects.filter(is_superuser=True)] == [
        "admin"
    ]
    assert client.login(username="admin", password="entente-demo")


def test_a_debug_server_gets_an_account_for_each_role(settings, client):
    settings.DEBUG = True

    call_command("create_demo_admin")

    for role in ROLES:
        [user] = get_user_model().objects.filter(groups__name=role.name)
        assert user.get_all_permissions() == role.rights
        assert client.login(username=user.username, password="entente-demo")


def test_a_password_that_was_set_is_kept(settings, capsys):
    settings.DEBUG = True
    get_user_model().objects.create_superuser("admin", password="my own")

    call_command("create_demo_admin")

    assert "with the password that you set" in capsys.readouterr().out
    assert get_user_model().objects.get(username="admin").check_password("my own")
