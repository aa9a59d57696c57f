import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.config.operations.absent import database_away

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_healthy_site_says_so(client, address):
    response = client.get(address)

    assert (response.status_code, response.text) == (200, "ok")
    assert client.post(address).status_code == 405


def test_a_site_whose_migrations_wait_is_alive_but_not_ready(client):
    last = MigrationLoader(connection).graph.leaf_nodes("agreements")[0]
    MigrationRecorder(connection).record_unapplied(*last)

    assert client.get("/healthz").status_code == 200
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (503, "migrations pending")


def test_health_is_asked_without_a_redirect_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    answers = [client.get(address).status_code for address in ("/healthz", "/readyz", "/about/")]

    assert answers == [200, 200, 301]


def test_a_site_without_its_database_is_alive_but_not_ready(client):
    with database_away():
        assert client.get("/healthz").status_code == 200
        response = client.get("/readyz")

    assert (response.status_code, response.text) == (503, "database away")
    assert response["Retry-After"] == "30"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("store", ["public", "private"])
def test_a_site_that_cannot_keep_files_is_not_ready(client, settings, tmp_path, store):
    for name, folder in (("default", "public"), ("private", "private")):
        options = {"location": tmp_path / folder}
        settings.STORAGES = settings.STORAGES | {
            name: settings.STORAGES[name] | {"OPTIONS": options}
        }
    assert client.get("/readyz").text == "ok"
    (tmp_path / store).rmdir()

    (tmp_path / store).write_text("a file in the place of the folder")

    response = client.get("/readyz")
    assert (response.status_code, response.text) == (503, "media not writable")
    assert list(tmp_path.rglob("*.*")) == []
