"""The pages of events that show what several apps know."""

from django.http import Http404
from django.utils import timezone
from django.views.generic import DetailView, ListView

from agreements import reads as of_agreements
from config.site import linked_data
from config.site.facets import EVENT_FACETS
from delegations import reads as of_delegations
from forum.models import Event
from forum.programme.days import Day, item_of
from forum.programme.reads import (
    attachments_of,
    citations_of,
    days_of,
    now_and_next_of,
    sessions_of,
)
from forum.records import time_zones
from forum.records.claims import gathered
from forum.records.figures import told
from forum.records.pages import fetched
from forum.search.facets import Filters


class EventListView(ListView):
    queryset = Event.objects.published()
    paginate_by = 50

    def get_queryset(self):
        self.filters = Filters(self.request.GET, super().get_queryset(), EVENT_FACETS, "event")
        events = self.filters.records.for_listing()
        # What is to come is narrowed in its order already: the soonest first.
        return events if self.request.GET.get("when") == "upcoming" else events.newest_first()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return fetched(context) | {"filters": self.filters.shown(context["paginator"].count)}


class EventDetailView(DetailView):
    queryset = (
        Event.objects.published()
        .for_listing()
        .select_related("parent", "venue__parent")
        .prefetch_related("topics")
    )

    def get_context_data(self, **kwargs):
        event, today = self.object, timezone.localdate()
        current, coming = now_and_next_of(event, sessions_of(event))
        # What its parts signed, promised and brought belongs to a visit or summit.
        events = event.with_parts()
        context = super().get_context_data(
            numbers=of_agreements.numbers_of(events, today),
            who_met=of_delegations.who_met(event),
            children=event.children.published().for_listing().in_time(),
            results=of_agreements.results_of(events, today),
            attachments=event.attachments.public().filter(session=None),
            figures=told(event.figures.besides_documents().for_reading()),
            current=current,
            coming=coming,
            sources=gathered(
                [
                    *event.citations.select_related("source"),
                    *of_agreements.citations_of_results(events),
                ]
            ),
            data=linked_data.event(event, (), self.request.build_absolute_uri),
            **kwargs,
        )
        return fetched(context)


class EventProgrammeView(DetailView):
    queryset = Event.objects.published().select_related("venue__parent")
    template_name = "forum/event_programme.html"

    def get_context_data(self, **kwargs):
        event = self.object
        sessions = sessions_of(event)
        speakers = of_delegations.speakers_of(sessions)
        current, coming = now_and_next_of(event, sessions)
        zone = time_zones.find(self.request.GET.get("zone", "")) or event.tz
        moments = [session.begins for session in sessions if session.begins]
        context = super().get_context_data(
            sessions=sessions,
            has_calendar=any(session.has_entry for session in sessions),
            days=days_of(sessions),
            speakers=speakers,
            attachments=attachments_of(sessions),
            current=current,
            coming=coming,
            zone=zone,
            zones=dict.fromkeys([event.time_zone, *time_zones.ALWAYS, zone.key]),
            clocks=time_zones.described(zone, moments) if moments else "",
            sources=gathered(
                [*citations_of(sessions), *of_delegations.citations_of_speakers(speakers)]
            ),
            data=linked_data.event(event, sessions, self.request.build_absolute_uri),
            **kwargs,
        )
        return fetched(context)


class EventSessionView(DetailView):
    """An item of the programme, with what stands under it."""

    queryset = Event.objects.published().select_related("venue__parent")
    template_name = "forum/event_session.html"

    def get_context_data(self, **kwargs):
        event = self.object
        sessions = sessions_of(event)
        item = item_of(sessions, self.kwargs["number"])
        if item is None:
            raise Http404
        session, link = item.session, self.request.build_absolute_uri
        speakers = of_delegations.speakers_of(sessions)
        own = {session.pk: speakers[session.pk]}
        context = super().get_context_data(
            item=item,
            session=session,
            day=Day(session.day),
            zone=event.tz,
            speakers=speakers,
            attachments=attachments_of(sessions),
            agreements=of_agreements.signed_at(session, timezone.localdate()),
            sources=gathered(
                [*citations_of([session]), *of_delegations.citations_of_speakers(own)]
            ),
            data=linked_data.session(event, session, link),
            **kwargs,
        )
        return fetched(context)
