"""The public programme of an event, as pages and calendars read it."""

from collections import defaultdict

from django.utils import timezone

from forum.models import Attachment, EventCitation
from forum.programme.days import Day, by_day, now_and_next
from forum.programme.timetable import timetable
from forum.records.relations import tie


def sessions_of(event) -> list:
    """The public items, in order; they know the event without a query."""
    sessions = list(event.sessions.public().in_order().select_related("venue__parent"))
    for session in sessions:
        session.event = event
    return sessions


def days_of(sessions) -> list[Day]:
    """The days of a programme, each with a timetable where rooms run in parallel."""
    days = by_day(sessions)
    for day in days:
        day.timetable = timetable(day.items)
    return days


def now_and_next_of(event, sessions) -> tuple[list, list]:
    """What goes on now and what comes next; nothing where the event does not take place."""
    if event.is_off:
        return [], []
    return now_and_next(sessions, timezone.now())


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
