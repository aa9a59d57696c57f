"""A site of its own, on the kind of database that the tests run on: its processes can be killed."""

import os
import secrets
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psycopg2
from django.conf import settings

POSTGRES = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}"


def server() -> dict | None:
    """How the Postgres server of these tests is reached; None if they run on SQLite."""
    database = settings.DATABASES["default"]
    return database if database["ENGINE"].endswith("postgresql") else None


def ask(*statements: str) -> None:
    """Execute statements at the server, beside all databases."""
    known = server()
    said = {"user": known["USER"], "password": known["PASSWORD"], "dbname": "postgres"}
    connection = psycopg2.connect(host=known["HOST"], port=known["PORT"] or 5432, **said)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    finally:
        connection.close()


@dataclass(frozen=True)
class Site:
    """What a site keeps in a folder, and in a database of this name."""

    folder: Path
    name: str

    @property
    def environment(self) -> dict[str, str]:
        known = server()
        url = (
            POSTGRES.format(**known | {"NAME": self.name, "PORT": known["PORT"] or 5432})
            if known
            else f"sqlite:///{self.folder / 'db.sqlite3'}"
        )
        inherited = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        return inherited | {
            "SECRET_KEY": "for-tests-only-" * 4,
            "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
            "HTTPS": "off",
            "LOG_LEVEL": "ERROR",
            "DATABASE_URL": url,
            "MEDIA_ROOT": str(self.folder / "media"),
            "EMAIL_URL": f"filemail:///{self.folder / 'mail'}",
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        }

    def run(self, *command: str, **variables: str) -> str:
        """Run Python with these arguments to its end, and return what it wrote."""
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, *command],
            cwd=settings.BASE_DIR,
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-2_000:] + done.stderr[-4_000:]
        return done.stdout

    def do(self, module: str, *arguments: str, **variables: str) -> str:
        """Run a module of this folder in the site, and return what it wrote."""
        return self.run("-m", "tests.faults.run", module, *arguments, **variables)

    def create(self) -> None:
        if server():
            self.drop()
            ask(f'CREATE DATABASE "{self.name}"')
        self.run("manage.py", "migrate", "--verbosity", "0")

    def drop(self) -> None:
        if server():
            ask(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')


def new_site(folder: Path) -> Site:
    site = Site(folder, f"faults_{secrets.token_hex(4)}")
    site.create()
    return site
