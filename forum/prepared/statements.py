"""A query as the SQL that Django made of it, with places for the values that change."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Model, QuerySet

# What stands for a value while the query is compiled; no record has such a key or such a name.
FIRST_KEY, NAME = 8_100_000_000_000_000_000, "\ue000{}"


def stand_in(number: int, kind: type) -> int | str:
    """What stands for the value with that number."""
    return NAME.format(number) if kind is str else FIRST_KEY + number


@dataclass(frozen=True)
class Statement:
    """How a queryset is asked for, and how its rows become what it gives."""

    model: type[Model]
    # What Django reads such rows with: as records, as tuples.
    reader: type
    # Empty for what no row can fulfil.
    sql: str = ""
    params: tuple = ()
    # For each parameter which of the given values stands there; None for one that never changes.
    places: tuple[int | None, ...] = ()
    # What Django's readers of rows take from a compiler.
    select: list = field(default_factory=list)
    klass_info: dict | None = None
    annotation_col_map: dict | None = None
    converters: dict = field(default_factory=dict)

    def rows(self, values: Sequence[int | str]) -> list:
        """The rows for these values, as the queryset gives them."""
        if not self.sql:
            return []
        params = [
            constant if place is None else values[place]
            for constant, place in zip(self.params, self.places, strict=True)
        ]
        alias = router.db_for_read(self.model)
        answer = _Answer(self, params, alias)
        asked = SimpleNamespace(
            db=alias,
            model=self.model,
            query=answer,
            _known_related_objects={},
        )
        return list(self.reader(asked))


class _Answer:
    """The rows of a statement, in the place of both a query and its compiler."""

    def __init__(self, statement: Statement, params: list, alias: str):
        self.statement, self.params, self.connection = statement, params, connections[alias]
        self.select, self.klass_info = statement.select, statement.klass_info
        self.annotation_col_map = statement.annotation_col_map

    def get_compiler(self, using: str) -> "_Answer":
        return self

    def execute_sql(self, **_how) -> list:
        with self.connection.cursor() as cursor:
            cursor.execute(self.statement.sql, self.params)
            return cursor.fetchall()

    def results_iter(self, results=None, *, tuple_expected=False, **_how):
        rows = self.execute_sql() if results is None else results
        return map(tuple, self._read(rows)) if tuple_expected else self._read(rows)

    def _read(self, rows):
        converters = [*self.statement.converters.items()]
        for row in map(list, rows):
            for place, (functions, expression) in converters:
                value = row[place]
                for convert in functions:
                    value = convert(value, expression, self.connection)
                row[place] = value
            yield row


def compiled(queryset: QuerySet, stand_ins: Sequence[int | str]) -> Statement:
    """The queryset as SQL; the stand-ins are what was given to it for values that change."""
    compiler = queryset.query.get_compiler(queryset.db)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return Statement(queryset.model, queryset._iterable_class)
    numbers = {value: number for number, value in enumerate(stand_ins)}
    places = tuple(numbers.get(each) if type(each) in (int, str) else None for each in params)
    if not {*numbers.values()} <= {*places}:
        raise ValueError(f"Not all values stand in the SQL as they were given: {sql}")
    return Statement(
        queryset.model,
        queryset._iterable_class,
        sql,
        tuple(params),
        places,
        compiler.select,
        compiler.klass_info,
        compiler.annotation_col_map,
        compiler.get_converters([column for column, *_rest in compiler.select]),
    )
