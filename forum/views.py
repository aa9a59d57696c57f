from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from forum.choices import EventStatus
from forum.filters import EVENT_FACETS
from forum.models import Attachment, Event, EventCitation
from forum.programme.days import by_day, now_and_next
from forum.programme.timetable import timetable
from forum.records import time_zones
from forum.records.files import file_response
from forum.search.facets import Filters


class EventListView(ListView):
    queryset = Event.objects.published()
    paginate_by = 50

    def get_queryset(self):
        self.filters = Filters(self.request.GET, super().get_queryset(), EVENT_FACETS, "event")
        return self.filters.records.for_listing().newest_first()

    def get_context_data(self, **kwargs):
        return super().get_context_data(filters=self.filters, **kwargs)


class EventDetailView(DetailView):
    model = Event
    queryset = Event.objects.published().for_listing().select_related("parent")

    def get_context_data(self, **kwargs):
        event = self.object
        current, coming = _now_and_next(event, sessions_of(event))
        return super().get_context_data(
            children=event.children.published().in_time(),
            attachments=event.attachments.public(),
            figures=event.figures.besides_documents().select_related("source"),
            citations=event.citations.select_related("source"),
            current=current,
            coming=coming,
            **kwargs,
        )


class EventProgrammeView(DetailView):
    model = Event
    queryset = Event.objects.published().select_related("venue")
    template_name = "forum/event_programme.html"

    def get_context_data(self, **kwargs):
        event = self.object
        sessions = sessions_of(event)
        days = by_day(sessions)
        for day in days:
            day.timetable = timetable(day.items)
        current, coming = _now_and_next(event, sessions)
        zone = time_zones.find(self.request.GET.get("zone", "")) or event.tz
        return super().get_context_data(
            sessions=sessions,
            days=days,
            current=current,
            coming=coming,
            zone=zone,
            zones=dict.fromkeys([event.time_zone, *time_zones.ALWAYS, zone.key]),
            # Offsets are those of the event's days: summer time may have come since.
            now=next((s.begins for s in sessions if s.begins), timezone.now()).astimezone(zone),
            citations=EventCitation.objects.filter(session__in=sessions).select_related(
                "source", "session"
            ),
            **kwargs,
        )


def _now_and_next(event, sessions) -> tuple[list, list]:
    if event.status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        return [], []
    return now_and_next(sessions, timezone.now())


def sessions_of(event) -> list:
    """The public programme of an event, in order; its items know the event without a query."""
    sessions = list(event.sessions.public().in_order().select_related("venue__parent"))
    for session in sessions:
        session.event = event
    return sessions


@require_safe
def attachment_file(request, slug, pk):
    """Hand out a public file of a published event."""
    public = Attachment.objects.public().filter(event__in=Event.objects.published())
    attachment = get_object_or_404(public.exclude(file=""), event__slug=slug, pk=pk)
    return file_response(attachment.file.open, as_attachment=True)
