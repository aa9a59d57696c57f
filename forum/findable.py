"""What can be found of an event."""

from django.db.models import Prefetch

from forum import wording
from forum.models import Event, Series, Session, Topic
from forum.records.texts import said
from forum.search.dates import written
from forum.search.index import Content, Kind, choice, country, register, translated


def records():
    sessions = Prefetch("sessions", Session.objects.public(), to_attr="public_sessions")
    return Event.objects.select_related("series").prefetch_related("topics", sessions)


def content(event) -> Content:
    texts = translated(event, "city", "theme", "summary", "description")
    texts += country(event.country) + translated(event.series, "name")
    texts += written(event.starts_on, event.date_precision, event.ends_on)
    texts += choice(event, "kind") + choice(event, "visit_kind")
    for topic in event.topics.all():
        texts += translated(topic, "name")
    for session in event.public_sessions:
        texts += translated(session, "title")
        texts.append((session.original_language, session.original_title))
    return Content(translated(event, "title"), texts, happened_on=event.starts_on)


def about(event) -> str:
    return ", ".join(filter(None, (wording.dates(event), said(event, "city"))))


register(
    Kind(
        name="event",
        model=Event,
        records=records,
        content=content,
        listing=lambda: Event.objects.published().for_listing(),
        row="forum/_event_row.html",
        list_url="event-list",
        about=about,
    ),
    read_from={
        Series: "series",
        Topic: "topics",
        Session: ("pk", "event_id"),
    },
)
