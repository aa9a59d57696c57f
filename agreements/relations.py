"""What two countries, or two institutions, have with each other, gathered from every record."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.choices import CommitmentState, Status
from agreements.models import Agreement, Commitment, Outcome
from delegations.attendance import events_of, events_of_country, people_at, sides_of_events
from forum.choices import DatePrecision
from forum.countries import country_name
from forum.facets import Choice, Chosen, Group
from forum.models import Event, Figure
from forum.texts import said

# The kinds of entries, each with its name and the date that places it in time.
KINDS = {
    "event": (_("Events"), "starts_on"),
    "agreement": (_("Documents"), "concluded_on"),
    "outcome": (_("Outcomes"), "happened_on"),
    "commitment": (_("Promises"), "due_on"),
}
PRECISION = {
    "event": "date_precision",
    "agreement": "concluded_on_precision",
    "outcome": "happened_on_precision",
}
# Where on the page of their event or document the parts of it stand.
PARTS = {"outcome": "#outcomes", "commitment": "#commitments"}
UNDATED = "none"


@dataclass(frozen=True)
class CountrySide:
    """A country, by its code in capitals."""

    code: str

    def __str__(self):
        return country_name(self.code)

    def get_absolute_url(self):
        return reverse("relation-country", args=[self.code.lower()])

    def events(self) -> QuerySet:
        return events_of_country(self.code)

    def agreements(self) -> QuerySet:
        return Agreement.objects.published().of_country(self.code)

    def came(self, path: str) -> Q:
        """Who came for the country or for an institution there, by the lookup of the row."""
        seat = {"institution__country": self.code, "institution__is_published": True}
        # A speaker or member names no country; only the delegation does.
        named = Q(**{f"{path}country": self.code}) if path else Q()
        return named | Q(**{f"{path}{lookup}": value for lookup, value in seat.items()})


@dataclass(frozen=True)
class InstitutionSide:
    """A published institution."""

    institution: object

    def __str__(self):
        return said(self.institution, "name")

    @property
    def code(self) -> str:
        return self.institution.country

    def get_absolute_url(self):
        return self.institution.get_absolute_url()

    def events(self) -> QuerySet:
        return events_of(self.institution)

    def agreements(self) -> QuerySet:
        return Agreement.objects.published().of_institution(self.institution)

    def came(self, path: str) -> Q:
        return Q(**{f"{path}institution": self.institution})


@dataclass
class Entry:
    """A record in the time line; `record` is brought along for those that are shown."""

    kind: str
    day: dt.date | None
    key: int
    record: object = None

    @property
    def year(self) -> int | None:
        return self.day.year if self.day else None

    @property
    def precision(self) -> str:
        """How exactly its day is known."""
        return getattr(self.record, PRECISION.get(self.kind, ""), DatePrecision.DAY)

    @property
    def title_field(self) -> str:
        return "text" if self.kind == "commitment" else "title"

    @property
    def what(self) -> str:
        """What it is, in words."""
        record = self.record
        if self.kind == "event" and record.visit_kind:
            return record.get_visit_kind_display()
        if self.kind == "commitment":
            return _("promise")
        if self.kind == "agreement":
            return record.get_instrument_display()
        return record.get_kind_display()

    @property
    def subject(self):
        """The published event or document that an outcome or promise comes from; else itself."""
        if self.kind not in PARTS:
            return self.record
        found = (self.record.event, self.record.agreement)
        return next(subject for subject in found if subject and subject.is_published)

    @property
    def is_overdue(self) -> bool:
        return self.kind == "commitment" and self.record.is_overdue(timezone.localdate())

    @property
    def url(self) -> str:
        return f"{self.subject.get_absolute_url()}{PARTS.get(self.kind, '')}"

    @property
    def place(self) -> tuple:
        """Its place in the time line: the newest first, those without a date last."""
        ordinal = self.day.toordinal() if self.day else 0
        return -ordinal, list(KINDS).index(self.kind), -self.key


class Dossier:
    """Everything of which all the sides are part; of one side, everything that it is part of."""

    def __init__(self, *sides):
        self.sides = sides
        events, agreements = Event.objects.published(), Agreement.objects.published()
        for side in sides:
            events = events.filter(pk__in=side.events().values("pk"))
            agreements = agreements.filter(pk__in=side.agreements().values("pk"))
        of_these = Q(event__in=events.values("pk")) | Q(agreement__in=agreements.values("pk"))
        self.records = {
            "event": events,
            "agreement": agreements,
            "outcome": Outcome.objects.filter(of_these),
            "commitment": Commitment.objects.public().filter(of_these),
        }

    @cached_property
    def entries(self) -> list[Entry]:
        """All that there is, without the records themselves."""
        found = [
            Entry(kind, day, key)
            for kind, (_label, date) in KINDS.items()
            for key, day in self.records[kind].order_by().values_list("pk", date)
        ]
        return sorted(found, key=lambda entry: entry.place)

    @property
    def counts(self) -> Counter:
        """How many entries there are of each kind."""
        return Counter(entry.kind for entry in self.entries)

    @property
    def in_force(self) -> int:
        """How many of the agreements are in force today."""
        statuses = self.records["agreement"].with_status().order_by().values_list("status")
        counts = dict(statuses.annotate(Count("pk")))
        return counts.get(Status.IN_FORCE, 0) + counts.get(Status.EXPIRING, 0)

    @property
    def kept(self) -> int:
        """How many of the promises were kept."""
        return self.records["commitment"].filter(state=CommitmentState.FULFILLED).count()

    @cached_property
    def people(self) -> list:
        """The published officials who took part in the events for any of the sides."""
        return list(people_at(self.records["event"], self.sides).in_order())

    @property
    def figures(self) -> QuerySet:
        """The numbers that the record follows, as somebody stated them of the two countries."""
        codes = [side.code for side in self.sides if isinstance(side, CountrySide)]
        figures = Figure.objects.filter(country__in=codes, other_country__in=codes)
        return figures.filter(is_preferred=True).select_related("source")

    def bring(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries with their records, in a few queries for any number of them."""
        entries = list(entries)
        listed = {
            "event": lambda records: records.for_listing(),
            "agreement": lambda records: records.for_listing(),
        }
        for kind, records in self.records.items():
            keys = [entry.key for entry in entries if entry.kind == kind]
            rows = listed.get(kind, _with_subject)(records).in_bulk(keys)
            for entry in entries:
                if entry.kind == kind:
                    entry.record = rows.get(entry.key)
        return [entry for entry in entries if entry.record]


