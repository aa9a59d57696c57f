"""A request that can be begun again looks first, and takes its locks when it writes.

On SQLite there is one lock for all who write. A view that asks for it here, with `lock()` or
`once.claim()`, gets it only with its first write; if somebody else was faster, that raises
Overtaken, and the view is called once more, alone from its beginning. Everywhere else, and on
Postgres, where a lock is of one record, whoever asks for one has it at once.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

_can_begin_again = ContextVar("can_begin_again", default=False)


class Overtaken(Exception):  # noqa: N818 - nothing is wrong
    """What was read before the lock was taken is no longer so: begin again."""


@contextmanager
def beginning_again() -> Iterator[None]:
    """Whoever is inside catches Overtaken, and does all of it again."""
    token = _can_begin_again.set(True)
    try:
        yield
    finally:
        _can_begin_again.reset(token)


class Asked(Exception):  # noqa: N818 - nothing is wrong
    """What was saved raises a question: all of it is taken back, and the view asks it."""


def is_looking() -> bool:
    """Whether nothing is written yet, and locks can wait for that."""
    return _can_begin_again.get() and getattr(connection, "is_waiting", False)


def begin() -> None:
    """Let nobody else write from now on, where only one can."""
    if hasattr(connection, "begin"):
        connection.begin()


def at_begin(key: Hashable, function: Callable[[], None]) -> None:
    """Do this before the first write; only for whoever is looking."""
    connection.at_begin(key, function)


def not_at_begin(key: Hashable) -> None:
    """Do not do what was asked for under this key."""
    if is_looking():
        connection.not_at_begin(key)
