"""The beginning of a list that may be long, and how many rows it has, by prepared queries."""

from collections.abc import Callable

from django.db.models import QuerySet

from forum.prepared.queries import number_of, prepared
from forum.records.pages import Some, some_of

Rows = Callable[[int], QuerySet]


def beginning(rows: Rows, most: int, counted: Rows | None = None) -> Callable[[int], Some]:
    """At most so many of the rows that a function gives for a key, and how many are counted."""
    first = prepared(lambda key: rows(key)[: most + 1])
    number = prepared(lambda key: number_of((counted or rows)(key)))
    return lambda key: some_of(first(key), most, lambda: number(key))
