"""Events and programmes as iCalendar (RFC 5545), for a calendar to import or to follow."""

import datetime as dt
import uuid

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import capfirst
from icalendar import Calendar
from icalendar import Event as Entry

from agreements.choices import ReminderKind
from agreements.reminders.due import name, promise
from delegations import naming
from delegations.choices import SpeakerStatus
from delegations.naming import Reader
from delegations.reads import speakers_of
from forum.choices import DatePrecision, EventStatus
from forum.models import Venue
from forum.records.countries import country_name
from forum.records.texts import said

STATUS = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
}
EPOCH = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
PRODUCT = "-//Entente//Entente//EN"


def calendar_of_events(events, *, name: str, request) -> HttpResponse:
    """Events as whole days; those whose days are not known exactly have no place in it."""
    events = [e for e in events if e.starts_on and e.date_precision == DatePrecision.DAY]
    entries = [_event(event, _latest(event, event.venue), request) for event in events]
    return _response(entries, name, request)


def calendar_of_programme(event, sessions, *, request) -> HttpResponse:
    """The items of an event's programme that have a time, in its time zone."""
    timed = [session for session in sessions if session.begins]
    speakers = speakers_of(timed)
    entries = []
    for session in timed:
        people = [_announced(speaker) for speaker in speakers.get(session.pk, ())]
        people = [person for person in people if person]
        changed = _latest(session, event, session.venue or event.venue)
        entries.append(_session(event, session, people, changed, request))
    return _response(entries, said(event, "title"), request)


def calendar_of_reminders(dues, *, title: str, request) -> HttpResponse:
    """What staff are reminded of, each on the day that it is about."""
    entries = [_reminder(due, _latest(due.agreement, due.commitment), request) for due in dues]
    return _response(entries, title, request)


def _latest(*records) -> dt.datetime:
    """When what an entry says was changed last: its number must rise, or calendars keep the old.

    A room is in a building, whose name and address the entry says too.
    """
    known = [record for record in records if record]
    known += [record.parent for record in known if isinstance(record, Venue) and record.parent]
    return max(record.changed_at for record in known)


def _announced(speaker) -> str:
    """Who is to speak, as visitors may know them; nothing for those who will not."""
    if speaker.status in (SpeakerStatus.REPLACED, SpeakerStatus.ABSENT):
        return ""
    text = naming.person(speaker, Reader.VISITOR, speaker.day).name_and_office
    is_sure = speaker.status == SpeakerStatus.CONFIRMED or not text
    return text if is_sure else f"{text} ({speaker.get_status_display()})"


def _sequence(changed: dt.datetime) -> int:
    """A number that rises with every change: the seconds since the beginning of 2020."""
    return max(int((changed - EPOCH).total_seconds()), 0)


def _uid(kind: str, key: int) -> str:
    return f"{kind}-{key}@{settings.SITE_DOMAIN}"


def _event(event, changed, request) -> Entry:
    url = request.build_absolute_uri(event.get_absolute_url())
    last = event.ends_on or event.starts_on
    return Entry.new(
        uid=_uid("event", event.pk),
        summary=said(event, "title"),
        description="\n\n".join(part for part in (said(event, "summary"), url) if part),
        # The end of a whole day is the day after it: RFC 5545, 3.6.1.
        start=event.starts_on,
        end=last + dt.timedelta(days=1) if last < dt.date.max else None,
        location=_place(event.venue, event),
        status=STATUS.get(event.status, "CONFIRMED"),
        transparency="TRANSPARENT",
        url=url,
        sequence=_sequence(changed),
        stamp=changed,
        last_modified=changed,
    )


def _session(event, session, people, changed, request) -> Entry:
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
        sequence=_sequence(changed),
        stamp=changed,
        last_modified=changed,
    )


def _reminder(due, changed, request) -> Entry:
    url = request.build_absolute_uri(due.admin_path)
    about = [part for part in (promise(due), name(due)) if part]
    return Entry.new(
        uid=_uid(_kind_of_reminder(due), due.subject.pk),
        summary=f"{capfirst(due.kind.label)}: {about[0]}",
        description="\n\n".join([*about[1:], url]),
        start=due.due_on,
        end=due.due_on + dt.timedelta(days=1) if due.due_on < dt.date.max else None,
        transparency="TRANSPARENT",
        url=url,
        sequence=_sequence(changed),
        stamp=changed,
        last_modified=changed,
    )


def _kind_of_reminder(due) -> str:
    """What tells its entry from others about the same record, even when the day changes."""
    if due.commitment:
        return "commitment"
    # An agreement has several reviews in a year.
    return f"review-{due.due_on}" if due.kind == ReminderKind.REVIEW else due.kind.value


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
