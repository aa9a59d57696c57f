"""The pages of events that show what several apps know."""

from functools import partial

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.views.generic import DetailView

from agreements import reads as of_agreements
from config.site import linked_data
from config.site.facets import EVENT_FACETS
from delegations import naming
from delegations import reads as of_delegations
from forum.lists import RecordListView
from forum.models import Attachment, Event, EventCitation, Figure
from forum.prepared import prepared
from forum.programme.choosing import Choice
from forum.programme.days import Day, item_of
from forum.programme.reads import (
    attachments_of,
    citations_of,
    days_of,
    glance_at,
    now_and_next_of,
    options_of,
    outline_of,
    sessions_of,
    texts_of,
)
from forum.querysets import NEWEST_FIRST, SOONEST_FIRST
from forum.records import time_zones
from forum.records.claims import gathered
from forum.records.figures import told
from forum.records.holding import today_in
from forum.records.pages import fetched, the_one
from forum.records.relations import tie
from forum.search.facets import Filters
from forum.search.having import having


class EventListView(RecordListView):
    template_name = "forum/event_list.html"

    def filters_of(self, query):
        return Filters(query, Event.objects.published(), EVENT_FACETS, "event")

    @property
    def _is_to_come(self) -> bool:
        return self.request.GET.get("when") == "upcoming"

    def order(self):
        return SOONEST_FIRST if self._is_to_come else NEWEST_FIRST

    def in_order(self, records):
        return records.with_coming() if self._is_to_come else records

    def rows(self, records):
        return self.in_order(records).for_listing()


@prepared
def _event(slug: str) -> QuerySet:
    events = Event.objects.published().filter(slug=slug).for_listing()
    return events.select_related("parent", "venue__parent").prefetch_related("topics")


@prepared
def _children_of(event: int) -> QuerySet:
    return Event.objects.published().filter(parent=event).for_listing().in_time()


@prepared
def _attachments_of(event: int) -> QuerySet:
    return Attachment.objects.filter(event=event, session=None).public()


@prepared
def _figures_of(event: int) -> QuerySet:
    return Figure.objects.filter(event=event).besides_documents().for_reading()


@prepared
def _citations_of(event: int) -> QuerySet:
    return EventCitation.objects.filter(event=event).select_related("source")


class EventDetailView(DetailView):
    model = Event

    def get_object(self):
        return the_one(_event(self.kwargs["slug"]))

    def get_context_data(self, **kwargs):
        event = self.object
        current, coming = glance_at(event)
        # What its parts signed, promised and brought belongs to a visit or summit.
        events = event.with_parts()
        citations = [
            *tie(_citations_of(event.pk), "event", [event]),
            *of_agreements.citations_of_results([each.pk for each in events]),
        ]
        return super().get_context_data(
            who_met=of_delegations.who_met(event),
            children=_children_of(event.pk),
            results=of_agreements.results_of(
                events,
                timezone.localdate(),
                with_all_outcomes=self.request.GET.get("outcomes") == "all",
            ),
            attachments=_attachments_of(event.pk),
            figures=told(_figures_of(event.pk)),
            current=current,
            coming=coming,
            sources=gathered(citations),
            data=linked_data.event(event, (), self.request.build_absolute_uri),
            **kwargs,
        )


class EventProgrammeView(DetailView):
    queryset = Event.objects.published().select_related("venue__parent")
    template_name = "forum/event_programme.html"

    def get_context_data(self, **kwargs):
        event, outline = self.object, outline_of(self.object)
        choice = Choice(self.request.GET, outline, today_in(event.tz), partial(_having, event))
        now_and_next = now_and_next_of(event, outline)
        keys = {*choice.keys, *(slot.pk for slots in now_and_next for slot in slots)}
        read = {session.pk: session for session in sessions_of(event, keys)}
        sessions = [read[key] for key in choice.keys]
        speakers = of_delegations.speakers_of(sessions)
        current, coming = ([read[slot.pk] for slot in slots] for slots in now_and_next)
        zone = time_zones.find(self.request.GET.get("zone", "")) or event.tz
        moments = [slot.begins for slot in outline if slot.begins]
        context = super().get_context_data(
            choice=choice,
            options=options_of(choice),
            has_programme=bool(outline),
            has_calendar=any(slot.has_entry for slot in outline),
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


def _having(event: Event, words: str) -> set[int]:
    """The items of a programme that have some words, or speakers that visitors know by them."""
    sessions = sessions_of(event)
    texts = texts_of(sessions)
    for key, speakers in of_delegations.speakers_of(sessions).items():
        named = (naming.person(each, naming.Reader.VISITOR, each.day) for each in speakers)
        texts[key] += [each.in_words() for each in named]
    return having(words, texts)


class EventSessionView(DetailView):
    """An item of the programme, with what stands under it."""

    queryset = Event.objects.published().select_related("venue__parent")
    template_name = "forum/event_session.html"

    def get_context_data(self, **kwargs):
        event, number = self.object, self.kwargs["number"]
        planned = item_of(outline_of(event), number)
        if planned is None:
            raise Http404
        sessions = sessions_of(event, planned.keys)
        item = item_of(sessions, number)
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
