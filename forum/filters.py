"""What visitors may narrow the list of events by."""

from dataclasses import dataclass

from django.db.models.functions import ExtractYear
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forum.choices import EventKind
from forum.search.facets import ChoiceFacet, CountryFacet, Facet, RecordFacet, YearFacet

WHEN = {
    "upcoming": pgettext_lazy("events", "on now or ahead"),
    "past": pgettext_lazy("events", "past"),
}


@dataclass(frozen=True)
class WhenFacet(Facet):
    """By whether an event is over today."""

    def label_of(self, value, records):
        return WHEN.get(value)

    def narrow(self, queryset, value):
        return queryset.upcoming() if value == "upcoming" else queryset.past()

    def counts(self, queryset):
        return {when: self.narrow(queryset, when).order_by().count() for when in WHEN}

    def choices(self, counts):
        return [(when, capfirst(label)) for when, label in WHEN.items() if counts[when]]


EVENT_FACETS = [
    WhenFacet("when", _("When"), ""),
    CountryFacet("country", _("Host country"), "country"),
    ChoiceFacet("kind", _("Kind"), "kind", among=EventKind),
    RecordFacet("series", _("Series"), "series"),
    RecordFacet("topic", _("Topic"), "topics"),
    YearFacet(
        "year",
        _("Year"),
        "year",
        annotated=lambda events: events.annotate(year=ExtractYear("starts_on")),
    ),
]
