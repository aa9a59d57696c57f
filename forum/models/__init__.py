from forum.models.attachment import Attachment
from forum.models.citation import Citation, EventCitation, Source
from forum.models.event import Event
from forum.models.figure import Figure
from forum.models.history import Author, OldAddress, Removal, Touch
from forum.models.search import SearchEntry
from forum.models.series import Series
from forum.models.session import Session
from forum.models.slot import TimeSlot
from forum.models.topic import Topic
from forum.models.venue import Venue

__all__ = [
    "Attachment",
    "Author",
    "Citation",
    "Event",
    "EventCitation",
    "Figure",
    "OldAddress",
    "Removal",
    "SearchEntry",
    "Series",
    "Session",
    "Source",
    "TimeSlot",
    "Topic",
    "Touch",
    "Venue",
]
