"""Narrowing a list by what its records have in common, with the number that each choice leaves.

Every choice is a link, so that a narrowed list can be shared, and taken back one by one. Which
values a record has, and how many records have each, are derived rows: a list, however long it is,
costs what its page shows.
"""

from forum.search.facets.choosing import AllChoices
from forum.search.facets.kinds import (
    UNDATED,
    AskedFacet,
    ChoiceFacet,
    CountryFacet,
    Facet,
    ManyWaysFacet,
    RecordFacet,
    YearFacet,
)
from forum.search.facets.narrowing import CHOOSE, WORDS, Choice, Chosen, Filters, Group
from forum.search.facets.rows import LISTS, RecordList, narrowable

__all__ = [
    "CHOOSE",
    "LISTS",
    "UNDATED",
    "WORDS",
    "AllChoices",
    "AskedFacet",
    "Choice",
    "ChoiceFacet",
    "Chosen",
    "CountryFacet",
    "Facet",
    "Filters",
    "Group",
    "ManyWaysFacet",
    "RecordFacet",
    "RecordList",
    "YearFacet",
    "narrowable",
]
