"""The public programme of an event, as pages and calendars read it."""

import datetime as dt
import re
from collections import defaultdict
from itertools import zip_longest

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from forum.choices import SessionKind
from forum.models import Attachment, Event, EventCitation, Session, Venue
from forum.models.slot import TimeSlot
from forum.prepared import prepared
from forum.programme.choosing import Choice
from forum.programme.days import Day, by_day, now_and_next, turns
from forum.programme.timetable import timetable
from forum.records.holding import holds_until
from forum.records.relations import tie
from forum.records.texts import LANGUAGES, alphabetical

OUTLINE = [*(field.name for field in TimeSlot._meta.fields), "event", "parent", "kind", "venue"]


@prepared
def _outline_of(event: int) -> QuerySet:
    return Session.objects.filter(event=event).public().in_order().only(*OUTLINE)


@prepared
def _sessions_of(event: int) -> QuerySet:
    sessions = Session.objects.filter(event=event).public().in_order()
    return sessions.select_related("venue__parent")


@prepared
def _some_sessions(keys: list[int]) -> QuerySet:
    sessions = Session.objects.filter(pk__in=keys).public().in_order()
    return sessions.select_related("venue__parent")


@prepared
def _days_of(event: int) -> QuerySet:
    """The days with items that visitors may see and that have a time."""
    timed = Session.objects.filter(event=event, starts_at__isnull=False).public()
    return timed.order_by("day").values_list("day", flat=True).distinct()


def outline_of(event: Event) -> list[Session]:
    """The public items, in order, with no more than what says which of them to read whole."""
    return tie(_outline_of(event.pk), "event", [event])


def sessions_of(event: Event, keys=None) -> list[Session]:
    """The public items, in order, or those of some keys; they know the event without a query."""
    rows = _sessions_of(event.pk) if keys is None else _some_sessions([*keys])
    return tie(rows, "event", [event])


def latest(*records) -> dt.datetime:
    """When what an entry says was changed last: its number must rise, or calendars keep the old.

    A room is in a building, whose name and address the entry says too.
    """
    known = [record for record in records if record]
    known += [record.parent for record in known if isinstance(record, Venue) and record.parent]
    return max(record.changed_at for record in known)


def options_of(choice: Choice) -> dict[str, list[tuple]]:
    """The rooms and kinds that a programme can be narrowed to, as (value, label, count)."""
    rooms = [(each.pk, each.name, choice.rooms[each.pk]) for each in _rooms(choice)]
    kinds = [(k, capfirst(label), choice.kinds[k]) for k, label in SessionKind.choices]
    return {"rooms": rooms, "kinds": [row for row in kinds if row[2]]}


def _rooms(choice: Choice) -> list[Venue]:
    return sorted(Venue.objects.filter(pk__in=choice.rooms), key=lambda room: _numbered(room.name))


def _numbered(name: str) -> list[tuple[bytes, int]]:
    """The place of a name in the alphabet, where Room 9 comes before Room 10."""
    words, numbers = re.split(r"\d+", name), re.findall(r"\d+", name)
    pairs = zip_longest(words, numbers, fillvalue="0")
    return [(alphabetical(word), int(number)) for word, number in pairs]


def texts_of(sessions) -> dict[int, list[str]]:
    """Map each session's primary key to what its item says, in all languages."""
    return {session.pk: [_text(session), _text(session.venue)] for session in sessions}


def _text(record) -> str:
    """All that a record of a programme says, in any language."""
    fields = ("title", "abstract", "name")
    columns = [f"{field}_{code}" for field in fields for code in LANGUAGES]
    return " ".join(getattr(record, name, "") for name in ["original_title", *columns])


def days_of(sessions) -> list[Day]:
    """The days of a programme, each with a timetable where rooms run in parallel."""
    days = by_day(sessions)
    for day in days:
        day.timetable = timetable(day.items)
    return days


def now_and_next_of(event: Event, sessions: list[Session]) -> tuple[list, list]:
    """What goes on now and what comes next; nothing where the event does not take place."""
    if event.is_off:
        return [], []
    now = timezone.now()
    holds_until(turns(sessions, now))
    return now_and_next(sessions, now)


def glance_at(event: Event) -> tuple[list, list]:
    """The same, without reading the whole programme; on most days there is nothing to read."""
    today = timezone.localdate(timezone=event.tz)
    if event.is_off or not any(abs((day - today).days) <= 2 for day in _days_of(event.pk)):
        return [], []
    found = now_and_next_of(event, outline_of(event))
    keys = [slot.pk for part in found for slot in part]
    items = {each.pk: each for each in sessions_of(event, keys)}
    current, coming = ([items[slot.pk] for slot in part] for part in found)
    return current, coming


def attachments_of(sessions) -> dict[int, list[Attachment]]:
    """Map each session's primary key to the files and links that visitors may open with it."""
    attachments = defaultdict(list)
    for attachment in Attachment.objects.public().filter(session__in=sessions):
        attachments[attachment.session_id].append(attachment)
    return attachments


def citations_of(sessions) -> list[EventCitation]:
    """What sources say about items of a programme."""
    found = EventCitation.objects.filter(session__in=sessions).select_related("source")
    return tie(found, "session", sessions)
