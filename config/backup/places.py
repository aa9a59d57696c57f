"""Where a database is built beside the site's, and how it takes its place in one transaction.

On SQLite that is a file, whose pages are then copied over those of the site's database; on Postgres
a schema of its own, whose tables are then moved into that of the site. Until that moment the site
reads and writes what it had; a process that is killed before leaves nothing but the building.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import QuerySet

from config.backup import tables
from config.backup.errors import BackupError
from config.backup.snapshots import BUILDING, connected

ALIAS = "restoring"
# So many seconds the change waits for those who are writing.
LONGEST_WAIT = 60


@contextmanager
def building() -> Iterator[str]:
    """An empty database of the site's kind; it is gone afterwards."""
    live = connections["default"]
    with (_sqlite_file if live.vendor == "sqlite" else _postgres_schema)(live) as alias:
        yield alias


@contextmanager
def _sqlite_file(live) -> Iterator[str]:
    path = Path(live.settings_dict["NAME"]).absolute()
    # Always the same, so that the next restore removes what one that was killed left.
    folder = path.with_name(f".{path.name}-restoring")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    options = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"}
    try:
        with connected(ALIAS, NAME=str(folder / "database"), OPTIONS=options) as alias:
            yield alias
    finally:
        shutil.rmtree(folder)


@contextmanager
def _postgres_schema(live) -> Iterator[str]:
    options = {**live.settings_dict["OPTIONS"]}
    options["options"] = f"{options.get('options', '')} -c search_path={BUILDING}".strip()
    _drop_schema(live)
    with live.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {BUILDING}")
    try:
        with connected(ALIAS, OPTIONS=options) as alias:
            yield alias
    finally:
        _drop_schema(live)


def _drop_schema(live) -> None:
    with live.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {BUILDING} CASCADE")


def unknown_migrations(applied: list[list[str]]) -> list[str]:
    """Those that this version of the software does not have."""
    disk = MigrationExecutor(connections["default"]).loader.disk_migrations
    return [f"{app}.{name}" for app, name in applied if (app, name) not in disk]


def migrate_to(alias: str, applied: list[list[str]]) -> Apps:
    """Make the tables as they were when these migrations were applied, all empty; their models."""
    executor = MigrationExecutor(connections[alias])
    nodes = {(app, name) for app, name in applied}
    # The last of each app alone: an earlier one as a target would take back the later ones.
    earlier = {parent for node in nodes for parent in _parents(executor.loader.graph, node)}
    state = executor.migrate(sorted(nodes - earlier))
    for model in tables.all_models(state.apps):
        # What a migration wrote is in the archive, too, as it was by then.
        written = QuerySet(model, using=alias)
        if written.exists():
            written._raw_delete(alias)
    return state.apps


def _parents(graph, node: tuple[str, str]) -> set[tuple[str, str]]:
    """The migrations of the same app that come directly before one."""
    return {parent.key for parent in graph.node_map[node].parents if parent.key[0] == node[0]}


def migrate_on(alias: str) -> bool:
    """Apply what this version adds to the state of an archive; whether there was any."""
    executor = MigrationExecutor(connections[alias])
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", database=alias, verbosity=0)
    return True


def take_over(alias: str) -> None:
    """Let the database that was built be the site's, in one transaction.

    Raises BackupError if somebody writes for a minute, or if something that is not the site's
    hangs on the old tables; then nothing has changed.
    """
    live, built = connections["default"], connections[alias]
    try:
        (_copy_pages if live.vendor == "sqlite" else _move_tables)(live, built)
    except DatabaseError as error:
        raise BackupError(
            f"The old tables cannot be replaced: {str(error).strip()}. Stop the site and try again."
        ) from error


def _copy_pages(live, built) -> None:
    until = time.monotonic() + LONGEST_WAIT

    def wait(*_progress):
        if time.monotonic() > until:
            raise BackupError("The database is being written to: stop the site and try again.")

    live.ensure_connection()
    built.connection.backup(live.connection, progress=wait)


MOVE = """
    SELECT format('ALTER TABLE %%I.%%I SET SCHEMA %%I', n.nspname, c.relname, %s)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = %s AND c.relkind IN ('r', 'p')
    UNION ALL
    SELECT format('ALTER ROUTINE %%s SET SCHEMA %%I', p.oid::regprocedure, %s)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = %s
"""
SAME_ROUTINES = """
    SELECT format('DROP ROUTINE %%s', old.oid::regprocedure)
    FROM pg_proc old JOIN pg_proc new ON old.proname = new.proname
        AND old.proargtypes = new.proargtypes
    WHERE old.pronamespace = %s::regnamespace AND new.pronamespace = %s::regnamespace
"""


@transaction.atomic
def _move_tables(live, built) -> None:
    new = tables.existing_tables(built.alias)
    old = tables.existing_tables(live.alias)
    ours = {*live.introspection.django_table_names(), MigrationRecorder.Migration._meta.db_table}
    dropped = ", ".join(f'"{name}"' for name in sorted(old & (new | ours)))
    with live.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LONGEST_WAIT}s'")
        cursor.execute("SELECT current_schema()")
        (home,) = cursor.fetchone()
        if dropped:
            cursor.execute(f"DROP TABLE {dropped}")
        for query, names in ((SAME_ROUTINES, (home, BUILDING)), (MOVE, (home, BUILDING) * 2)):
            cursor.execute(query, names)
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
        cursor.execute(f"DROP SCHEMA {BUILDING}")
