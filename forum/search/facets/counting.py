"""How many records some choices leave, and what these have: exactly, unless they are many."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from forum.models import FacetChoice, FacetValue
from forum.search.facets.kinds import MOST, Counted, Facet
from forum.search.facets.rows import ALL


@dataclass(frozen=True)
class Chosen:
    """A choice by which a list is narrowed: the rows that say which records have it."""

    choices: tuple[int, ...]
    count: int

    @property
    def rows(self) -> QuerySet:
        return FacetValue.objects.filter(choice__in=self.choices)

    def where(self, key: str) -> Exists | Q:
        """That the record has it whose key stands in that column.

        What few have is best looked up first; what many have, of one record after the other.
        """
        if self.count <= MOST:
            return Q(**{f"{key}__in": self.rows.values("record")})
        return Exists(self.rows.filter(record=OuterRef(key)))


def kept(
    kinds: Iterable[str], facet: Facet, most: int, among: Iterable[str] | None = None
) -> list[tuple[str, int]]:
    """The first values of a facet in the whole list of today, with how many records have each."""
    rows = FacetChoice.objects.filter(kind__in=kinds, facet=facet.name, count__gt=0)
    if among is not None:
        rows = rows.filter(value__in=among)
    return list(rows.order_by(facet.first, "value").values_list("value", "count")[:most])


def totals(kinds: Iterable[str]) -> dict[str, int]:
    """How many records the whole lists of today have."""
    rows = FacetChoice.objects.filter(kind__in=kinds, facet=ALL[0], value=ALL[1])
    return dict.fromkeys(kinds, 0) | dict(rows.values_list("kind", "count"))


def having(kind: str, facet: Facet, value: str) -> Exists | Q:
    """That a record of the whole list of today has a value."""
    rows = FacetChoice.objects.filter(kind=kind, facet=facet.name, value=value)
    choices = dict(rows.values_list("pk", "count"))
    return Chosen(tuple(choices), sum(choices.values())).where("pk")


def counted(kind: str, keys: QuerySet, facets: Iterable[Facet] | None = None) -> Counted:
    """What these records have, of which there are at most MOST + 1."""
    rows = FacetValue.objects.filter(kind=kind, record__in=keys)
    if facets is not None:
        rows = rows.filter(choice__facet__in=[ALL[0], *(facet.name for facet in facets)])
    found: dict[str, list[tuple[str, int]]] = {}
    rows = rows.values_list("choice__facet", "choice__value").annotate(n=Count("pk"))
    for facet, value, number in rows.order_by("-n"):
        found.setdefault(facet, []).append((value, number))
    total = sum(number for _value, number in found.pop(ALL[0], []))
    return Counted(total, found)
