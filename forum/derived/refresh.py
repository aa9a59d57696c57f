"""Writing anew what is marked as stale: at commit, before a read, or all of it."""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from forum.alone import lock_name
from forum.derived.registry import DERIVATIONS, Derivation, in_turn
from forum.derived.turning import is_new_day, turn
from forum.late import Overtaken, begin

# So many records are written anew in one transaction at first; then as many as take a moment, in
# seconds: nobody else who writes waits for longer. With so many more nothing more is spared.
BATCH, MOMENT, LARGEST = 100, 0.3, 500
# So many seconds all others may write between two batches: who waits looks more often than that.
PAUSE = 0.06
# A row may follow from one that follows from a record, and no further.
LONGEST_CHAIN = 2
# So many seconds a change waits for what follows from it; of a long list the rest is written by
# who shows it, by the next change, or by manage.py refresh_derived.
LONGEST_WAIT = 5


@dataclass
class Pace:
    """How many records are written anew in one transaction."""

    size: int

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Let the next batch be as large as takes a moment, by how long this one takes."""
        start = time.monotonic()
        yield
        taken = max(time.monotonic() - start, MOMENT / LARGEST)
        fitting = int(self.size * MOMENT / taken)
        self.size = max(1, min(fitting, 2 * self.size, LARGEST))


@dataclass
class State:
    """What a connection knows of its own marks: only that spares others any cost."""

    # Something was marked that the commit has not refreshed yet.
    is_pending: bool = False
    # Something was marked that a read in the same transaction would not see yet.
    is_unread: bool = False
    # The savepoints in which all was refreshed: rolled back to one of them, it has to once more.
    caught_up_in: tuple = ()
    # Rows are being written: what they follow from is as true as it gets.
    is_writing: bool = False


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
    if _state().is_writing:
        return
    today = timezone.localdate()
    if is_new_day(today) and turn(today):
        marked()
    state = _state()
    here = tuple(connection.savepoint_ids)
    if state.is_unread or here[: len(state.caught_up_in)] != state.caught_up_in:
        refresh()


def refresh(*, seconds: float = math.inf) -> int:
    """Write anew all that is marked, by whomever; then what follows from that in its turn.

    Returns how many marks are left when the time is over; each batch is a transaction.
    """
    until = time.monotonic() + seconds
    _state().caught_up_in = tuple(connection.savepoint_ids)
    for _round in range(LONGEST_CHAIN):
        eager = [each for each in in_turn() if not each.is_lazy]
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
    """Write some marked rows of a lazy derivation anew; returns how many records are left."""
    # What it reads may be derived itself.
    catch_up()
    derivation = DERIVATIONS[name]
    rows = _marks().filter(derivation=name)
    with suppress(Overtaken), _alone(derivation):
        keys = [*rows.order_by("key").values_list("key", flat=True).distinct()[:most]]
        _write(derivation, dict(rows.filter(key__in=keys).values_list("pk", "key")))
    return rows.values("key").distinct().count()


def rebuild(derivation: Derivation, tell: Callable[[int, int], None] = lambda *_: None) -> int:
    """Write all rows of a derivation anew, and tell how many records are done; returns that.

    Between its batches others write: what is killed in the middle goes on from its marks.
    """
    with _alone(derivation):
        derivation.sweep()
    keys = list(derivation.of._base_manager.order_by("pk").values_list("pk", flat=True))
    pace, done = Pace(BATCH), 0
    while done < len(keys):
        batch = keys[done : done + pace.size]
        mark(derivation, batch)
        _make_up(derivation, pace=pace)
        done += len(batch)
        tell(done, len(keys))
        _let_others_write()
    return len(keys)


def mark(derivation: Derivation, keys: Iterable[int]) -> None:
    """Say that the rows of the records with these keys are to be written anew."""
    stale = _marks().model
    _marks().bulk_create([stale(derivation=derivation.name, key=key) for key in keys])


def forget_unknown() -> None:
    """Remove the marks of what is no longer derived."""
    _marks().exclude(derivation__in=DERIVATIONS).delete()


def _make_up(derivation: Derivation, until: float = math.inf, pace: Pace | None = None) -> None:
    """Write anew what is marked, batch by batch, what was marked last first."""
    pace, is_more = pace or Pace(BATCH), True
    while is_more and time.monotonic() <= until:
        try:
            with pace.kept(), _alone(derivation):
                marks, is_more = _some_marks(derivation, pace.size)
                _write(derivation, marks)
        except Overtaken:
            is_more = True
        if is_more:
            _let_others_write()


def _write(derivation: Derivation, marks: Mapping[int, int]) -> None:
    """Write the rows of these marks anew, and remove exactly these.

    Whoever marks meanwhile has a row of their own, and refreshes after this. On SQLite the lock
    is only taken with the first write: raises Overtaken if somebody else, who may have read
    later, has written rows of these marks before that.
    """
    keys = sorted(derivation.spread({*marks.values()}))
    if len(keys) > len({*marks.values()}):
        # Of some of these there was no mark whose absence would tell.
        begin()
        keys = sorted(derivation.spread({*marks.values()}))
    with _writing():
        for start in range(0, len(keys), LARGEST):
            derivation.write(keys[start : start + LARGEST])
    removed, _by_model = _marks().filter(pk__in=marks).delete()
    if removed < len(marks):
        raise Overtaken


@contextmanager
def _writing() -> Iterator[None]:
    state = _state()
    state.is_writing = True
    try:
        yield
    finally:
        state.is_writing = False


def _let_others_write() -> None:
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        time.sleep(PAUSE)


def _some_marks(derivation: Derivation, most: int) -> tuple[dict[int, int], bool]:
    """The newest marks with all others of the same records, and whether there are more."""
    rows = _marks().filter(derivation=derivation.name)
    newest = list(rows.order_by("-pk").values_list("pk", "key")[: most + 1])
    if len(newest) <= most:
        return dict(newest), False
    keys = {key for _pk, key in newest[:most]}
    return dict(rows.filter(key__in=keys).values_list("pk", "key")), True


def _marks():
    return apps.get_model("forum", "Stale").objects


@contextmanager
def _alone(derivation: Derivation) -> Iterator[None]:
    """Let no other process write these rows until this transaction ends, then see what it did.

    On SQLite that begins with the first write.
    """
    with transaction.atomic():
        lock_name(derivation.name)
        yield
