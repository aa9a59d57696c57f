"""The first page: what is next, what was last, and the numbers of the whole archive."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.views.generic import TemplateView

from agreements import figures
from agreements.figures import WITHOUT_COUNTRY, YEAR_AND_GROUP
from agreements.filters import COUNTRY, REGISTER
from agreements.models import Agreement
from delegations.filters import INSTITUTIONS, OFFICIALS
from forum.choices import EventStatus
from forum.filters import EVENTS, WHEN
from forum.models import Event
from forum.prepared import kept, prepared
from forum.programme.tense import Tense
from forum.search.facets import Facet
from forum.search.facets.counting import having, totals
from forum.search.facets.counting import kept as in_whole_list
from forum.search.facets.kinds import MOST

# How many events to come, past events and agreements are shown.
DUE, RECENT, NEWEST = 6, 5, 5


@dataclass(frozen=True)
class Archive:
    """The whole archive at a glance: keys of what is shown, and numbers."""

    due: list[int]
    recent: list[int]
    newest: list[int]
    numbers: dict


@kept
def archive() -> Archive:
    """What the lists of the archive have counted already: it costs the same in any."""
    events, agreements = Event.objects.published(), Agreement.objects.published()
    due = events.filter(having(EVENTS.name, WHEN, "upcoming")).upcoming()
    recent = events.past().exclude(status=EventStatus.CANCELLED)
    count = totals([EVENTS.name, REGISTER.name, INSTITUTIONS.name, OFFICIALS.name])
    return Archive(
        due=_keys(due.exclude(status=EventStatus.POSTPONED)[:DUE]),
        recent=_keys(recent[:RECENT]),
        newest=_keys(agreements.newest_first()[:NEWEST]),
        numbers={
            "years": figures.by_year(_numbers(YEAR_AND_GROUP)),
            "countries": figures.by_country(_numbers(COUNTRY), _numbers(WITHOUT_COUNTRY)),
            "event_count": count[EVENTS.name],
            "agreement_count": count[REGISTER.name],
            "institution_count": count[INSTITUTIONS.name],
            "official_count": count[OFFICIALS.name],
        },
    )


def _numbers(facet: Facet) -> list[tuple[str, int]]:
    return in_whole_list([REGISTER.name], facet, MOST)


def _keys(rows: QuerySet) -> list[int]:
    return list(rows.values_list("pk", flat=True))


@prepared
def _events(keys: list[int]) -> QuerySet:
    return Event.objects.filter(pk__in=keys).for_listing()


@prepared
def _agreements(keys: list[int]) -> QuerySet:
    return Agreement.objects.filter(pk__in=keys).for_listing()


class HomeView(TemplateView):
    template_name = "home.html"

    def get_context_data(self, **kwargs):
        found = archive()
        events = {each.pk: each for each in _events([*found.due, *found.recent])}
        agreements = {each.pk: each for each in _agreements(found.newest)}
        due = [events[key] for key in found.due]
        coming = [event for event in due if event.tense() == Tense.AHEAD]
        return super().get_context_data(
            on_now=[event for event in due if event.tense() == Tense.ON],
            next_event=coming[0] if coming else None,
            upcoming=coming[1:],
            recent=[events[key] for key in found.recent],
            agreements=[agreements[key] for key in found.newest],
            **found.numbers,
            **kwargs,
        )
