from forum.models.aside import AsideFile, AsideForm, SentForm
from forum.models.attachment import Attachment
from forum.models.audit import AuditDoor, AuditEntry
from forum.models.cached import Cached
from forum.models.change import PublicChange
from forum.models.citation import Citation, EventCitation, Source
from forum.models.closure import Closure
from forum.models.erasure import Erasure, GoneAddress
from forum.models.event import Event
from forum.models.facets import FacetChoice, FacetValue
from forum.models.figure import Figure
from forum.models.history import Author, OldAddress, Removal, Touch
from forum.models.intake import Intake, IntakeHeadings, IntakeRow, IntakeSign
from forum.models.letter import Letter
from forum.models.private_address import OwnAddress, PrivateAddress
from forum.models.record import Record
from forum.models.right import Right
from forum.models.search import SearchEntry, SearchKey, SearchWord
from forum.models.series import Series
from forum.models.session import Session
from forum.models.set_aside import SetAside
from forum.models.slot import TimeSlot
from forum.models.stale import Due, Stale
from forum.models.submission import Submission
from forum.models.topic import Topic
from forum.models.unavailable import Unavailable
from forum.models.venue import Venue

__all__ = [
    "AsideFile",
    "AsideForm",
    "Attachment",
    "AuditDoor",
    "AuditEntry",
    "Author",
    "Cached",
    "Citation",
    "Closure",
    "Due",
    "Erasure",
    "Event",
    "EventCitation",
    "FacetChoice",
    "FacetValue",
    "Figure",
    "GoneAddress",
    "Intake",
    "IntakeHeadings",
    "IntakeRow",
    "IntakeSign",
    "Letter",
    "OldAddress",
    "OwnAddress",
    "PrivateAddress",
    "PublicChange",
    "Record",
    "Removal",
    "Right",
    "SearchEntry",
    "SearchKey",
    "SearchWord",
    "SentForm",
    "Series",
    "Session",
    "SetAside",
    "Source",
    "Stale",
    "Submission",
    "TimeSlot",
    "Topic",
    "Touch",
    "Unavailable",
    "Venue",
]
