"""Events and programmes as iCalendar (RFC 5545), for a calendar to import or to follow."""

import datetime as dt
import uuid
from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from icalendar import Calendar, Timezone

from agreements.choices import ReminderKind
from agreements.reminders.due import name, promise
from config.site.entries import Entry
from delegations import naming
from delegations.choices import SpeakerStatus
from delegations.naming import Reader
from delegations.reads import speakers_of
from forum.choices import DatePrecision, EventStatus
from forum.programme.reads import latest
from forum.records.texts import one_line, printable, said
from forum.wording import whereabouts

STATUS = {
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
}
# For how long a calendar to follow has what is over.
LATELY = dt.timedelta(days=92)
PRODUCT = "-//Entente//Entente//EN"


def calendar_of_events(events, *, name: str, request, of=None, about="") -> HttpResponse:
    """Events as whole days, in so far as these are known; of a record or of an address."""
    found = [event for event in events if event.is_dated]
    entries = [_event(event, latest(event, event.venue), request) for event in found]
    identity = uid_of(of._meta.model_name, of.pk) if of else ""
    return calendar_response(entries, name, request, identity, about)


def to_follow(events: QuerySet, query: QueryDict) -> tuple[QuerySet, str]:
    """Of these events those that a calendar to follow has, and a sentence that says which.

    It has what was lately and all that is to come, or the whole year that is asked for: what is
    followed is fetched again and again, and its size must not grow with the archive.
    """
    rows = events.select_related("venue__parent").filter(date_precision=DatePrecision.DAY)
    if year := _year(query.get("year", "")):
        return rows.filter(starts_on__year=year).in_time(), ""
    since = timezone.localdate() - LATELY
    recent = rows.filter(Q(starts_on__gte=since) | Q(ends_on__gte=since))
    return recent.in_time(), _(
        "The calendar has the events of the last three months and all that are to come;"
        " with ?year=2020 at its end, its address gives those of that year."
    )


def _year(text: str) -> int:
    """The year that is asked for; 0 for what is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0


def calendar_of_programme(event, sessions, *, request, item=None) -> HttpResponse:
    """The items of an event's programme, or one, in its time zone; all day if without a time."""
    speakers = speakers_of(sessions)
    entries = []
    for session in sessions:
        people = [_announced(speaker) for speaker in speakers.get(session.pk, ())]
        people = [person for person in people if person]
        changed = latest(session, event, session.venue or event.venue)
        entries.append(_session(event, session, people, changed, request))
    identity = uid_of("item", item) if item else uid_of("programme", event.pk)
    return calendar_response(entries, said(event, "title"), request, identity)


def calendar_of_reminders(dues, *, title: str, request) -> HttpResponse:
    """What staff are reminded of, each on the day that it is about."""
    entries = [_reminder(due, latest(due.agreement, due.commitment), request) for due in dues]
    return calendar_response(entries, title, request)


def _announced(speaker) -> str:
    """Who is to speak, as visitors may know them; nothing for those who will not."""
    if speaker.status in (SpeakerStatus.REPLACED, SpeakerStatus.ABSENT):
        return ""
    text = naming.person(speaker, Reader.VISITOR, speaker.day).name_and_office
    is_sure = speaker.status == SpeakerStatus.CONFIRMED or not text
    return text if is_sure else f"{text} ({speaker.get_status_display()})"


def uid_of(kind: str, key: int) -> str:
    return f"{kind}-{key}@{settings.SITE_DOMAIN}"


def _event(event, changed, request) -> Entry:
    url = request.build_absolute_uri(event.get_absolute_url())
    last = event.ends_on or event.starts_on
    return Entry(
        uid=uid_of("event", event.pk),
        summary=one_line(said(event, "title")),
        description=paragraphs(said(event, "summary"), url),
        start=event.starts_on,
        end=day_after(last),
        location=whereabouts(event.venue, event),
        status=STATUS.get(event.status, "CONFIRMED"),
        is_free=True,
        url=url,
        changed=changed,
    )


def _session(event, session, people, changed, request) -> Entry:
    url = request.build_absolute_uri(session.get_absolute_url())
    start, end = session.begins, session.finishes
    if start is None:
        start, end = session.day, day_after(session.day)
    notes = [said(session, "abstract"), "\n".join(people), said(event, "title"), url]
    return Entry(
        uid=uid_of("session", session.pk),
        summary=one_line(session.name),
        description=paragraphs(*notes),
        start=start,
        end=end if end != start else None,
        location=whereabouts(session.venue or event.venue, event),
        status=STATUS.get(event.status, "CONFIRMED"),
        url=url,
        changed=changed,
    )


def _reminder(due, changed, request) -> Entry:
    url = request.build_absolute_uri(due.admin_path)
    about = [part for part in (promise(due), name(due)) if part]
    return Entry(
        uid=uid_of(_kind_of_reminder(due), due.subject.pk),
        summary=one_line(f"{capfirst(due.kind.label)}: {about[0]}"),
        description=paragraphs(*about[1:], url),
        start=due.due_on,
        end=day_after(due.due_on),
        is_free=True,
        url=url,
        changed=changed,
    )


def _kind_of_reminder(due) -> str:
    """What tells its entry from others about the same record, even when the day changes."""
    if due.commitment:
        return "commitment"
    # An agreement has several reviews in a year.
    return f"review-{due.due_on}" if due.kind == ReminderKind.REVIEW else due.kind.value


def day_after(last: dt.date) -> dt.date | None:
    """Where an entry of whole days ends: on the day after its last (RFC 5545, 3.6.1)."""
    return last + dt.timedelta(days=1) if last < dt.date.max else None


def paragraphs(*texts: str) -> str:
    return printable("\n\n".join(text for text in texts if text))


def calendar_response(
    entries: list[Entry], name: str, request, identity="", about="", *, is_private=False
) -> HttpResponse:
    """The entries as a calendar that is the same one each time, by its identity or address.

    Of a private one the address is not told: who has it is let in.
    """
    address = request.build_absolute_uri()
    calendar = Calendar.new(
        name=one_line(name),
        description=about or None,
        prodid=PRODUCT,
        method="PUBLISH",
        # The same calendar each time it is fetched, at whatever address its record has.
        uid=uuid.uuid5(uuid.NAMESPACE_URL, identity or address),
        url=None if is_private else address,
        refresh_interval=dt.timedelta(hours=6),
    )
    for zone in _zones(entries):
        calendar.add_component(zone)
    head, end, _rest = calendar.to_ical().rpartition(b"END:VCALENDAR\r\n")
    content = b"".join([head, *(entry.to_ical() for entry in entries), end])
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _zones(entries: list[Entry]) -> Iterator[Timezone]:
    """How the clocks go around the entries: each change of a clock in a line of its own.

    Some programs read only the first value of a line. A calendar without entries has a time zone
    all the same, because it needs some component (RFC 5545, 3.6).
    """
    if not entries:
        yield Timezone.from_tzid("UTC")
    moments = [entry.start for entry in entries if isinstance(entry.start, dt.datetime)]
    years = [moment.year for moment in moments]
    for key in sorted({str(moment.tzinfo) for moment in moments} - {"UTC"}):
        zone = Timezone.from_tzid(
            key,
            first_date=dt.date(max(min(years) - 1, dt.MINYEAR), 1, 1),
            last_date=dt.date(min(max(years) + 2, dt.MAXYEAR), 1, 1),
        )
        for change in zone.subcomponents:
            for each in getattr(change.pop("RDATE", None), "dts", ()):
                change.add("RDATE", each.dt)
        yield zone
