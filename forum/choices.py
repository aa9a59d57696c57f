from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DatePrecision(TextChoices):
    DAY = "day", _("exact day")
    MONTH = "month", _("month only")
    YEAR = "year", _("year only")
    UNKNOWN = "unknown", _("it happened, the date is not known")


class EventKind(TextChoices):
    VISIT = "visit", _("visit")
    SUMMIT = "summit", _("summit")
    FORUM = "forum", _("forum")
    CONFERENCE = "conference", _("conference")
    MEETING = "meeting", _("meeting")
    ROUND_TABLE = "round_table", _("round table")
    SIGNING = "signing", _("signing")
    LECTURE = "lecture", _("lecture")
    CEREMONY = "ceremony", _("ceremony")
    EXHIBITION = "exhibition", _("exhibition")
    FAIR = "fair", _("fair")
    CULTURE = "culture", _("concert or cultural event")
    OTHER = "other", _("other event")


class VisitKind(TextChoices):
    STATE = "state", _("state visit")
    OFFICIAL = "official", _("official visit")
    WORKING = "working", _("working visit")
    STUDY = "study", _("study visit")
    PRIVATE = "private", _("private visit")


class EventStatus(TextChoices):
    PLANNED = "planned", pgettext_lazy("event", "planned")
    CONFIRMED = "confirmed", pgettext_lazy("event", "confirmed")
    HELD = "held", pgettext_lazy("event", "held")
    POSTPONED = "postponed", pgettext_lazy("event", "postponed")
    CANCELLED = "cancelled", pgettext_lazy("event", "cancelled")


# What does not take place on the day that was said of it.
OFF = (EventStatus.CANCELLED, EventStatus.POSTPONED)


class AttendanceMode(TextChoices):
    OFFLINE = "offline", _("in person")
    ONLINE = "online", _("online")
    MIXED = "mixed", _("in person and online")


class Interpretation(TextChoices):
    NONE = "none", _("no interpretation")
    CONSECUTIVE = "consecutive", _("consecutive interpretation")
    SIMULTANEOUS = "simultaneous", _("simultaneous interpretation")


class PrecedenceRule(TextChoices):
    LISTED = "listed", _("as listed by protocol")
    ALPHABETICAL = "alphabetical", _("alphabetical")
    RANK = "rank", _("rank of the head of delegation, then since when in office")
    FOUNDED = "founded", _("founding date of the institution")
    DRAWN = "drawn", _("as drawn by lot")


class HostPlace(TextChoices):
    NONE = "none", _("no special place")
    FIRST = "first", _("the host first")
    LAST = "last", _("the host last")


class MemberRule(TextChoices):
    RANK = "rank", _("head, deputy, then by the rank of the office")
    NOTIFIED = "notified", _("as notified by the sending side")


class SessionKind(TextChoices):
    OPENING = "opening", _("opening")
    ADDRESS = "address", pgettext_lazy("programme item", "address")
    PLENARY = "plenary", _("plenary session")
    LECTURE = "lecture", _("lecture")
    PANEL = "panel", _("panel")
    ROUND_TABLE = "round_table", _("round table or discussion")
    MEETING = "meeting", _("meeting")
    SIGNING = "signing", _("signing ceremony")
    CEREMONY = "ceremony", _("ceremony")
    VISIT = "visit", _("visit")
    RECEPTION = "reception", _("reception")
    CULTURE = "culture", _("cultural programme")
    BREAK = "break", _("break")
    PRESS = "press", _("press")
    LOGISTICS = "logistics", _("logistics")
    OTHER = "other", _("other item")


class Visibility(TextChoices):
    PUBLIC = "public", _("public")
    PARTICIPANTS = "participants", _("participants only")
    INTERNAL = "internal", _("internal")


class FigureKind(TextChoices):
    PARTICIPANTS = "participants", _("participants")
    DELEGATIONS = "delegations", _("delegations")
    COUNTRIES = "countries", _("countries")
    UNIVERSITIES = "universities", _("universities")
    DOCUMENTS_ANNOUNCED = "documents_announced", _("documents announced")
    DOCUMENTS_SIGNED = "documents_signed", _("documents signed")
    AGREEMENTS_IN_FORCE = "agreements_in_force", _("agreements in force")
    BRANCHES = "branches", _("branches")
    STUDENTS = "students", _("students")
    DEALS = "deals", _("value of deals")
    OTHER = "other", _("other figure")


class AttachmentKind(TextChoices):
    PROGRAMME = "programme", _("programme")
    JOINT_STATEMENT = "joint_statement", _("joint statement")
    PRESS_RELEASE = "press_release", _("press release")
    PHOTO = "photo", _("photo")
    SPEECH = "speech", _("speech")
    MINUTES = "minutes", _("minutes")
    OTHER = "other", _("other")


