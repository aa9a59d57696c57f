"""What lists can be narrowed by: which values a record has, and what they are called.

A value is kept as `FacetValue` has it; in an address it may stand otherwise.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import ClassVar

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forum.records.countries import choices_among, country_name
from forum.records.translated import columns, in_reading_language

# Stands in an address for what has no date.
UNDATED = "none"
# So many records are counted through; of more, only which choices some of them have is known.
MOST = 1_000


@dataclass(frozen=True)
class Counted:
    """How many records there are, and how many of them have each value of some facets."""

    total: int
    values: dict[str, list[tuple[str, int]]]

    @property
    def is_many(self) -> bool:
        """Whether only some of the records were counted."""
        return self.total > MOST

    def of(self, facet: str) -> list[tuple[str, int]]:
        return self.values.get(facet, [])


@dataclass(frozen=True)
class Written:
    """A value as a page writes it."""

    value: str
    label: str
    in_address: str


@dataclass(frozen=True)
class Facet:
    """Something that a list can be narrowed by, by way of a lookup from its records."""

    name: str
    label: str
    lookup: str
    # The records on which the lookup works, where it needs an annotation.
    annotated: Callable[[QuerySet], QuerySet] = lambda queryset: queryset
    # Which of the related rows count; in one filter with the lookup, so that it is of them.
    only: Q = field(default_factory=Q)
    # By what choices come first of which only some are shown.
    first: ClassVar[str] = "-count"
    # Whether only what a record has is a choice: whatever else there is, stays unsaid.
    is_closed: ClassVar[bool] = False

    def questions(self, records: QuerySet, keys: Collection[int]) -> list[QuerySet]:
        """What is to be asked for the values of the records with these keys; as many for any."""
        rows = self.annotated(records).order_by().filter(self.only)
        return [rows.values_list("pk", self.lookup).distinct()]

    def pairs(self, *answers: Iterable[tuple]) -> Iterable[tuple[int, str]]:
        """Each of the records with each of its values: (primary key, value), by the answers."""
        rows = chain(*answers)
        return ((key, str(value)) for key, value in rows if value not in ("", None))

    def find(self, given: str) -> Written | None:
        """What somebody chose in an address; None if there is no such choice."""
        raise NotImplementedError

    def written(self, values: Collection[str]) -> Iterator[Written]:
        """These values, in the order to show them."""
        raise NotImplementedError

    def like(self, words: str, values: Collection[str]) -> set[str]:
        """Those of the values whose names have the words."""
        wanted = words.casefold()
        return {each.value for each in self.written(values) if wanted in each.label.casefold()}


@dataclass(frozen=True)
class ChoiceFacet(Facet):
    """By a field with choices, in their order."""

    among: type = None

    def find(self, given):
        label = dict(self.among.choices).get(given)
        return Written(given, label, given) if label else None

    def written(self, values):
        for value, label in self.among.choices:
            if value in values:
                yield Written(value, capfirst(label), value)


@dataclass(frozen=True)
class CountryFacet(Facet):
    """By a country, in the alphabetical order of the reader's language."""

    def find(self, given):
        name = country_name(given)
        return Written(given, name, given) if name != given else None

    def written(self, values):
        return (Written(code, label, code) for code, label in choices_among(values))


@dataclass(frozen=True)
class ManyWaysFacet(CountryFacet):
    """By a country to which any of several ways leads from a record: each a facet of its own."""

    ways: tuple[Facet, ...] = ()

    def questions(self, records, keys):
        return [question for way in self.ways for question in way.questions(records, keys)]

    def pairs(self, *answers):
        return {*super().pairs(*answers)}


@dataclass(frozen=True)
class YearFacet(Facet):
    """By a year, the newest first, and last by none."""

    first: ClassVar[str] = "-value"

    def questions(self, records, keys):
        return [self.annotated(records).order_by().values_list("pk", self.lookup)]

    def pairs(self, rows):
        return ((key, f"{year:04}" if year else UNDATED) for key, year in rows)

    def find(self, given):
        is_year = given.isdecimal() and len(given) == 4 and int(given)
        value = given if given == UNDATED else f"{int(given):04}" if is_year else ""
        return next(self.written([value]), None) if value else None

    def written(self, values):
        for year in sorted((year for year in values if year != UNDATED), reverse=True):
            yield Written(year, str(int(year)), year)
        if UNDATED in values:
            yield Written(UNDATED, _("no date"), UNDATED)


@dataclass(frozen=True)
class RecordFacet(Facet):
    """By a related record, known by its slug; the most frequent first."""

    among: type[Model] = None
    is_closed: ClassVar[bool] = True

    def find(self, given):
        return next(self._written(slug=given), None)

    def written(self, values):
        found = {each.value: each for each in self._written(pk__in=values)}
        return (found[value] for value in values if value in found)

    def like(self, words, values):
        texts = [Q(**{f"{column}__icontains": words}) for column in columns("name")]
        found = self.among.objects.filter(Q(*texts, _connector=Q.OR)).order_by()
        return {str(key) for key in found.values_list("pk", flat=True)[:MOST]}

    def _written(self, **lookup) -> Iterator[Written]:
        rows = self.among.objects.filter(**lookup).order_by()
        rows = rows.annotate(label=in_reading_language("name")).values_list("pk", "slug", "label")
        return (Written(str(key), label, slug) for key, slug, label in rows)


@dataclass(frozen=True)
class AskedFacet(ChoiceFacet):
    """By what nobody keeps, since it is only true on the day that somebody asks for."""

    # The records with the value of that day, or those that have a certain one.
    rows: Callable[[str | None], QuerySet] = None

    def where(self, key: str, value: str) -> Exists:
        return Exists(self.rows(value).filter(pk=OuterRef(key)))

    def counted(self, keys: QuerySet) -> Counted:
        """How many of these records have each value."""
        rows = self.rows(None).filter(pk__in=keys).order_by().values_list(self.lookup)
        found = list(rows.annotate(n=Count("pk")).order_by("-n"))
        return Counted(sum(n for _value, n in found), {self.name: found})
