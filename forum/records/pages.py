"""What a view hands to its template."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Model, QuerySet
from django.http import Http404


def fetched(context: dict) -> dict:
    """The context with its querysets read: a template asks no database."""
    return {
        name: list(value) if isinstance(value, QuerySet) else value
        for name, value in context.items()
    }


def the_one(rows: list) -> Model:
    """The record of a page, where there is one: what is not found is a 404."""
    if not rows:
        raise Http404
    return rows[0]


@dataclass(frozen=True)
class Some:
    """The first rows of a list, whether it has others, and the number to be told of all."""

    rows: list
    is_more: bool
    total: int

    def __bool__(self):
        return bool(self.rows)

    def told(self, tell: Callable[[list], list]) -> "Some":
        """The same, with the rows as a page is told them."""
        return replace(self, rows=tell(self.rows))


NONE = Some([], is_more=False, total=0)


def some_of(rows: list, most: int, count: Callable[[], list[int]]) -> Some:
    """At most so many of these rows; only where one more was read are all of them counted."""
    is_more = len(rows) > most
    return Some(rows[:most], is_more, count()[0] if is_more else len(rows))


def together(*several: Some) -> Some:
    """What stands under one heading, as one."""
    return Some(
        rows=[row for some in several for row in some.rows],
        is_more=any(some.is_more for some in several),
        total=sum(some.total for some in several),
    )
