"""A site whose visitors are answered by a replica, which follows, lags and goes away."""

import http.client
import sys
import time

import psycopg2
import pytest
from django.conf import settings

from tests.config.operations.postgres import Postgres, Replica, needs_postgres
from tests.config.operations.servers import environment, free_port, manage, running

pytestmark = [pytest.mark.slow, needs_postgres, pytest.mark.xdist_group("replica")]

SIGN_IN = """
from django.contrib.auth import get_user_model
from django.test import Client
client = Client()
client.force_login(get_user_model().objects.create_superuser("staff"))
print(client.cookies["sessionid"].value)
"""
RECORD = """
from forum.models import Event
Event.objects.create(title_en="{title}", slug="{title}", is_published=True)
"""


@pytest.fixture(scope="module")
def servers():
    database = Postgres()
    replica = Replica(database)
    yield database, replica
    replica.remove()
    database.remove()


@pytest.fixture(scope="module", params=["off", "memory"])
def site(request, servers, tmp_path_factory):
    """The port of a site, how it is configured, and the cookie of somebody who is signed in."""
    database, replica = servers
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    env = environment(
        folder,
        DATABASE_URL=database.url,
        DATABASE_REPLICA_URL=replica.url,
        PAGE_CACHE=request.param,
        BIND=f"127.0.0.1:{port}",
    )
    manage(env, "migrate", "--verbosity", "0")
    manage(env, "flush", "--no-input", "--verbosity", "0")
    manage(env, "collectstatic", "--no-input", "--verbosity", "0")
    session = manage(env, "shell", "--verbosity", "0", "--command", SIGN_IN)
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"]
    with running(gunicorn, port=port, env=env, cwd=settings.BASE_DIR):
        yield port, env, {"Cookie": f"sessionid={session}"}


def record(env, title):
    manage(env, "shell", "--verbosity", "0", "--command", RECORD.format(title=title))


def status(site, title, *, signed_in=False) -> int:
    port, _env, cookie = site
    connection = http.client.HTTPConnection("localhost", port, timeout=60)
    connection.request("GET", f"/events/{title}/", headers=cookie if signed_in else {})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def told(server, statement):
    connection = psycopg2.connect(server.url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()


def soon(site, title) -> int:
    for _try in range(100):
        if (found := status(site, title)) == 200:
            break
        time.sleep(0.1)
    return found


def test_visitors_see_what_the_replica_has_and_staff_what_they_saved(site, servers):
    _database, replica = servers
    _port, env, _cookie = site
    told(replica, "SELECT pg_wal_replay_pause()")

    record(env, "saved")

    assert status(site, "saved", signed_in=True) == 200
    assert status(site, "saved") == 404
    told(replica, "SELECT pg_wal_replay_resume()")
    assert soon(site, "saved") == 200


def test_the_database_answers_while_the_replica_is_away(site, servers):
    _database, replica = servers
    _port, env, _cookie = site
    record(env, "before")
    assert soon(site, "before") == 200

    replica.stop()

    record(env, "meanwhile")
    assert [status(site, title) for title in ("before", "meanwhile")] == [200, 200]
    replica.start()
    record(env, "after")
    assert soon(site, "after") == 200
