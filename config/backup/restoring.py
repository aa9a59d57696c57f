"""Restoring an archive: all is built beside what is there, and then takes its place at once."""

import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.apps.registry import Apps
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connections, transaction

from config.backup import archive, encryption, files, places, rows, tables
from config.backup.archive import DAMAGED, Manifest
from config.backup.errors import BackupError

Tell = Callable[[str], None]
UNREADABLE = (LookupError, ValueError, TypeError, EOFError, zlib.error, ValidationError)


def check(path: Path, passphrase: str | None) -> Manifest:
    """Read a whole archive; raises BackupError if it is damaged or of a newer version."""
    with encryption.opened(path, passphrase) as source:
        manifest = archive.read(source)
    if unknown := places.unknown_migrations(manifest.migrations):
        raise BackupError(
            f"The archive is of another version of Entente ({manifest.application}): this one does"
            f" not know its migration {unknown[0]}. Install that version or a later one."
        )
    return manifest


def restore(path: Path, *, passphrase: str | None, replace: bool, tell: Tell) -> Manifest:
    """Make the site what it was; raises BackupError, and then all is as before.

    What is there already is replaced only if that is said.
    """
    root = Path(settings.MEDIA_ROOT)
    tell("Verifying")
    manifest = check(path, passphrase)
    if not replace:
        _refuse(root)
    root.mkdir(parents=True, exist_ok=True)
    with files.alone(root, "restore into"), _incoming(root) as incoming:
        files.room(root, sum(m.size for n, m in manifest.members.items() if _is_file(n)))
        with places.building() as alias:
            _build(alias, path, manifest, passphrase, incoming, tell)
            tell("Changing over")
            _change_over(alias, root, path.absolute())
    for cache in caches.all():
        cache.clear()
    return manifest


@contextmanager
def _incoming(root: Path) -> Iterator[Path]:
    incoming = files.prepare(root)
    try:
        yield incoming
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def _refuse(root: Path) -> None:
    has_files = root.exists() and next(files.walk(root), None)
    if has_files or tables.has_records():
        raise BackupError(
            "This site has records or files already, which would all be replaced. Make a backup of"
            " them, then say --yes."
        )


def _is_file(name: str) -> bool:
    return name.startswith(archive.FILES)


def _build(
    alias: str, path: Path, manifest: Manifest, passphrase: str | None, incoming: Path, tell: Tell
) -> None:
    """Write database and files beside those of the site, complete and checked."""
    tell("Making the tables")
    apps = places.migrate_to(alias, manifest.migrations)
    counted: dict[str, int] = {}

    def take(name: str, source: BinaryIO) -> None:
        if name == archive.ROWS:
            counted.update(rows.load(alias, source, apps, tell))
        elif _is_file(name):
            _extract(incoming / name.removeprefix(archive.FILES), source)

    opened = encryption.opened(path, passphrase)
    with _sentences(), opened as source, transaction.atomic(using=alias):
        archive.read(source, take)
        _finish_tables(alias, apps, manifest, counted)
    if places.migrate_on(alias):
        tell("Migrated to this version")
    # No migration makes the tables of caches.
    call_command("createcachetable", database=alias, verbosity=0)
    with connections[alias].cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def _sentences() -> Iterator[None]:
    """Say in a sentence what is wrong with rows."""
    try:
        yield
    except UNREADABLE as error:
        raise BackupError(f"{DAMAGED}: its rows cannot be read ({error}).") from error
    except IntegrityError as error:
        raise BackupError(f"The rows do not fit together: {str(error).strip()}.") from error


def _extract(path: Path, source: BinaryIO) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as out:
        shutil.copyfileobj(source, out, archive.CHUNK)


def _finish_tables(alias: str, apps: Apps, manifest: Manifest, counted: dict[str, int]) -> None:
    for label, table in manifest.tables.items():
        if counted.get(label, 0) != table["rows"]:
            raise BackupError(f"{DAMAGED}: it does not hold all rows of {label}.")
        rows.set_last_key(alias, apps.get_model(label), table["last_key"])
    connections[alias].check_constraints()


def _change_over(alias: str, root: Path, path: Path) -> None:
    """Put what was built in the place of what is there; what a kill leaves, a second run ends."""
    files.mark(root, path)
    try:
        places.take_over(alias)
    except BaseException:
        files.finish(root)
        raise
    files.place(root)
    files.finish(root)
