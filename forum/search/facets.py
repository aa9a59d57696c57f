"""Narrowing a list by what its records have in common, with the number that each choice leaves.

Every choice is a link, so that a narrowed list can be shared, and taken back one by one.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from types import MappingProxyType

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forum.records.countries import choices_among, country_name
from forum.records.texts import alphabetical
from forum.records.translated import in_reading_language
from forum.search.find import Matches, matches

# Stands in an address for what has no date.
UNDATED = "none"
# The parameter of a list's search box.
WORDS = "q"


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

    def label_of(self, value: str, records: QuerySet) -> str | None:
        """What a choice is called; None if there is no such choice among the records."""
        raise NotImplementedError

    def narrow(self, queryset: QuerySet, value: str) -> QuerySet:
        # As a subquery: no join to multiply the rows of the list.
        rows = self.annotated(queryset.model.objects.all())
        rows = rows.filter(self.only, **{self.lookup: value})
        return queryset.filter(pk__in=rows.values("pk"))

    def counts(self, queryset: QuerySet) -> dict[str, int]:
        """How many of the records each choice leaves."""
        rows = self._rows(queryset).values_list(self.lookup)
        return dict(rows.annotate(Count("pk", distinct=True)))

    def pairs(self, queryset: QuerySet) -> QuerySet:
        """Each of the records with each of its values: (primary key, value)."""
        return self._rows(queryset).values_list("pk", self.lookup).distinct()

    def _rows(self, queryset: QuerySet) -> QuerySet:
        return self.annotated(queryset).order_by().filter(self.only)

    def choices(self, counts: dict[str, int]) -> list[tuple[str, str]]:
        """The choices that occur, in the order to show them."""
        raise NotImplementedError


@dataclass(frozen=True)
class ChoiceFacet(Facet):
    """By a field with choices, in their order."""

    among: type = None

    def label_of(self, value, records):
        return dict(self.among.choices).get(value)

    def choices(self, counts):
        return [
            (value, capfirst(label)) for value, label in self.among.choices if counts.get(value)
        ]


@dataclass(frozen=True)
class CountryFacet(Facet):
    """By a country, in the alphabetical order of the reader's language."""

    def label_of(self, value, records):
        name = country_name(value)
        return name if name != value else None

    def choices(self, counts):
        return choices_among(counts)


@dataclass(frozen=True)
class ManyWaysFacet(CountryFacet):
    """By a country to which any of several ways leads from a record: each a facet of its own."""

    ways: tuple[Facet, ...] = ()

    def narrow(self, queryset, value):
        everything = queryset.model.objects.all()
        found = [Q(pk__in=way.narrow(everything, value).values("pk")) for way in self.ways]
        return queryset.filter(reduce(or_, found))

    def counts(self, queryset):
        first, *others = (way.pairs(queryset) for way in self.ways)
        return Counter(value for _key, value in first.union(*others))


@dataclass(frozen=True)
class YearFacet(Facet):
    """By a year, the newest first, and last by none."""

    def label_of(self, value, records):
        if value == UNDATED:
            return _("no date")
        return value if value.isdecimal() and len(value) == 4 and int(value) else None

    def narrow(self, queryset, value):
        if value != UNDATED:
            return super().narrow(queryset, value)
        return self.annotated(queryset).filter(**{f"{self.lookup}__isnull": True})

    def counts(self, queryset):
        return {year or UNDATED: count for year, count in super().counts(queryset).items()}

    def choices(self, counts):
        years = sorted((year for year in counts if year != UNDATED), reverse=True)
        undated = [(UNDATED, _("no date"))] if UNDATED in counts else []
        return [*((str(year), str(year)) for year in years), *undated]


@dataclass(frozen=True)
class RecordFacet(Facet):
    """By a related record, known by its slug; the most frequent first."""

    def narrow(self, queryset, value):
        rows = queryset.model.objects.filter(self.only, **{f"{self.lookup}__slug": value})
        return queryset.filter(pk__in=rows.values("pk"))

    def label_of(self, value, records):
        rows = self._labelled(records, **{f"{self.lookup}__slug": value})
        return rows.values_list("label", flat=True).first()

    def counts(self, queryset):
        rows = self._labelled(queryset, **{f"{self.lookup}__isnull": False})
        rows = rows.values_list(f"{self.lookup}__slug", "label")
        counted = rows.annotate(count=Count("pk", distinct=True))
        return {(slug, label): count for slug, label, count in counted}

    def _labelled(self, queryset, **lookups):
        label = in_reading_language(f"{self.lookup}__name")
        return queryset.order_by().filter(self.only, **lookups).annotate(label=label)

    def choices(self, counts):
        return sorted(counts, key=lambda row: (-counts[row], alphabetical(row[1])))