def _with_subject(records: QuerySet) -> QuerySet:
    return records.select_related("event", "agreement")


# What the entries can be narrowed by: what it is called, and its value in the address.
FACETS = {
    "kind": (_("Kind"), lambda entry: entry.kind),
    "year": (_("Year"), lambda entry: f"{entry.year:04}" if entry.day else UNDATED),
}


class Narrowed:
    """The entries of a dossier that a visitor's choices leave, and what more they could choose.

    A kind or year that does not occur is no choice, and leaves everything.
    """

    def __init__(self, entries: list[Entry], query: QueryDict):
        self.all = entries
        given = {name: query.get(name, "").strip() for name in FACETS}
        known = {"kind": KINDS, "year": {*map(FACETS["year"][1], entries)}}
        self.given = {name: value for name, value in given.items() if value in known[name]}

    def __bool__(self):
        return bool(self.given)

    @property
    def entries(self) -> list[Entry]:
        return self._without(None)

    def _without(self, name: str | None) -> list[Entry]:
        """The entries that the choices leave but for the one of that name."""
        chosen = {each: value for each, value in self.given.items() if each != name}
        return [
            entry
            for entry in self.all
            if all(FACETS[each][1](entry) == value for each, value in chosen.items())
        ]

    @property
    def groups(self) -> list[Group]:
        """The choices that would leave something, each with how much."""
        return [Group(label, self._choices(name)) for name, (label, _value) in FACETS.items()]

    def _choices(self, name: str) -> list[Choice]:
        counts = Counter(map(FACETS[name][1], self._without(name)))
        # The entries stand in time, so that the years do too.
        order = KINDS if name == "kind" else list(counts)
        chosen = self.given.get(name)
        return [
            Choice(
                _label(name, value),
                counts[value],
                self._url(name, None if value == chosen else value),
                value == chosen,
            )
            for value in order
            if counts[value]
        ]

    @property
    def chosen(self) -> list[Chosen]:
        return [
            Chosen(FACETS[name][0], _label(name, value), self._url(name), is_known=True)
            for name, value in self.given.items()
        ]

    def _url(self, name: str, value: str | None = None) -> str:
        query = QueryDict(mutable=True)
        query.update({each: given for each, given in self.given.items() if each != name})
        if value:
            query[name] = value
        return f"?{query.urlencode()}"


def _label(name: str, value: str) -> str:
    if name == "kind":
        return KINDS[value][0]
    return _("no date") if value == UNDATED else value.lstrip("0")


@dataclass(frozen=True)
class Pair:
    """Two countries by their codes in order, and how many events and agreements they share."""

    codes: tuple[str, str]
    events: int
    agreements: int

    def get_absolute_url(self):
        return reverse("relation-pair", args=[code.lower() for code in self.codes])

    @property
    def names(self) -> list[str]:
        return [country_name(code) for code in self.codes]

    def partner_of(self, code: str) -> str:
        """The other country's code."""
        return next(other for other in self.codes if other != code)


def pairs(code: str | None = None) -> list[Pair]:
    """The pairs of countries that have something, or of one country; the most first."""
    events, agreements = Event.objects.published(), Agreement.objects.published()
    if code:
        events, agreements = events_of_country(code), agreements.of_country(code)
    sides = agreements.order_by().with_sides().values_list("pk", "side")
    shared_events, shared_agreements = _shared(sides_of_events(events)), _shared(sides)
    found = [
        Pair(codes, shared_events[codes], shared_agreements[codes])
        for codes in {*shared_events, *shared_agreements}
        if code is None or code in codes
    ]
    return sorted(found, key=lambda pair: (-pair.events - pair.agreements, pair.names))


def _shared(rows: Iterable[tuple[int, str]]) -> Counter:
    """Map each pair of codes to how many records both occur in."""
    codes = defaultdict(set)
    for key, code in rows:
        if code:
            codes[key].add(code)
    return Counter(pair for each in codes.values() for pair in combinations(sorted(each), 2))


def of_parties(parties) -> list[tuple[str, str]]:
    """The dossiers that an agreement of two countries or institutions belongs to: (name, url)."""
    codes = sorted({party.public_side for party in parties} - {""})
    known = {party.public_institution for party in parties} - {None}
    institutions = sorted(known, key=lambda institution: institution.slug)
    found = []
    if len(codes) == 2:
        sides = [CountrySide(code) for code in codes]
        found.append((sides, Pair(tuple(codes), 0, 0).get_absolute_url()))
    if len(institutions) == 2:
        slugs = [institution.slug for institution in institutions]
        sides = [InstitutionSide(institution) for institution in institutions]
        found.append((sides, reverse("institution-relations", args=slugs)))
    return [(" – ".join(map(str, sides)), url) for sides, url in found]
