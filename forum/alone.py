"""What one process at a time may do, though others go on writing meanwhile."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Wait for whoever does what has this name, in a transaction; a process that dies lets go."""
    if connection.vendor == "sqlite":
        # Not the lock of the database, for which all who write would have to wait.
        with Path(f"{connection.settings_dict['NAME']}-{name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            with transaction.atomic():
                yield
    else:
        with transaction.atomic():
            lock_name(name)
            yield


def lock_name(name: str) -> None:
    """Keep the name to this transaction, on Postgres."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [name])
