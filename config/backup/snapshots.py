"""A state of the database that stands still, while others go on writing."""

import gzip
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.postgresql.client import DatabaseClient

from config.backup import tables
from config.backup.errors import BackupError

ALIAS = "backup"
# Where a restore builds, on Postgres: no part of the site.
BUILDING = "entente_restoring"


@dataclass(frozen=True)
class Snapshot:
    """A second connection, which sees that state, and the database's own dump of the same."""

    alias: str
    native: Path | None


@contextmanager
def connected(alias: str, **changed) -> Iterator[str]:
    """A further connection like the site's but for these settings."""
    connections.settings[alias] = {**deepcopy(connections.settings["default"]), **changed}
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias], connections.settings[alias]


@contextmanager
def snapshot(folder: Path, *, native: bool) -> Iterator[Snapshot]:
    """Hold a state of the site's database; what it needs of the disk lies in the folder.

    Raises BackupError if there are changes of the schema to be made, or no client program.
    """
    vendor = connections["default"].vendor
    with (_of_sqlite if vendor == "sqlite" else _of_postgres)(folder, native) as taken:
        yield taken


@contextmanager
def _of_sqlite(folder: Path, native: bool) -> Iterator[Snapshot]:
    path, dump = folder / "snapshot.sqlite3", folder / "native" if native else None
    copy = sqlite3.connect(path)
    connections["default"].ensure_connection()
    # In one step: a writer in between would make it begin again.
    connections["default"].connection.backup(copy)
    copy.execute("PRAGMA journal_mode=DELETE")
    existing = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    for name in existing.intersection(tables.left_out()):
        copy.execute(f'DELETE FROM "{name}"')  # noqa: S608
    copy.commit()
    # What was deleted or erased is still in free pages.
    copy.execute("VACUUM")
    copy.close()
    if dump:
        with path.open("rb") as source, gzip.open(dump, "wb", compresslevel=6) as out:
            shutil.copyfileobj(source, out)
    with connected(ALIAS, NAME=str(path), OPTIONS={}) as alias:
        yield Snapshot(alias, dump)


@contextmanager
def _of_postgres(folder: Path, native: bool) -> Iterator[Snapshot]:
    with connected(ALIAS) as alias, transaction.atomic(using=alias):
        with connections[alias].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (name,) = cursor.fetchone()
        yield Snapshot(alias, _pg_dump(alias, name, folder / "native") if native else None)


def _pg_dump(alias: str, snapshot: str, path: Path) -> Path:
    """The dump of pg_dump, of the state that the connection sees."""
    settings = connections[alias].settings_dict
    arguments, env = DatabaseClient.settings_to_cmd_args_env(settings, [])
    _check_version(connections[alias].pg_version // 10_000)
    without = [f"--exclude-table-data={name}" for name in tables.left_out()]
    command = [
        *("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"),
        *(f"--exclude-schema={BUILDING}", *without, f"--file={path}", *arguments[1:]),
    ]
    done = subprocess.run(  # noqa: S603
        command, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"pg_dump failed: {done.stderr.strip()}")
    return path


def _check_version(server: int) -> None:
    if not shutil.which("pg_dump"):
        raise BackupError(
            "pg_dump is missing: install the client programs of Postgres (Debian:"
            " postgresql-client), or leave its dump out with --rows-only."
        )
    said = subprocess.run(["pg_dump", "--version"], capture_output=True, text=True, check=True)  # noqa: S607
    found = re.search(r"(\d+)", said.stdout)
    if found and int(found[1]) < server:
        raise BackupError(
            f"pg_dump is of version {found[1]}, the server of version {server}: install client"
            " programs at least as new, or leave its dump out with --rows-only."
        )
