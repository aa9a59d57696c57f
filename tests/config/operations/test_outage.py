"""A site on a Postgres that stops, comes back, and drops its connections."""

import http.client
import sys

import psycopg2
import pytest
from django.conf import settings

from tests.config.operations.postgres import Postgres, needs_postgres
from tests.config.operations.servers import environment, free_port, manage, running

pytestmark = [pytest.mark.slow, needs_postgres]

SIGN_IN = """
from django.contrib.auth import get_user_model
from django.test import Client
client = Client()
client.force_login(get_user_model().objects.create_superuser("staff"))
print(client.cookies["sessionid"].value)
"""


@pytest.fixture(scope="module")
def postgres():
    server = Postgres()
    yield server
    server.remove()


@pytest.fixture(scope="module")
def site(postgres, tmp_path_factory):
    """The port of a site with two workers, and the cookie of somebody who is signed in."""
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    env = environment(folder, DATABASE_URL=postgres.url, BIND=f"127.0.0.1:{port}")
    manage(env, "migrate", "--verbosity", "0")
    manage(env, "collectstatic", "--no-input", "--verbosity", "0")
    session = manage(env, "shell", "--verbosity", "0", "--command", SIGN_IN)
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"]
    with (
        (folder / "log").open("wb") as log,
        running(gunicorn, port=port, cwd=settings.BASE_DIR, env=env, stderr=log),
    ):
        yield port, f"sessionid={session}"


def ask(site, address, cookie=None):
    port, signed_in = site
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Cookie": signed_in if cookie is None else cookie}
    connection.request("GET", address, headers=headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response, text


def test_a_site_whose_database_stops_says_so_and_comes_back(postgres, site):
    pages = ("/", "/kk/events/", "/admin/", "/ru/search/?q=a")
    assert [ask(site, page)[0].status for page in pages * 2] == [200] * len(pages) * 2

    postgres.stop()
    try:
        # Both workers keep a connection that is cut off, then find none.
        answers = [ask(site, page) for page in pages * 4]
        ready, reason = ask(site, "/readyz", cookie="")
        assert ask(site, "/healthz", cookie="")[0].status == 200
    finally:
        postgres.start()

    assert {response.status for response, _page in answers} == {503}
    assert {response.headers["Retry-After"] for response, _page in answers} == {"30"}
    assert (ready.status, ready.headers["Retry-After"], reason) == (503, "30", "database away")
    assert [ask(site, page)[0].status for page in (*pages, "/readyz") * 2] == [200] * 10


def test_connections_that_are_cut_off_between_requests_are_not_noticed(postgres, site):
    for page in ("/", "/events/") * 4:
        assert ask(site, page)[0].status == 200

    connection = psycopg2.connect(postgres.url)
    connection.cursor().execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    )
    connection.close()

    assert [ask(site, "/")[0].status for _ in range(8)] == [200] * 8
