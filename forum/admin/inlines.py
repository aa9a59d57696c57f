from django.utils.translation import gettext_lazy as _

from forum import models
from forum.admin.records import RecordInline, folded
from forum.models import Closure, EventCitation, Figure

FIGURE = [("kind", "value", "unit"), "as_stated"]
FIGURE_MORE = [("as_of", "as_of_precision", "source", "is_preferred")]
ATTACHMENT = ["title", ("kind", "file", "url"), ("language", "is_public")]
ATTACHMENT_MORE = [("as_of", "credit")]
UNAVAILABLE = ("starts_at", "ends_at", "reason")
CITATION = ["source", ("field", "value"), "as_printed"]
CITATION_MORE = [("is_preferred", "claim"), ("note", "note_language")]


class FigureInline(RecordInline):
    model = Figure
    fieldsets = folded(FIGURE, FIGURE_MORE)
    related = ("source",)


class ClosureInline(RecordInline):
    model = Closure
    fields = (UNAVAILABLE,)


class AttachmentInline(RecordInline):
    model = models.Attachment
    fieldsets = folded(ATTACHMENT, ATTACHMENT_MORE)


class EventAttachmentInline(AttachmentInline):
    """Those of the event as a whole."""

    fk_name = "event"

    def get_queryset(self, request):
        return super().get_queryset(request).filter(session=None)


class SessionAttachmentInline(AttachmentInline):
    fk_name = "session"


class CitationInline(RecordInline):
    """Citations, below whatever record they are about."""

    fieldsets = folded(CITATION, CITATION_MORE)
    related = ("source",)
    verbose_name = _("citation")
    verbose_name_plural = _("what the sources say")


class EventCitationInline(CitationInline):
    model = EventCitation
    fk_name = "event"


class SessionCitationInline(CitationInline):
    model = EventCitation
    fk_name = "session"
