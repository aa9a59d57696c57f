"""What two countries, or two institutions, have with each other, gathered from every record."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce, ExtractYear
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.choices import CommitmentState
from agreements.dossier.sides import CountrySide
from agreements.models import Agreement, Commitment, Outcome, Period
from delegations.attendance import people_at
from delegations.models import Official
from delegations.tallies import tallies
from forum.choices import DatePrecision
from forum.derived import catch_up
from forum.models import Event, Figure
from forum.records.figures import followed, told
from forum.records.texts import said

# The kinds of entries, each with its name and the date that places it in time. A figure of no day
# is one of the day of its event.
KINDS = {
    "event": (_("Events"), F("starts_on")),
    "agreement": (_("Agreements"), F("concluded_on")),
    "outcome": (_("Outcomes"), F("happened_on")),
    "commitment": (_("Commitments"), F("due_on")),
    "figure": (_("Figures"), Coalesce("as_of", "event__starts_on")),
}
PRECISION = {
    "event": "date_precision",
    "agreement": "concluded_on_precision",
    "outcome": "happened_on_precision",
    "figure": "as_of_precision",
}
# Where on the page of their event or document the parts of it stand.
PARTS = {"outcome": "#outcomes", "commitment": "#commitments"}
# Of how many of the newest events a page names those who took part, and how many of them.
MEETINGS, MOST_PEOPLE = 20, 60

# How many entries there are of a kind in a year; the year of what has no date is 0.
Counts = Counter[tuple[str, int]]


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
        if self.kind == "figure" and not self.record.as_of:
            return self.record.event.date_precision
        return getattr(self.record, PRECISION.get(self.kind, ""), DatePrecision.DAY)

    @property
    def title_field(self) -> str:
        return "text" if self.kind == "commitment" else "title"

    @property
    def title(self) -> str:
        return str(self.record) if self.kind == "figure" else said(self.record, self.title_field)

    @property
    def what(self) -> str:
        """What it is, in words."""
        record = self.record
        if self.kind == "event" and record.visit_kind:
            return record.get_visit_kind_display()
        if self.kind == "commitment":
            return _("commitment")
        if self.kind == "agreement":
            return record.get_instrument_display()
        return record.get_kind_display()

    @property
    def subject(self):
        """The published event or document that an outcome or promise comes from; else itself."""
        if self.kind == "figure":
            return self.record.event
        if self.kind == "outcome":
            return self.record.occasion
        return self.record.stands_in if self.kind == "commitment" else self.record

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


@dataclass(frozen=True)
class People:
    """Who took part in the newest events for any of the sides, and whether that is everybody."""

    shown: list[Official]
    are_all: bool


@dataclass(frozen=True)
class Summary:
    """A dossier in numbers, with who took part for any of the sides."""

    sides: tuple
    # How many entries there are of each kind.
    counts: Counter
    # How many of the agreements are in force today, and of the promises kept.
    in_force: int
    kept: int
    people: People
    # The numbers that the record follows, as somebody stated them of the two countries.
    figures: list[Figure]


class Dossier:
    """Everything of which all the sides are part; of one side, everything that it is part of."""

    def __init__(self, *sides):
        self.sides = sides
        catch_up()

    @cached_property
    def counts(self) -> Counts:
        """How many entries there are; of countries, events and agreements are counted already."""
        codes = [side.code for side in self.sides if isinstance(side, CountrySide)]
        found = Counter({(kind, year): n for kind, year, n in tallies(*codes)} if codes else {})
        for kind in KINDS:
            if not codes or kind not in ("event", "agreement"):
                found.update(self._counted(kind))
        return found

    def _counted(self, kind: str) -> dict[tuple[str, int], int]:
        year = ExtractYear(KINDS[kind][1])
        rows = self.records(kind).order_by().annotate(of_year=year).values_list("of_year")
        return {(kind, year or 0): count for year, count in rows.annotate(Count("pk"))}

    def records(self, kind: str, years: Collection[int] | None = None) -> QuerySet:
        """The records of a kind; of some years, if any are given."""
        if kind == "event":
            return self._of_all_sides(Event, years)
        if kind == "agreement":
            return self._of_all_sides(Agreement, years)
        events, agreements = self._keys(Event, None), self._keys(Agreement, None)
        if kind == "figure":
            found = Figure.objects.filter(pk__in=self._told)
        else:
            of_these = Q(event__in=events) | Q(agreement__in=agreements)
            rows = Outcome.objects.all() if kind == "outcome" else Commitment.objects.public()
            found = rows.filter(of_these)
        return found if years is None else found.alias(day=KINDS[kind][1]).filter(_within(years))

    @cached_property
    def _told(self) -> list[int]:
        """The figures of the events: each statement once, whoever repeats it."""
        figures = Figure.objects.filter(event__in=self._keys(Event, None))
        return [figure.pk for figure in told(figures.for_reading())]

    def _of_all_sides(self, model, years=None) -> QuerySet:
        """The published events or agreements that concern every side."""
        return model.objects.published().filter(pk__in=self._keys(model, years))

    def _keys(self, model, years: Collection[int] | None) -> QuerySet:
        """Their keys, by the rows that say who has a part in what: these are few and narrow."""
        name, found = model._meta.model_name, None
        for side in self.sides:
            rows = side.parts(model).order_by()
            rows = rows if years is None else rows.filter(year__in=years)
            rows = rows if found is None else rows.filter(**{f"{name}__in": found})
            found = rows.values(name)
        return found

    def _in_force(self) -> int:
        today = timezone.localdate()
        periods = Period.objects.filter(agreement__in=self._keys(Agreement, None))
        return periods.in_force_on_days([today])[today]

    def entries(self, kinds: Iterable[str], years: Collection[int]) -> list[Entry]:
        """All that there is of these kinds and years, without the records themselves."""
        found = [
            Entry(kind, day, key)
            for kind in kinds
            for key, day in self._days(kind, years).values_list("pk", "day")
        ]
        return sorted(found, key=lambda entry: entry.place)

    def _days(self, kind: str, years: Collection[int]) -> QuerySet:
        return self.records(kind, years).order_by().annotate(day=KINDS[kind][1])

    def summary(self) -> Summary:
        """What a page says of it beside its entries."""
        counts = Counter()
        for (kind, _year), count in self.counts.items():
            counts[kind] += count
        kept = self.records("commitment").filter(state=CommitmentState.FULFILLED)
        return Summary(
            sides=self.sides,
            counts=counts,
            in_force=self._in_force() if counts["agreement"] else 0,
            kept=kept.count() if counts["commitment"] else 0,
            people=self._people(),
            figures=self._figures(),
        )

    def _people(self) -> People:
        newest = self.records("event").newest_first().values_list("pk", flat=True)
        keys = list(newest[: MEETINGS + 1])
        people = people_at(Event.objects.filter(pk__in=keys[:MEETINGS]), self.sides).in_order()
        found = list(people[: MOST_PEOPLE + 1])
        are_all = len(keys) <= MEETINGS and len(found) <= MOST_PEOPLE
        return People(found[:MOST_PEOPLE], are_all)

    def _figures(self) -> list[Figure]:
        codes = [side.code for side in self.sides if isinstance(side, CountrySide)]
        figures = Figure.objects.filter(country__in=codes, other_country__in=codes)
        return followed(figures.for_reading())

    def bring(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries with their records, in a few queries for any number of them."""
        entries = list(entries)
        for kind, listed in LISTED.items():
            keys = [entry.key for entry in entries if entry.kind == kind]
            rows = listed().in_bulk(keys)
            for entry in entries:
                if entry.kind == kind:
                    entry.record = rows.get(entry.key)
        return [entry for entry in entries if entry.record]


LISTED = {
    "event": lambda: Event.objects.for_listing(),
    "agreement": lambda: Agreement.objects.for_listing(),
    "outcome": lambda: Outcome.objects.select_related("event", "agreement"),
    "commitment": lambda: Commitment.objects.select_related("event", "agreement"),
    "figure": lambda: Figure.objects.for_reading(),
}


def _within(years: Collection[int]) -> Q:
    """Days of these years, which follow each other; 0 stands for no day."""
    dated = [year for year in years if year]
    found = Q(day__isnull=True) if 0 in years else Q(pk__in=[])
    if dated:
        found |= Q(day__range=(dt.date(min(dated), 1, 1), dt.date(max(dated), 12, 31)))
    return found
