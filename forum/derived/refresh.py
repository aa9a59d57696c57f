"""Writing anew what is marked as stale: at commit, before a read, or all of it."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction

from forum.derived.registry import DERIVATIONS, Derivation

BATCH = 500
# A row may follow from one that follows from a record, and no further.
LONGEST_CHAIN = 2
# So many seconds a change waits for what follows from it; of a long list the rest is written by
# who shows it, by the next change, or by manage.py refresh_derived.
LONGEST_WAIT = 5


@dataclass
class State:
    """What a connection knows of its own marks: only that spares others any cost."""

    # Something was marked that the commit has not refreshed yet.
    is_pending: bool = False
    # Something was marked that a read in the same transaction would not see yet.
    is_unread: bool = False
    # The savepoints in which a read caught up: rolled back to one of them, it has to once more.
    caught_up_in: tuple = ()


def _state() -> State:
    if not hasattr(connection, "derived"):
        connection.derived = State()
    return connection.derived


def marked() -> None:
    """Remember that something was marked, and refresh it at commit.

    An error then is logged and undoes nothing: the marks stay for the next refresh.
    """
    state = _state()
    state.is_pending = state.is_unread = True
    # Each time: a savepoint that is rolled back takes its callbacks along.
    transaction.on_commit(_at_commit, robust=True)


def _at_commit() -> None:
    if _state().is_pending:
        connection.derived = State()
        refresh(seconds=LONGEST_WAIT)


def catch_up() -> None:
    """Let a read in the transaction of a change see what follows from it."""
    state = _state()
    here = tuple(connection.savepoint_ids)
    if state.is_unread or here[: len(state.caught_up_in)] != state.caught_up_in:
        state.is_unread, state.caught_up_in = False, here
        refresh()


def refresh(*, seconds: float = math.inf) -> int:
    """Write anew all that is marked, by whomever; then what follows from that in its turn.

    Returns how many marks are left when the time is over; each batch is a transaction.
    """
    until = time.monotonic() + seconds
    for _round in range(LONGEST_CHAIN):
        eager = [each for each in DERIVATIONS.values() if not each.is_lazy]
        marks = _marks().filter(derivation__in=[each.name for each in eager]).order_by()
        names = {*marks.values_list("derivation", flat=True).distinct()}
        _state().is_unread = False
        for derivation in eager:
            if derivation.name in names:
                _make_up(derivation, until)
        if time.monotonic() > until:
            return marks.count()
        if not _state().is_unread:
            break
    return 0


def refresh_some(name: str, most: int = BATCH) -> int:
    """Write anew some marked rows of a lazy derivation; returns how many records are left."""
    derivation = DERIVATIONS[name]
    with _alone(derivation):
        marked = _marks().filter(derivation=name)
        keys = [*marked.order_by("key").values_list("key", flat=True).distinct()[:most]]
        derivation.write(sorted(derivation.spread({*keys})))
        marked.filter(key__in=keys).delete()
        return marked.values("key").distinct().count()


def rebuild(derivation: Derivation, tell: Callable[[int, int], None] = lambda *_: None) -> int:
    """Write all rows of a derivation anew, and tell how many records are done; returns that."""
    with _alone(derivation):
        derivation.sweep()
        _make_up(derivation)
    keys = list(derivation.of._base_manager.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        with _alone(derivation):
            derivation.write(keys[start : start + BATCH])
        tell(min(start + BATCH, len(keys)), len(keys))
    return len(keys)


def forget_unknown() -> None:
    """Remove the marks of what is no longer derived."""
    _marks().exclude(derivation__in=DERIVATIONS).delete()


def _make_up(derivation: Derivation, until: float = math.inf) -> None:
    """Write anew what is marked, batch by batch, what was marked last first."""
    is_more = True
    while is_more and time.monotonic() <= until:
        with _alone(derivation):
            marks, is_more = _some_marks(derivation)
            keys = sorted(derivation.spread({*marks.values()}))
            for start in range(0, len(keys), BATCH):
                derivation.write(keys[start : start + BATCH])
            # Exactly these: who marks meanwhile has a row of their own, and refreshes after this.
            _marks().filter(pk__in=marks).delete()


def _some_marks(derivation: Derivation) -> tuple[dict[int, int], bool]:
    """The newest marks with all others of the same records, and whether there may be more."""
    rows = _marks().filter(derivation=derivation.name)
    marks = dict(rows.order_by("-pk").values_list("pk", "key")[:BATCH])
    if len(marks) < BATCH:
        return marks, False
    return dict(rows.filter(key__in={*marks.values()}).values_list("pk", "key")), True


def _marks():
    return apps.get_model("forum", "Stale").objects


@contextmanager
def _alone(derivation: Derivation) -> Iterator[None]:
    """Let no other process write these rows until this transaction ends, then see what it did.

    A transaction of SQLite has the database to itself anyway.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [derivation.name])
        yield
