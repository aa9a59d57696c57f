"""What visitors may narrow the list of events by."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forum.choices import EventKind
from forum.models import Event, Series, Topic
from forum.records.partial_dates import last_day
from forum.search.facets import (
    ChoiceFacet,
    CountryFacet,
    Facet,
    RecordFacet,
    RecordList,
    YearFacet,
    narrowable,
)
from forum.search.facets.kinds import Written

DAY = dt.timedelta(days=1)
TIMES = {
    "upcoming": pgettext_lazy("events", "on now or ahead"),
    "past": pgettext_lazy("events", "past"),
}


@dataclass(frozen=True)
class WhenFacet(Facet):
    """By whether an event is over today."""

    first: ClassVar[str] = "-value"

    def questions(self, records, keys):
        return [
            found.order_by().values_list("pk", flat=True)
            for found in (records.upcoming(), records.past())
        ]

    def pairs(self, upcoming, past):
        return [*((key, "upcoming") for key in upcoming), *((key, "past") for key in past)]

    def find(self, given):
        return Written(given, TIMES[given], given) if given in TIMES else None

    def written(self, values):
        return (Written(w, capfirst(label), w) for w, label in TIMES.items() if w in values)


def over_on(events) -> dict[int, dt.date]:
    """The day from which each of these events is over for certain, as far as that is ahead."""
    rows = events.values_list("pk", "starts_on", "ends_on", "date_precision")
    lasts = {key: end or (start and last_day(start, how)) for key, start, end, how in rows}
    today = timezone.localdate()
    ahead = {key: last for key, last in lasts.items() if last and today <= last < dt.date.max}
    return {key: last + DAY for key, last in ahead.items()}


WHEN = WhenFacet("when", _("When"), "")
EVENTS = narrowable(
    RecordList(
        name="event",
        of=Event,
        facets=[
            WHEN,
            CountryFacet("country", _("Host country"), "country"),
            ChoiceFacet("kind", _("Kind"), "kind", among=EventKind),
            RecordFacet("series", _("Series"), "series", among=Series),
            RecordFacet("topic", _("Topic"), "topics", among=Topic),
            YearFacet(
                "year",
                _("Year"),
                "year",
                annotated=lambda events: events.annotate(year=ExtractYear("starts_on")),
            ),
        ],
        turns=over_on,
    ),
    read_from={Series: "series", Topic: "topics"},
)
