"""Preparing a query: a function that builds it, called once for each kind of reader and of values.

What the function is given are keys, lists of keys and names, and nothing else may differ between
two calls but the language of the reader and the day: those two have statements of their own.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, update_wrapper
from itertools import count
from weakref import WeakSet

from django.core.signals import setting_changed
from django.db.models import Count, QuerySet
from django.db.models import Value as Constant
from django.utils import timezone
from django.utils.translation import get_language

from forum.derived import catch_up
from forum.prepared.related import relations_of
from forum.prepared.statements import Statement, compiled, stand_in

Value = int | str | Sequence[int] | None
# Of one value its type, or None for no value; of several how many there is room for.
Shape = type | int | None
# So many statements are kept of a query: its languages, times a few lengths of lists.
KEPT = 32


class Prepared:
    """A query whose SQL is made once; a call gives its rows, with all that they bring along."""

    everyone: "WeakSet[Prepared]" = WeakSet()

    def __init__(self, build: Callable[..., QuerySet]):
        update_wrapper(self, build)
        self.build = build
        # The language and the day are not read here: they are what the query depends on.
        self._statement = lru_cache(KEPT)(self._compile)
        self.everyone.add(self)

    def __call__(self, *given: Value) -> list:
        # What is derived has to be there, as if the queryset were built now.
        catch_up()
        shapes = tuple(map(_shape, given))
        statement, relations = self._statement(get_language(), timezone.localdate(), shapes)
        rows = statement.rows(_flat(given, shapes))
        for relation in relations:
            relation.bring(rows)
        return rows

    def forget(self) -> None:
        self._statement.cache_clear()

    def _compile(self, _language, _day, shapes: Sequence[Shape]) -> tuple[Statement, list]:
        numbers = count()
        given = [_stand_ins(shape, numbers) for shape in shapes]
        queryset = self.build(*given)
        lookups = queryset._prefetch_related_lookups
        relations = relations_of(queryset.model, lookups, Prepared)
        return compiled(queryset, _flat(given, shapes)), relations


def prepared(build: Callable[..., QuerySet]) -> Prepared:
    """Make SQL of the queryset that this function builds once, and ask with the values given."""
    return Prepared(build)


def number_of(rows: QuerySet) -> QuerySet:
    """How many rows there are, as a query that can be prepared: it gives a single number."""
    alike = rows.order_by().prefetch_related(None).annotate(alike=Constant(1)).values("alike")
    return alike.annotate(number=Count("pk")).values_list("number", flat=True)


def _shape(given: Value) -> Shape:
    if given is None or isinstance(given, (int, str)):
        return None if given is None else str if isinstance(given, str) else int
    # Lists of up to 1, 2, 4, 8 … keys share a statement.
    return 1 << (len(given) - 1).bit_length() if given else 0


def _stand_ins(shape: Shape, numbers: Iterator[int]) -> Value:
    if isinstance(shape, int):
        return [stand_in(next(numbers), int) for _each in range(shape)]
    return None if shape is None else stand_in(next(numbers), shape)


def _flat(given: Sequence[Value], shapes: Sequence[Shape]) -> list:
    """All values; a list is filled up with its last key, which changes nothing."""
    flat = []
    for each, shape in zip(given, shapes, strict=True):
        if isinstance(shape, int):
            flat += [*each, *[*each][-1:] * (shape - len(each))]
        elif shape is not None:
            flat.append(each)
    return flat


def _forget_all(**_change) -> None:
    """A setting may be in any query; only tests change one."""
    for each in Prepared.everyone:
        each.forget()


setting_changed.connect(_forget_all)
