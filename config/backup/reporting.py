"""What the two commands tell whoever runs them."""

import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.db import DatabaseError

from config.backup.errors import BackupError

# So many seconds a line of progress stays at least.
SHORTEST = 0.2
SHORTEST_PASSPHRASE = 16


@contextmanager
def told() -> Iterator[None]:
    """Say why something failed; and let a command that is told to stop clean up behind it."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        yield
    except BackupError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise CommandError(f"It failed: {error.strerror or error}{where}.") from error
    except (DatabaseError, sqlite3.Error) as error:
        raise CommandError(f"It failed: {str(error).strip()}") from error
    finally:
        signal.signal(signal.SIGTERM, before)


def passphrase() -> str | None:
    """The passphrase, from the first line of the file that the settings name; None without one.

    Raises BackupError if the file cannot be read or the passphrase is short.
    """
    path = settings.BACKUP_PASSPHRASE_FILE
    if not path:
        return None
    try:
        found = Path(path).read_text().split("\n")[0].strip()
    except (OSError, UnicodeError) as error:
        raise BackupError(f"The passphrase cannot be read: {error}") from error
    if len(found) < SHORTEST_PASSPHRASE:
        raise BackupError(
            f"The passphrase in {path} is shorter than {SHORTEST_PASSPHRASE} characters."
        )
    return found


def required_passphrase() -> str:
    """The passphrase; raises BackupError if there is none."""
    if found := passphrase():
        return found
    raise BackupError("To encrypt, name the file with the passphrase in BACKUP_PASSPHRASE_FILE.")


class Progress:
    """A line on a terminal that says what is being done, and lines for what is done."""

    def __init__(self, out, verbosity: int):
        self._out, self._verbosity = out, verbosity
        self._is_live = bool(verbosity) and out.isatty()
        self._last = 0.0

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self._clear()

    def tell(self, text: str) -> None:
        now = time.monotonic()
        if self._is_live and now - self._last >= SHORTEST:
            self._last = now
            self._clear()
            self._out.write(text, ending="")
            self._out.flush()

    def done(self, text: str) -> None:
        self._clear()
        if self._verbosity:
            self._out.write(text)

    def _clear(self) -> None:
        if self._is_live:
            self._out.write("\r\x1b[K", ending="")
