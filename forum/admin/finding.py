"""Finding rows of what the site's search does not find by itself: members, parties, citations.

Their lists join nothing: a word stands in a column of the row, or what the row names has it.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Model, Q

from forum.derived import catch_up
from forum.search.find import kind_of, named
from forum.search.words import LONGEST_QUERY

# Each word is some conditions more: no database takes a thousand of them.
WORDS = 8


def says(model: type[Model], fields: Iterable[str], text: str) -> Q:
    """Rows of which each word stands in some of these fields, or in the names behind them."""
    catch_up()
    places = _places(model, fields)
    found = Q()
    for word in text[:LONGEST_QUERY].split()[:WORDS]:
        found &= reduce(or_, (_has(place, word) for place in places.items()))
    return found


def _places(model: type[Model], fields: Iterable[str]) -> dict[tuple[str, type[Model]], list[str]]:
    """The columns that are looked through, by the relations that lead to them, if any."""
    places = defaultdict(list)
    for field in fields:
        path, other, column = "", model, field
        while "__" in column and not (path and kind_of(other)):
            name, column = column.split("__", 1)
            path = f"{path}__{name}" if path else name
            other = other._meta.get_field(name).related_model
        places[path, other].append(column)
    return places


def _has(place, word: str) -> Q:
    """Whether the word stands there: the search knows the names of some, in any spelling."""
    (path, other), columns = place
    keys = named(other, word) if path else None
    if keys is not None:
        return Q(**{f"{path}__in": keys})
    said = reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))
    if not path:
        return said
    return Q(**{f"{path}__in": other._default_manager.order_by().filter(said).values("pk")})