class Fact(TextChoices):
    """What of a record a source speaks of."""

    TITLE = "title", _("title")
    NAME = "name", _("name")
    DATE = "date", _("date")
    PLACE = "place", _("place")
    KIND = "kind", _("kind")
    VISIT_KIND = "visit_kind", _("kind of visit")
    ORGANISER = "organiser", _("organiser")
    PROGRAMME = "programme", _("programme")
    OPENED_BY = "opened_by", pgettext_lazy("fact", "opened by")
    SIZE = "size", pgettext_lazy("fact", "size")
    ROLE = "role", _("role")
    MODE = "mode", pgettext_lazy("fact", "way of taking part")
    OFFICE = "office", _("office")
    NAME_AND_OFFICE = "name_and_office", _("name and office")
    INSTRUMENT = "instrument", _("instrument")
    PARTIES = "parties", _("parties")
    SIGNATORIES = "signatories", _("signatories")
    TEXT = "text", _("text")
    AMOUNT = "amount", _("amount")
    DUE = "due", _("due on")
    OTHER = "other", pgettext_lazy("fact", "something else")


class Claim(TextChoices):
    ANNOUNCED = "announced", _("announced beforehand")
    REPORTED = "reported", _("reported afterwards")


class IntakeState(TextChoices):
    MAPPING = "mapping", pgettext_lazy("list", "columns to be told")
    READING = "reading", pgettext_lazy("list", "being read")
    READY = "ready", pgettext_lazy("list", "to be checked")
    SAVED = "saved", pgettext_lazy("list", "saved")
    UNDONE = "undone", pgettext_lazy("list", "undone")


class RowState(TextChoices):
    WAITING = "waiting", pgettext_lazy("row", "not read yet")
    NEW = "new", pgettext_lazy("row", "new")
    CHANGED = "changed", pgettext_lazy("row", "changed")
    SAME = "same", pgettext_lazy("row", "already on record")
    DOUBTFUL = "doubtful", pgettext_lazy("row", "doubtful")
    REFUSED = "refused", pgettext_lazy("row", "refused")
    LEFT_OUT = "left_out", pgettext_lazy("row", "left out")
    EMPTY = "empty", pgettext_lazy("row", "empty")


class Sign(IntegerChoices):
    """Why two records are probably one; the surest first."""

    IDENTIFIER = 1, _("same identifier")
    DOMAIN = 2, _("same web domain and country")
    NAME = 3, _("same name")
    SIMILAR = 4, _("similar name")


class AuditKind(TextChoices):
    """What the audit trail records."""

    SIGNED_IN = "signed_in", pgettext_lazy("audit", "signed in")
    SIGNED_OUT = "signed_out", pgettext_lazy("audit", "signed out")
    SIGN_IN_FAILED = "sign_in_failed", pgettext_lazy("audit", "failed to sign in")
    LOCKED_OUT = "locked_out", pgettext_lazy("audit", "locked out")
    ACCOUNT_CHANGED = "account_changed", pgettext_lazy("audit", "account changed")
    RIGHTS_CHANGED = "rights_changed", pgettext_lazy("audit", "rights changed")
    REFUSED = "refused", pgettext_lazy("audit", "refused")
    EXPORTED = "exported", pgettext_lazy("audit", "exported")
    PRIVATE_SEEN = "private_seen", pgettext_lazy("audit", "private data seen")
    PUBLISHED = "published", pgettext_lazy("audit", "published")
    UNPUBLISHED = "unpublished", pgettext_lazy("audit", "taken off the site")
    REVIEWED = "reviewed", pgettext_lazy("audit", "reviewed before publication")
    MERGED = "merged", pgettext_lazy("audit", "merged")
    STEP = "step", pgettext_lazy("audit", "step of an agreement")
    ACCREDITED = "accredited", pgettext_lazy("audit", "accreditation decided")
    REVERTED = "reverted", pgettext_lazy("audit", "reverted")
    DELETED = "deleted", pgettext_lazy("audit", "deleted")
    TOKEN = "token", pgettext_lazy("audit", "private address made or ended")
    ERASED = "erased", pgettext_lazy("audit", "personal data erased")
    OPERATED = "operated", pgettext_lazy("audit", "run by a command")


class ErasureMode(TextChoices):
    """How far what is held on a person is erased."""

    PRIVATE = "private", _("Clear private data, keep the public record under the name")
    ANONYMOUS = "anonymous", _("Withhold the name as well")


class NamePlace(TextChoices):
    """Where a name may stay when it is withheld, as staff decide."""

    SIGNED = "signed", _("under documents, as printed there")
    PRINTED = "printed", _("in programmes, lists and outcomes, as printed there")
    TEXTS = "texts", _("in titles, summaries, notes and citations")


class ReviewState(TextChoices):
    """What became of a record that was marked as ready for publication."""

    WAITING = "waiting", pgettext_lazy("review", "ready")
    RETURNED = "returned", pgettext_lazy("review", "returned")
    PUBLISHED = "published", pgettext_lazy("review", "published")
    REPLACED = "replaced", pgettext_lazy("review", "marked again")


class LetterState(TextChoices):
    WAITING = "waiting", pgettext_lazy("letter", "waiting")
    SENT = "sent", pgettext_lazy("letter", "sent")
    FAILED = "failed", pgettext_lazy("letter", "given up")
