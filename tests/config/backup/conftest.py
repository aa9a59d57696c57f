import secrets
from contextlib import closing

import psycopg2
import pytest
from django.db import connection
from psycopg2.extensions import ISOLATION_LEVEL_AUTOCOMMIT

from tests.config.backup.sites import Site

ELSEWHERE = "postgres://postgres@127.0.0.1:5432/postgres"


def _server() -> str:
    """The address of a Postgres server: the one that the tests run on, or the usual one."""
    if connection.vendor == "postgresql":
        of = connection.settings_dict
        return (
            f"postgres://{of['USER']}:{of['PASSWORD']}@{of['HOST']}:{of['PORT'] or 5432}/postgres"
        )
    return ELSEWHERE


def _execute(sql: str) -> None:
    with closing(psycopg2.connect(_server())) as server:
        server.set_isolation_level(ISOLATION_LEVEL_AUTOCOMMIT)
        server.cursor().execute(sql)


@pytest.fixture(scope="session")
def make_site(tmp_path_factory):
    """Make a site without tables on one of the two databases; skips where no Postgres answers."""
    databases = []

    def make_site(engine: str) -> Site:
        folder = tmp_path_factory.mktemp("site")
        if engine == "sqlite":
            return Site(folder, f"sqlite:///{folder / 'db.sqlite3'}")
        name = f"entente_backup_{secrets.token_hex(6)}"
        try:
            _execute(f"CREATE DATABASE {name}")
        except psycopg2.OperationalError:
            pytest.skip(f"no Postgres answers at {_server()}")
        databases.append(name)
        return Site(folder, _server().rpartition("/")[0] + f"/{name}")

    yield make_site
    for name in databases:
        _execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def filled(make_site):
    """A site of either kind with something in every table, made once: look at it only."""
    made = {}

    def filled(engine: str) -> Site:
        if engine not in made:
            site = make_site(engine)
            site.run("migrate")
            site.run("createcachetable")
            site.run("shell", "-c", "from tests.config.backup.filling import fill; fill()")
            site.run("backup", "--to", site.folder / "backup.tar")
            made[engine] = site
        return made[engine]

    return filled


@pytest.fixture(params=["sqlite" if connection.vendor == "sqlite" else "postgres"])
def engine(request):
    """The database that the tests run on; the build runs them on either."""
    return request.param
