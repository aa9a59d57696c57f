"""Django's SQLite, on which a transaction takes the one write lock with its first write.

Until then it only reads, and sees what others commit, as on Postgres. Django would take the lock
at the beginning, and keep all other writers waiting while a form is checked.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Hashable

from django.db.backends.sqlite3 import base, features, operations

# What a statement begins with that writes nothing, and what it ends with to be alone all the same.
READS = re.compile(r"[\s(]*(SELECT|PRAGMA|EXPLAIN)\b", re.IGNORECASE)
ALONE = "/* FOR UPDATE */"
TAKE_LOCK = "BEGIN IMMEDIATE"


# How long whoever waits for the lock sleeps before asking again, at first and at last, in seconds.
# SQLite itself sleeps ever longer, so that whoever came last is served first.
LONGEST_NAP, SHORTEST_NAP = 0.05, 0.002


class Cursor(base.SQLiteCursorWrapper):
    """Begins the transaction that waits for a write, if it is given one."""

    wrapper: "DatabaseWrapper"

    def execute(self, query, params=None):
        self._begin_for(query)
        if query == TAKE_LOCK:
            return self._wait_for_the_lock()
        return super().execute(query, params)

    def executemany(self, query, param_list):
        self._begin_for(query)
        return super().executemany(query, param_list)

    def _begin_for(self, query: str) -> None:
        if self.wrapper.is_waiting and (ALONE in query or not READS.match(query)):
            self.wrapper.begin()

    def _wait_for_the_lock(self):
        """Ask for it ever more often: whoever has waited longest is served first."""
        longest = self.wrapper.settings_dict["OPTIONS"].get("timeout", 5)
        until, nap = time.monotonic() + longest, LONGEST_NAP
        super().execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    return super().execute(TAKE_LOCK)
                except sqlite3.OperationalError as error:
                    is_busy = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
                    if not is_busy or time.monotonic() > until:
                        raise
                time.sleep(nap)
                nap = max(SHORTEST_NAP, nap * 0.9)
        finally:
            super().execute(f"PRAGMA busy_timeout = {longest * 1000:.0f}")


class DatabaseFeatures(features.DatabaseFeatures):
    has_select_for_update = True
    has_select_for_update_of = True
    has_select_for_no_key_update = True


class DatabaseOperations(operations.DatabaseOperations):
    def for_update_sql(self, nowait=False, skip_locked=False, of=(), no_key=False):
        return ALONE


class DatabaseWrapper(base.DatabaseWrapper):
    """`begin()` takes the lock now; what was asked for by `at_begin()` is done then, first."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The statements that open the transaction and its savepoints, until they are executed.
        self._waiting: list[str] = []
        self._at_begin: dict[Hashable, Callable[[], None]] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether a transaction is open that has not written anything."""
        return bool(self._waiting)

    def begin(self) -> None:
        """Take the lock, if a transaction is open that has not done so."""
        if not self._waiting:
            return
        statements, self._waiting = self._waiting, []
        try:
            self._execute(statements[:1])
        except BaseException:
            self._waiting = statements
            raise
        asked, self._at_begin = self._at_begin, {}
        for function in asked.values():
            function()
        self._execute(statements[1:])

    def at_begin(self, key: Hashable, function: Callable[[], None]) -> None:
        """Do this as soon as the lock is taken; not at all, if it never is."""
        self._at_begin[key] = function

    def not_at_begin(self, key: Hashable) -> None:
        """Do not do what was asked for under this key."""
        self._at_begin.pop(key, None)

    def _execute(self, statements: list[str]) -> None:
        with self.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def create_cursor(self, name=None):
        cursor = self.connection.cursor(factory=Cursor)
        cursor.wrapper = self
        return cursor

    def _start_transaction_under_autocommit(self):
        self._waiting = [TAKE_LOCK]

    def _savepoint(self, sid):
        if not self._waiting:
            super()._savepoint(sid)
        else:
            self._waiting.append(self.ops.savepoint_create_sql(sid))

    def _savepoint_rollback(self, sid):
        if not self._waiting:
            super()._savepoint_rollback(sid)
        else:
            del self._waiting[self._waiting.index(self.ops.savepoint_create_sql(sid)) + 1 :]

    def _savepoint_commit(self, sid):
        if not self._waiting:
            super()._savepoint_commit(sid)
        else:
            del self._waiting[self._waiting.index(self.ops.savepoint_create_sql(sid)) :]

    def _commit(self):
        self._forget()
        return super()._commit()

    def _rollback(self):
        self._forget()
        return super()._rollback()

    def _close(self):
        self._forget()
        return super()._close()

    def _forget(self) -> None:
        self._waiting, self._at_begin = [], {}
