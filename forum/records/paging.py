"""Pages of a long list: each begins after a record or ends before one, and costs the same.

What is read begins at the record, by an index of the order, and never at the top of the list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from django.db.models import F, Index, Model, Q, QuerySet
from django.db.models.expressions import OrderBy


class OrderIndex(Index):
    """An index of an order. One of SQLite is told nothing of NULL: that is less than all else."""

    def create_sql(self, model, schema_editor, using="", **options):
        if schema_editor.connection.vendor != "sqlite":
            return super().create_sql(model, schema_editor, using, **options)
        plain = [OrderBy(each.expression, descending=each.descending) for each in self.expressions]
        index = Index(*plain, name=self.name)
        return index.create_sql(model, schema_editor, using, **options)


@dataclass(frozen=True)
class Column:
    """What a list is ordered by: a column or an annotation; what is not known comes last."""

    name: str
    falls: bool = False
    can_be_null: bool = False

    def order(self, backward: bool) -> OrderBy:
        nulls = {"nulls_first" if backward else "nulls_last": True} if self.can_be_null else {}
        return OrderBy(F(self.name), descending=self.falls != backward, **nulls)

    def at(self, value) -> Q:
        return Q(**{f"{self.name}__isnull": True} if value is None else {self.name: value})

    def beyond(self, value, backward: bool, *, or_at: bool = False) -> Q:
        """What comes after a known value."""
        lookup = "lt" if self.falls != backward else "gt"
        return Q(**{f"{self.name}__{lookup}{'e' if or_at else ''}": value})

    def then(self, value, backward: bool) -> list[Q]:
        """What comes after all that has this value, in its order."""
        known = Q(**{f"{self.name}__isnull": False})
        if value is None:
            return [known] if backward else []
        unknown = [~known] if self.can_be_null and not backward else []
        return [self.beyond(value, backward), *unknown]


@dataclass(frozen=True)
class Order:
    """By some columns, and by the primary key where these are alike."""

    columns: tuple[Column, ...]
    key: Column = Column("id")

    def by(self, *, backward: bool = False) -> list[OrderBy]:
        return [column.order(backward) for column in (*self.columns, self.key)]

    def place_of(self, records: QuerySet) -> tuple | None:
        """Where the only one of these records stands."""
        return records.order_by().values_list(*(c.name for c in self.columns), "pk").first()

    def after(self, place: Sequence, backward: bool) -> Iterator[Q]:
        """What follows a place, piece by piece, each of them one stretch of an index."""
        *values, key = place
        last, value = self.columns[-1], values[-1]
        same = [column.at(value) for column, value in zip(self.columns, values, strict=True)]
        # In one with the next ones: for most orders there are few with the same value.
        tied = self.key.beyond(key, backward)
        if value is not None:
            tied = last.beyond(value, backward, or_at=True) & (last.beyond(value, backward) | tied)
        yield Q(*same[:-1], tied, *([same[-1]] if value is None else []))
        for number in reversed(range(len(values))):
            following = self.columns[number].then(values[number], backward)
            is_read = number == len(values) - 1 and value is not None
            for piece in following[1:] if is_read else following:
                yield Q(*same[:number], piece)


def latest_first(column: str) -> Order:
    """By a day, with what has none at the end; its index is an OrderIndex of it."""
    return Order((Column(column, falls=True, can_be_null=True),), key=Column("id", falls=True))


@dataclass(frozen=True)
class Page:
    """Some records of a list, and whether there are others before and after them."""

    records: list[Model]
    has_previous: bool = False
    has_next: bool = False


def first_page(records: QuerySet, order: Order, size: int) -> Page:
    found = list(records.order_by(*order.by())[: size + 1])
    return Page(found[:size], has_next=len(found) > size)


def last_page(records: QuerySet, order: Order, size: int) -> Page:
    found = list(records.order_by(*order.by(backward=True))[: size + 1])
    return Page(found[:size][::-1], has_previous=len(found) > size)


def page_after(records: QuerySet, order: Order, size: int, place: Sequence) -> Page:
    found = _follow(records, order, size, place, backward=False)
    return Page(found[:size], has_previous=True, has_next=len(found) > size)


def page_before(records: QuerySet, order: Order, size: int, place: Sequence) -> Page:
    """The page that ends before a place; of the first one no less than all."""
    found = _follow(records, order, size, place, backward=True)
    if len(found) <= size:
        return first_page(records, order, size)
    return Page(found[:size][::-1], has_previous=True, has_next=True)


def _follow(records, order: Order, size: int, place: Sequence, *, backward: bool) -> list[Model]:
    by = order.by(backward=backward)
    pieces = (records.filter(piece).order_by(*by) for piece in order.after(place, backward))
    # A piece is only asked for if those before it do not fill the page.
    return list(islice(chain.from_iterable(pieces), size + 1))
