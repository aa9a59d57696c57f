"""What two countries, or two institutions, have with each other, gathered from every record."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.choices import CommitmentState
from agreements.dossier.sides import CountrySide
from agreements.models import Agreement, Commitment, Outcome
from delegations.attendance import people_at
from forum.choices import DatePrecision
from forum.models import Event, Figure
from forum.records.figures import followed, told
from forum.records.texts import said

# The kinds of entries, each with its name and the date that places it in time. A figure of no day
# is one of the day of its event.
KINDS = {
    "event": (_("Events"), "starts_on"),
    "agreement": (_("Agreements"), "concluded_on"),
    "outcome": (_("Outcomes"), "happened_on"),
    "commitment": (_("Commitments"), "due_on"),
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
class Summary:
    """A dossier in numbers, with who took part for any of the sides."""

    sides: tuple
    # How many entries there are of each kind.
    counts: Counter
    # How many of the agreements are in force today, and of the promises kept.
    in_force: int
    kept: int
    people: list
    # The numbers that the record follows, as somebody stated them of the two countries.
    figures: list[Figure]


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
            "figure": _told(Figure.objects.filter(event__in=events.values("pk"))),
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

    def summary(self) -> Summary:
        """What a page says of it beside its entries."""
        kept = self.records["commitment"].filter(state=CommitmentState.FULFILLED)
        return Summary(
            sides=self.sides,
            counts=Counter(entry.kind for entry in self.entries),
            in_force=self.records["agreement"].in_force().count(),
            kept=kept.count(),
            people=list(people_at(self.records["event"], self.sides).in_order()),
            figures=self._figures(),
        )

    def _figures(self) -> list[Figure]:
        codes = [side.code for side in self.sides if isinstance(side, CountrySide)]
        figures = Figure.objects.filter(country__in=codes, other_country__in=codes)
        return followed(figures.for_reading())

    def bring(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries with their records, in a few queries for any number of them."""
        entries = list(entries)
        listed = {
            "event": lambda records: records.for_listing(),
            "agreement": lambda records: records.for_listing(),
            "figure": lambda records: records.for_reading(),
        }
        for kind, records in self.records.items():
            keys = [entry.key for entry in entries if entry.kind == kind]
            rows = listed.get(kind, _with_subject)(records).in_bulk(keys)
            for entry in entries:
                if entry.kind == kind:
                    entry.record = rows.get(entry.key)
        return [entry for entry in entries if entry.record]


def _told(figures: QuerySet) -> QuerySet:
    """Each statement once, whoever repeats it."""
    return figures.filter(pk__in=[figure.pk for figure in told(figures.for_reading())])


def _with_subject(records: QuerySet) -> QuerySet:
    return records.select_related("event", "agreement")
