"""Events and programmes as iCalendar (RFC 5545), for a calendar to import or to follow."""

import datetime as dt
import uuid

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import capfirst
from icalendar import Calendar
from icalendar import Event as Entry

from delegations.templatetags.people import speakers_of
from forum.choices import DatePrecision, EventStatus
from forum.countries import country_name
from forum.models import Event, Session, Venue
from forum.revisions import NEVER, revisions
from forum.templatetags.records import text_and_language

STATUS = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
}
PRODUCT = "-//Entente//Entente//EN"


def said(record, field: str) -> str:
    return text_and_language(record, field)[0] if record else ""


def calendar_of_events(events, *, name: str, request) -> HttpResponse:
    """Events as whole days; those whose days are not known exactly have no place in it."""
    events = [e for e in events if e.starts_on and e.date_precision == DatePrecision.DAY]
    changes = revisions(Event, [event.pk for event in events])
    entries = [_event(event, changes.get(event.pk, NEVER), request) for event in events]
    return _response(entries, name, request)


def calendar_of_programme(event, sessions, *, request) -> HttpResponse:
    """The items of an event's programme that have a time, in its time zone."""
    timed = [session for session in sessions if session.begins]
    speakers = speakers_of(timed)
    changes = revisions(Session, [session.pk for session in timed])
    venues = revisions(Venue, {session.venue_id or event.venue_id for session in timed} - {None})
    of_event = revisions(Event, [event.pk]).get(event.pk, NEVER)
    entries = []
    for session in timed:
        venue = session.venue or event.venue
        # Whatever changes of it, its number must rise, or calendars keep what they have.
        revision = changes.get(session.pk, NEVER) + of_event
        revision += venues.get(venue.pk, NEVER) if venue else NEVER
        people = [name for name in map(_public_name, speakers.get(session.pk, ())) if name]
        entries.append(_session(event, session, people, revision, request))
    return _response(entries, said(event, "title"), request)


def _public_name(speaker) -> str:
    """Whom visitors may know to speak, and in which office."""
    official = speaker.public_official
    name = said(official, "name") or speaker.name_as_printed
    return ", ".join(part for part in (name, said(speaker, "office")) if part)


def _uid(kind: str, key: int) -> str:
    return f"{kind}-{key}@{settings.SITE_DOMAIN}"


def _event(event, revision, request) -> Entry:
    url = request.build_absolute_uri(event.get_absolute_url())
    return Entry.new(
        uid=_uid("event", event.pk),
        summary=said(event, "title"),
        description="\n\n".join(part for part in (said(event, "summary"), url) if part),
        # The end of a whole day is the day after it: RFC 5545, 3.6.1.
        start=event.starts_on,
        end=(event.ends_on or event.starts_on) + dt.timedelta(days=1),
        location=_place(event.venue, event),
        status=STATUS.get(event.status, "CONFIRMED"),
        transparency="TRANSPARENT",
        url=url,
        sequence=revision.number,
        stamp=revision.at,
        last_modified=revision.at,
    )


def _session(event, session, people, revision, request) -> Entry:
    url = request.build_absolute_uri(f"{event.get_absolute_url()}programme/#item-{session.pk}")
    title = said(session, "title") or session.original_title or session.get_kind_display()
    notes = [said(session, "abstract"), "\n".join(people), said(event, "title"), url]
    return Entry.new(
        uid=_uid("session", session.pk),
        summary=capfirst(title),
        description="\n\n".join(note for note in notes if note),
        start=session.begins,
        end=session.finishes if session.finishes != session.begins else None,
        location=_place(session.venue or event.venue, event),
        status=STATUS.get(event.status, "CONFIRMED"),
        url=url,
        sequence=revision.number,
        stamp=revision.at,
        last_modified=revision.at,
    )


def _place(venue, event) -> str | None:
    parts = [said(venue, "name")]
    if venue and venue.parent:
        parts.append(said(venue.parent, "name"))
    parts += [said(venue, "address"), said(event, "city")]
    parts.append(country_name(event.country) if event.country else "")
    return ", ".join(dict.fromkeys(part for part in parts if part)) or None


def _response(entries: list[Entry], name: str, request) -> HttpResponse:
    address = request.build_absolute_uri()
    calendar = Calendar.new(
        name=name,
        prodid=PRODUCT,
        method="PUBLISH",
        # The same calendar each time it is fetched.
        uid=uuid.uuid5(uuid.NAMESPACE_URL, address),
        url=address,
        refresh_interval=dt.timedelta(hours=6),
    )
    for entry in entries:
        calendar.add_component(entry)
    calendar.add_missing_timezones()
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