@dataclass(frozen=True)
class Choice:
    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class Chosen:
    """What the list is narrowed by, with the address of the list without it."""

    label: str
    value: str
    url: str
    is_known: bool
    # How many records there were without it.
    count: int | None = None


class Filters:
    """What a visitor has narrowed a list by, and what more they could."""

    def __init__(
        self,
        query: QueryDict,
        records: QuerySet,
        facets: Iterable[Facet],
        kind: str,
        also: Mapping[str, str] = MappingProxyType({}),
    ):
        """Narrow records of a kind; every address keeps the parameters in `also`."""
        self.also = also
        self.query, self.all, self.facets, self.kind = query, records, facets, kind
        self.words = query.get(WORDS, "").strip()
        given = {facet: query.get(facet.name, "").strip() for facet in facets}
        self._labels = {
            facet: facet.label_of(value, records) for facet, value in given.items() if value
        }
        self._given = given
        self._values = {facet: given[facet] for facet, label in self._labels.items() if label}

    @cached_property
    def _matches(self) -> Matches:
        return matches(self.kind, self.words)

    @property
    def records(self) -> QuerySet:
        """The records that the choices leave; a choice that does not exist leaves all."""
        return self._narrowed()

    def _narrowed(self, *, but: Facet | str | None = None) -> QuerySet:
        records = self.all
        if self.words and but != WORDS:
            records = records.filter(pk__in=self._matches.keys)
        for facet, value in self._values.items():
            if facet is not but:
                records = facet.narrow(records, value)
        return records

    def __bool__(self):
        return bool(self.words or self._labels)

    def shown(self, total: int) -> "Filters":
        """Itself, with all that a page of so many records shows of it already read."""
        _read = (self.groups, self.chosen, self.could_be_loosened if not total else ())
        return self

    @cached_property
    def groups(self) -> list[Group]:
        """For each facet the choices that would leave something."""
        groups = [Group(facet.label, self._choices(facet)) for facet in self.facets]
        return [group for group in groups if group.choices]

    def _choices(self, facet: Facet) -> list[Choice]:
        rows = self.all.model.objects.filter(pk__in=self._narrowed(but=facet).values("pk"))
        counts = facet.counts(rows)
        by_value = {str(k[0] if isinstance(k, tuple) else k): n for k, n in counts.items()}
        chosen = self._values.get(facet)
        return [
            Choice(
                label,
                by_value[value],
                self._url(facet.name, None if value == chosen else value),
                value == chosen,
            )
            for value, label in facet.choices(counts)
        ]

    @cached_property
    def chosen(self) -> list[Chosen]:
        found = [
            Chosen(facet.label, label or self._given[facet], self._url(facet.name), bool(label))
            for facet, label in self._labels.items()
        ]
        if self.words:
            label = _("Similar names") if self._matches.are_similar else _("Words")
            found.insert(0, Chosen(label, self.words, self._url(WORDS), is_known=True))
        return found

    @cached_property
    def could_be_loosened(self) -> list[Chosen]:
        """Each choice whose removal would leave something, with how much."""
        loose = [
            Chosen(
                facet.label,
                self._labels[facet],
                self._url(facet.name),
                is_known=True,
                count=self._narrowed(but=facet).count(),
            )
            for facet in self._values
        ]
        if self.words:
            count = self._narrowed(but=WORDS).count()
            loose.append(Chosen(_("Words"), self.words, self._url(WORDS), True, count))
        return [each for each in loose if each.count]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The parameters that the search box hands on."""
        return [*self.also.items(), *((facet.name, each) for facet, each in self._values.items())]

    @property
    def address(self) -> str:
        """The query string of the list as it is now, without its page."""
        return self._url(WORDS, self.words or None)

    def _url(self, name: str, value: str | None = None) -> str:
        query = QueryDict(mutable=True)
        query.update(self.also)
        for facet, given in self._given.items():
            if given:
                query[facet.name] = given
        if self.words:
            query[WORDS] = self.words
        query.pop(name, None)
        if value:
            query[name] = value
        return f"?{query.urlencode()}"
