from forum.models.aside import AsideFile, AsideForm, SentForm
from forum.models.attachment import Attachment
from forum.models.citation import Citation, EventCitation, Source
from forum.models.event import Event
from forum.models.figure import Figure
from forum.models.history import Author, OldAddress, Removal, Touch
from forum.models.intake import Intake, IntakeHeadings, IntakeRow, IntakeSign
from forum.models.record import Record
from forum.models.search import SearchEntry, SearchKey, SearchWord
from forum.models.series import Series
from forum.models.session import Session
from forum.models.slot import TimeSlot
from forum.models.stale import Stale
from forum.models.topic import Topic
from forum.models.venue import Venue

__all__ = [
    "AsideFile",
    "AsideForm",
    "Attachment",
    "Author",
    "Citation",
    "Event",
    "EventCitation",
    "Figure",
    "Intake",
    "IntakeHeadings",
    "IntakeRow",
    "IntakeSign",
    "OldAddress",
    "Record",
    "Removal",
    "SearchEntry",
    "SearchKey",
    "SearchWord",
    "SentForm",
    "Series",
    "Session",
    "Source",
    "Stale",
    "TimeSlot",
    "Topic",
    "Touch",
    "Venue",
]
