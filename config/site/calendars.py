"""Events and programmes as iCalendar (RFC 5545), for a calendar to import or to follow."""

import datetime as dt
import uuid

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import capfirst
from icalendar import Calendar, Timezone
from icalendar import Event as Entry

from agreements.choices import ReminderKind
from agreements.reminders.due import name, promise
from delegations import naming
from delegations.choices import SpeakerStatus
from delegations.naming import Reader
from delegations.reads import speakers_of
from forum.choices import EventStatus
from forum.models import Venue
from forum.records.countries import country_name
from forum.records.texts import one_line, printable, said

STATUS = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
}
EPOCH = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
PRODUCT = "-//Entente//Entente//EN"


def calendar_of_events(events, *, name: str, request, of=None) -> HttpResponse:
    """Events as whole days, in so far as these are known; of a record or of an address."""
    found = [event for event in events if event.is_dated]
    entries = [_event(event, _latest(event, event.venue), request) for event in found]
    identity = _uid(of._meta.model_name, of.pk) if of else ""
    return _response(entries, name, request, identity)


def calendar_of_programme(event, sessions, *, request, item=None) -> HttpResponse:
    """The items of an event's programme, or one, in its time zone; all day if without a time."""
    speakers = speakers_of(sessions)
    entries = []
    for session in sessions:
        people = [_announced(speaker) for speaker in speakers.get(session.pk, ())]
        people = [person for person in people if person]
        changed = _latest(session, event, session.venue or event.venue)
        entries.append(_session(event, session, people, changed, request))
    identity = _uid("item", item) if item else _uid("programme", event.pk)
    return _response(entries, said(event, "title"), request, identity)


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
        summary=one_line(said(event, "title")),
        description=_paragraphs(said(event, "summary"), url),
        start=event.starts_on,
        end=_after(last),
        location=_place(event.venue, event),
        status=STATUS.get(event.status, "CONFIRMED"),
        transparency="TRANSPARENT",
        url=url,
        sequence=_sequence(changed),
        stamp=changed,
        last_modified=changed,
    )


def _session(event, session, people, changed, request) -> Entry:
    url = request.build_absolute_uri(session.get_absolute_url())
    start, end = session.begins, session.finishes
    if start is None:
        start, end = session.day, _after(session.day)
    notes = [said(session, "abstract"), "\n".join(people), said(event, "title"), url]
    return Entry.new(
        uid=_uid("session", session.pk),
        summary=one_line(session.name),
        description=_paragraphs(*notes),
        start=start,
        end=end if end != start else None,
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
        summary=one_line(f"{capfirst(due.kind.label)}: {about[0]}"),
        description=_paragraphs(*about[1:], url),
        start=due.due_on,
        end=_after(due.due_on),
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


def _after(last: dt.date) -> dt.date | None:
    """Where an entry of whole days ends: on the day after its last (RFC 5545, 3.6.1)."""
    return last + dt.timedelta(days=1) if last < dt.date.max else None


def _paragraphs(*texts: str) -> str:
    return printable("\n\n".join(text for text in texts if text))


def _place(venue, event) -> str | None:
    parts = [said(venue, "name")]
    if venue and venue.parent:
        parts.append(said(venue.parent, "name"))
    parts += [said(venue, "address"), said(event, "city")]
    parts.append(country_name(event.country) if event.country else "")
    return one_line(", ".join(dict.fromkeys(part for part in parts if part))) or None


def _response(entries: list[Entry], name: str, request, identity="") -> HttpResponse:
    address = request.build_absolute_uri()
    calendar = Calendar.new(
        name=one_line(name),
        prodid=PRODUCT,
        method="PUBLISH",
        # The same calendar each time it is fetched, at whatever address its record has.
        uid=uuid.uuid5(uuid.NAMESPACE_URL, identity or address),
        url=address,
        refresh_interval=dt.timedelta(hours=6),
    )
    for entry in entries:
        calendar.add_component(entry)
    _add_time_zones(calendar, entries)
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")


def _add_time_zones(calendar: Calendar, entries: list[Entry]) -> None:
    """Say how the clocks go around the entries: each change of a clock in a line of its own.

    Some programs read only the first value of a line. A calendar without entries has a time zone
    all the same, because it needs some component (RFC 5545, 3.6).
    """
    if not entries:
        calendar.add_component(Timezone.from_tzid("UTC"))
        return
    years = [entry.start.year for entry in entries]
    calendar.add_missing_timezones(
        dt.date(max(min(years) - 1, dt.MINYEAR), 1, 1),
        dt.date(min(max(years) + 2, dt.MAXYEAR), 1, 1),
    )
    for change in calendar.walk():
        for each in getattr(change.pop("RDATE", None), "dts", ()):
            change.add("RDATE", each.dt)
