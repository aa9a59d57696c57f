"""Archives to measure on: made once for each size and kind of database, then used again."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psycopg2

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / ".benchmarks"
SQLITE = "sqlite"


@dataclass(frozen=True)
class Archive:
    """A database with so many events: a file, or one at a Postgres server."""

    events: int
    # The address of the server without a database, or SQLITE.
    server: str

    @property
    def kind(self) -> str:
        return SQLITE if self.server == SQLITE else "postgres"

    @property
    def name(self) -> str:
        return f"entente_bench_{self.events}"

    def url(self, name: str) -> str:
        if self.server == SQLITE:
            return f"sqlite:///{FOLDER / name}.sqlite3"
        return f"{self.server.rstrip('/')}/{name}"

    def environment(self, **variables: str) -> dict[str, str]:
        return self._environment(self.name, **variables)

    def _environment(self, name: str, **variables: str) -> dict[str, str]:
        inherited = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        return inherited | {
            "SECRET_KEY": "for-benchmarks-only-" * 3,
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "HTTPS": "off",
            "SECOND_FACTOR": "off",
            "DATABASE_URL": self.url(name),
            "MEDIA_ROOT": str(FOLDER / "media"),
            "STATIC_ROOT": str(FOLDER / "static"),
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.pages.settings",
            **variables,
        }

    def make(self) -> None:
        """Make it if it is not there, under another name until it is whole."""
        FOLDER.mkdir(exist_ok=True)
        if not self._exists(self.name):
            draft = f"{self.name}_draft"
            self._drop(draft)
            self._create(draft)
            environment = self._environment(draft)
            run(environment, "manage.py", "migrate", "--verbosity", "0")
            run(environment, "manage.py", "make_archive", "--events", str(self.events))
            self._rename(draft, self.name)
        run(self.environment(), "manage.py", "migrate", "--verbosity", "0")
        run(self.environment(), "manage.py", "collectstatic", "--no-input", "--verbosity", "0")

    def _file(self, name: str) -> Path:
        return FOLDER / f"{name}.sqlite3"

    def _exists(self, name: str) -> bool:
        if self.server == SQLITE:
            return self._file(name).exists()
        return bool(self._ask("SELECT 1 FROM pg_database WHERE datname = %s", name))

    def _drop(self, name: str) -> None:
        if self.server == SQLITE:
            self._file(name).unlink(missing_ok=True)
        else:
            self._ask(f'DROP DATABASE IF EXISTS "{name}"')

    def _create(self, name: str) -> None:
        if self.server != SQLITE:
            self._ask(f'CREATE DATABASE "{name}"')

    def _rename(self, name: str, to: str) -> None:
        if self.server == SQLITE:
            self._file(name).rename(self._file(to))
        else:
            self._ask(f'ALTER DATABASE "{name}" RENAME TO "{to}"')
            self._ask("VACUUM ANALYZE", database=to)

    def _ask(self, statement: str, *values: str, database: str = "postgres") -> list[tuple]:
        connection = psycopg2.connect(f"{self.server.rstrip('/')}/{database}")
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, values or None)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def backends(self) -> list[int]:
        """The processes of the server that serve this database."""
        if self.server == SQLITE:
            return []
        query = "SELECT pid FROM pg_stat_activity WHERE datname = %s"
        return [pid for (pid,) in self._ask(query, self.name)]


def run(environment: dict[str, str], *command: str) -> None:
    """Run Python with these arguments to its end; what it tells is seen."""
    subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)  # noqa: S603
