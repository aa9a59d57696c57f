"""All choices of a facet, on a page of their own."""

from collections.abc import Mapping

from forum.search.facets import counting
from forum.search.facets.kinds import Facet
from forum.search.facets.narrowing import FIND, Choice, Filters

# So many choices stand on the page; others are found by their names.
MOST = 300


class AllChoices:
    """The choices of a facet whose names have some words, or the most frequent of all."""

    def __init__(self, filters: Filters, facet: Facet, query: Mapping[str, str]):
        self.facet = facet
        self.words = query.get(FIND, "").strip()[:200]
        among = self._like(filters) if self.words else None
        values, is_many = filters.values_of(facet, MOST + 1, among)
        if is_many:
            # Of the records that are left only some were read: these are the choices of all.
            values = counting.kept(filters.kinds, facet, MOST + 1, among)
        self.is_cut = len(values) > MOST
        self.choices: list[Choice] = filters.choices(facet, values[:MOST], is_many)
        self.back = filters.address
        self.carried = filters.carried

    def _like(self, filters: Filters) -> set[str]:
        known = counting.kept(filters.kinds, self.facet, counting.MOST)
        return self.facet.like(self.words, [value for value, _count in known])
