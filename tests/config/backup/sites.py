"""Sites of their own, each with a database and a folder of uploads, run by their commands."""

import json
import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlparse

import psycopg2
from django.conf import settings

PASSPHRASE = "correct horse battery staple"
# When a migration was applied here is no part of what is on record; sessions and what is cached
# are left out.
NOT_COMPARED = {
    *("django_migrations", "django_session", "usersessions_usersession", "forum_cached"),
}


@dataclass(frozen=True)
class Site:
    folder: Path
    url: str

    @property
    def media(self) -> Path:
        return self.folder / "media"

    @property
    def is_postgres(self) -> bool:
        return self.url.startswith("postgres")

    def environment(self) -> dict[str, str]:
        """As on a server: nothing of this process's environment reaches it."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        passphrase = self.folder / "passphrase"
        passphrase.write_text(PASSPHRASE)
        return kept | {
            "SECRET_KEY": "for-tests-only-" * 4,
            "ALLOWED_HOSTS": "localhost",
            "DATABASE_URL": self.url,
            "MEDIA_ROOT": str(self.media),
            "BACKUP_FOLDER": str(self.folder / "backups"),
            "BACKUP_PASSPHRASE_FILE": str(passphrase),
            "PYTHONWARNINGS": "ignore",
        }

    def command(self, *arguments) -> list[str]:
        return [sys.executable, "manage.py", *map(str, arguments)]

    def start(self, *arguments, **environment) -> subprocess.Popen:
        return subprocess.Popen(  # noqa: S603 - our own command
            self.command(*arguments),
            cwd=settings.BASE_DIR,
            env=self.environment() | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def manage(self, *arguments, preexec_fn=None, **environment) -> subprocess.CompletedProcess:
        return subprocess.run(  # noqa: S603 - our own command
            self.command(*arguments),
            cwd=settings.BASE_DIR,
            env=self.environment() | environment,
            preexec_fn=preexec_fn,
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, *arguments, **environment) -> str:
        """Run a command that must succeed; what it says."""
        done = self.manage(*arguments, **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuses(self, *arguments, **options) -> str:
        """Run a command that must fail with a sentence; that sentence."""
        done = self.manage(*arguments, **options)
        assert done.returncode == 1, done.stderr
        assert done.stderr.startswith("CommandError: "), done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr

    def connect(self):
        if self.is_postgres:
            return psycopg2.connect(self.url)
        return sqlite3.connect(urlparse(self.url).path)

    def rows(self) -> dict[str, list[str]]:
        """All rows of all tables, as the database itself gives them."""
        connection = self.connect()
        try:
            cursor = connection.cursor()
            cursor.execute(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                if self.is_postgres
                else "SELECT name FROM sqlite_master WHERE type = 'table'"
                # Pages of the index, in whatever order its rows came.
                " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'forum_searchindex_%'"
            )
            found = {}
            for name in sorted({name for (name,) in cursor.fetchall()} - NOT_COMPARED):
                cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608
                found[name] = sorted(repr([*map(_plain, row)]) for row in cursor.fetchall())
            return found
        finally:
            connection.close()

    def sessions(self) -> int:
        connection = self.connect()
        try:
            cursor = connection.cursor()
            cursor.execute("SELECT count(*) FROM django_session")
            return cursor.fetchone()[0]
        finally:
            connection.close()

    def records(self) -> list:
        """All records as Django writes fixtures of them, the same for each database."""
        # The last has no table.
        without = ("sessions.session", "usersessions.usersession", "forum.cached", "forum.right")
        text = self.run("dumpdata", *(f"--exclude={label}" for label in without))
        return sorted(json.loads(text), key=lambda record: (record["model"], str(record["pk"])))

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.media)): path.read_bytes()
            for path in self.media.rglob("*")
            if path.is_file() and path.name != ".backup.lock"
        }

    def leftovers(self) -> list[str]:
        """What a command that failed or was killed has left beside database and files."""
        return sorted(
            str(path.relative_to(self.folder))
            for path in self.folder.rglob(".*")
            if path.name != ".backup.lock"
        )


def _plain(value):
    return bytes(value) if isinstance(value, memoryview) else value
