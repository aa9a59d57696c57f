"""Rows that follow from records: declared by each app, marked and refreshed in one way.

An app says in its `derived.py` what follows from which records and how. A change through any
door marks the records concerned as stale: in its own transaction, one row of `Stale` for each, so
that a crash loses nothing. At commit they are written anew, all together, and whoever reads before
that catches up first. `manage.py refresh_derived` takes up what was left, or writes all anew.

Doors are a record's save and delete, lists of related records, and the querysets of records with
update, bulk_create and bulk_update. What changes by itself when a day has come (`turns_after`) is
marked by whoever reads first on that day. SQL by hand is none, and a fixture brings its own rows
along.
"""

from forum.derived.marks import changing, created, derive, derive_also, going
from forum.derived.refresh import catch_up, refresh_some
from forum.derived.registry import DERIVATIONS, READERS, Derivation
from forum.derived.turning import turns_after, turns_on

__all__ = [
    "DERIVATIONS",
    "READERS",
    "Derivation",
    "catch_up",
    "changing",
    "created",
    "derive",
    "derive_also",
    "going",
    "refresh_some",
    "turns_after",
    "turns_on",
]
