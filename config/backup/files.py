"""The folder of uploads: what belongs in an archive, and putting another in its place."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import Storage

from config.backup.errors import BackupError

# Folders in that of the uploads, so that a move between them is a renaming.
INCOMING = ".restoring"
OUTGOING = ".replaced"
# Written before the first renaming, removed after the last: which archive is being restored.
MARKER = ".restoring-from"


def walk(root: Path) -> Iterator[str]:
    """The names of all files below, in order; nothing whose first part begins with a dot.

    Links are left out: they may lead anywhere.
    """
    for folder, names, files in os.walk(root):
        here = Path(folder)
        hidden = {name for name in names if here == root and name.startswith(".")}
        names[:] = sorted({*names} - hidden)
        for name in sorted(files):
            path = here / name
            if path.is_file() and not path.is_symlink() and not (here == root and name[0] == "."):
                yield path.relative_to(root).as_posix()


def interrupted(root: Path) -> str | None:
    """The archive from which a restore was begun and not ended."""
    marker = root / MARKER
    return marker.read_text().strip() if marker.exists() else None


def prepare(root: Path) -> Path:
    """An empty folder for the files that are to come, without the leftovers of an earlier try."""
    incoming = root / INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    return incoming


def place(root: Path) -> None:
    """Put the files that came in the place of all that are there.

    Killed in the middle, it leaves a marker; the same restore, run again, makes an end of it.
    """
    outgoing, incoming = root / OUTGOING, root / INCOMING
    outgoing.mkdir(exist_ok=True)
    for path in [*root.iterdir()]:
        if not path.name.startswith("."):
            _discard(outgoing / path.name)
            path.rename(outgoing / path.name)
    for path in [*incoming.iterdir()]:
        path.rename(root / path.name)
    sync(root)


def mark(root: Path, archive: Path) -> None:
    """Say on the disk which archive is about to take the place of what is there."""
    (root / MARKER).write_text(f"{archive}\n")
    os.sync()


def finish(root: Path) -> None:
    """Remove what was replaced, and the marker."""
    (root / MARKER).unlink(missing_ok=True)
    for name in (INCOMING, OUTGOING):
        shutil.rmtree(root / name, ignore_errors=True)


def _discard(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def alone(folder: Path, what: str) -> Iterator[None]:
    """Raises BackupError while another process does the same there."""
    with (folder / ".backup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BackupError(f"Another {what} {folder} is running.") from error
        yield


def sync(path: Path) -> None:
    """Let what a folder or file holds reach the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def named(storage: Storage, name: str) -> str | None:
    """Where a file that a row names lies in the folder; None if it is kept elsewhere."""
    try:
        path = Path(storage.path(name))
        return path.relative_to(settings.MEDIA_ROOT).as_posix()
    except (NotImplementedError, SuspiciousOperation, ValueError):
        return None


def room(folder: Path, size: int) -> None:
    """Raises BackupError if so many bytes do not fit on the disk of the folder."""
    free = shutil.disk_usage(folder).free
    if free < size:
        raise BackupError(
            f"{size / 1e6:,.0f} MB are needed in {folder}, and {free / 1e6:,.0f} MB are free there."
        )
