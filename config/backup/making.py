"""Making an archive: written beside its place, verified, then renamed into it.

The state of the database comes first, then the files: a file is there before the row that names it
is saved, so all that the rows name are in the archive, with some that came later. If one was
deleted in between, all begins again.
"""

import datetime as dt
import os
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import connections, models
from django.db.migrations.executor import MigrationExecutor

from config.backup import archive, encryption, files, rows, tables
from config.backup.archive import Manifest, Writer
from config.backup.encryption import Encrypting
from config.backup.errors import BackupError
from config.backup.snapshots import snapshot

Tell = Callable[[str], None]
TRIES = 3
WORK = ".backup-"


class _DeletedError(BackupError):
    """A file that the rows name was deleted while they were copied."""


def make(target: Path, *, passphrase: str | None, native: bool, tell: Tell) -> Manifest:
    """Write an archive of the site as it is now; raises BackupError and leaves nothing behind."""
    _refuse(target)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _work_in(target.parent) as work:
        for attempt in range(TRIES):
            try:
                made = _write(work / "archive", passphrase, native, tell)
                break
            except _DeletedError:
                if attempt == TRIES - 1:
                    raise
        tell("Verifying")
        with encryption.opened(work / "archive", passphrase) as source:
            archive.read(source)
        (work / "archive").rename(target)
        files.sync(target.parent)
    return made


def _refuse(target: Path) -> None:
    root = Path(settings.MEDIA_ROOT).resolve()
    if target.exists():
        raise BackupError(f"{target} is there already, and is not overwritten.")
    if target.resolve().is_relative_to(root):
        raise BackupError(f"{target} lies in the folder of uploads: keep backups elsewhere.")
    if begun := files.interrupted(root):
        raise BackupError(
            f"A restore was interrupted, and the site is half of what it should be. First run:"
            f" manage.py restore {begun} --yes"
        )
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BackupError("The database is not migrated. First run: manage.py migrate")


@contextmanager
def _work_in(folder: Path) -> Iterator[Path]:
    """A folder to work in, which is gone afterwards, as are those of backups that were killed."""
    with files.alone(folder, "backup into"):
        for left in folder.glob(f"{WORK}*/"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=WORK, dir=folder) as work:
            yield Path(work)


def _write(path: Path, passphrase: str | None, native: bool, tell: Tell) -> Manifest:
    with tempfile.TemporaryDirectory(dir=path.parent) as work, _out(path, passphrase) as out:
        writer, now = Writer(out), dt.datetime.now(dt.UTC)
        tell("Copying the database")
        with snapshot(Path(work), native=native) as state:
            made = Manifest(
                application=_version(),
                made_at=now.isoformat(timespec="seconds"),
                engine=connections["default"].vendor,
                migrations=tables.applied_migrations(state.alias),
                left_out=tables.left_out(),
            )
            lines = Path(work) / "rows"
            made.tables = rows.dump(state.alias, lines, tell)
            named = _named(state.alias)
        _add(writer, archive.ROWS, lines)
        if state.native:
            _add(writer, archive.NATIVE, state.native)
        made.missing = _add_files(writer, named, tell)
        writer.close(made)
    return made


@contextmanager
def _out(path: Path, passphrase: str | None) -> Iterator[BinaryIO]:
    with path.open("wb") as raw:
        path.chmod(0o600)
        out = Encrypting(raw, passphrase) if passphrase else raw
        yield out
        if isinstance(out, Encrypting):
            out.close()
        raw.flush()
        os.fsync(raw.fileno())


def _add(writer: Writer, name: str, path: Path) -> None:
    with path.open("rb") as source:
        writer.add(name, source, os.fstat(source.fileno()).st_size)


def _add_files(writer: Writer, named: set[str], tell: Tell) -> list[str]:
    """Write all files; those that rows name and that were not there before either."""
    root, added, size = Path(settings.MEDIA_ROOT), set(), 0
    for name in files.walk(root):
        try:
            _add(writer, archive.FILES + name, root / name)
        except FileNotFoundError:
            continue
        added.add(name)
        size += writer.members[archive.FILES + name].size
        tell(f"{len(added):,} files, {size / 1e6:,.0f} MB")
    missing = named - added
    # A row goes before its file does.
    if missing - _named("default"):
        raise _DeletedError("Files are being deleted all the time: try again later.")
    return sorted(missing)


def _named(alias: str) -> set[str]:
    """The files in the folder of uploads that rows name."""
    return {
        found
        for model in tables.kept_models()
        for column, storage in tables.file_columns(model).items()
        for name in models.QuerySet(model, using=alias).values_list(column, flat=True)
        if name and (found := files.named(storage, name))
    }


def _version() -> str:
    project = (settings.BASE_DIR / "pyproject.toml").read_text()
    return tomllib.loads(project)["project"]["version"]
