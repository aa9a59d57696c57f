from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forum import models
from forum.admin.clashing import AsksOfClashes
from forum.admin.inlines import (
    ATTACHMENT,
    ATTACHMENT_MORE,
    CITATION,
    CITATION_MORE,
    FIGURE,
    FIGURE_MORE,
    ClosureInline,
    EventAttachmentInline,
    EventCitationInline,
    FigureInline,
    SessionAttachmentInline,
    SessionCitationInline,
)
from forum.admin.letters import LetterAdmin
from forum.admin.listing import RecordList
from forum.admin.offering import Offered
from forum.admin.publishable import PublishableAdmin
from forum.admin.records import FINDABLE, RecordAdmin, fold, folded
from forum.admin.returning import next_of
from forum.admin.typed import RecordForm
from forum.models import Event, EventCitation, Figure, Series, Session, Source, Topic, Venue
from forum.querysets import SESSION_ORDER
from forum.records import time_zones
from forum.records.partial_dates import format_range
from forum.records.translated import columns

PLACE = {"country", *columns("city")}


class EventForm(RecordForm):
    def clean(self):
        """Let the time zone follow when the event moves and had that of its place."""
        moves = PLACE & {*self.changed_data} and "time_zone" not in self.changed_data
        if moves and self.instance.time_zone == self.instance.zone_of_place:
            self.cleaned_data["time_zone"] = ""
        return super().clean()


def workspace_of(event) -> str:
    """Where staff work on an event."""
    return reverse("admin:workspace", args=[event.pk, "overview"])


class EventList(RecordList):
    def url_for_result(self, result):
        return workspace_of(result)


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    published_with = "event"
    date_hierarchy = "starts_on"
    form = EventForm
    takes_over = ("city", "country", "languages")
    event_field = "parent"
    offers = {"time_zone": Offered("zones", lambda: {"": time_zones.all_zones()})}
    fieldsets = [
        *folded(
            [
                "title",
                ("kind", "status", "is_published"),
                ("starts_on", "ends_on"),
                "city",
                ("country", "venue"),
            ],
            [
                ("date_precision", "time_zone", "visit_kind"),
                ("attendance_mode", "languages", "interpretation"),
                ("parent", "series", "edition"),
                "slug",
            ],
        ),
        fold(_("What it is about"), ["theme", "summary", "description", "topics"]),
        fold(
            _("Order of delegations"),
            [("precedence_rule", "precedence_language"), ("host_place", "member_rule")],
        ),
        fold(_("Picture"), [("image", "image_credit"), "image_alt"]),
    ]
    inlines = [FigureInline, EventAttachmentInline, EventCitationInline]
    linked_by = ("parent__id__exact",)
    list_display = ["title", "dates", "kind", "status", "country", "is_published"]
    list_filter = [
        "is_published",
        "status",
        "kind",
        ("series", admin.RelatedOnlyFieldListFilter),
        "country",
        "topics__is_academic",
    ]
    search_fields = FINDABLE
    sortable_by = ("dates",)

    def get_changeform_initial_data(self, request):
        """A new one has the time zone of its city, unless one is chosen."""
        return {"time_zone": ""} | super().get_changeform_initial_data(request)

    def get_changelist(self, request, **kwargs):
        return EventList

    def response_post_save_add(self, request, obj):
        return HttpResponseRedirect(next_of(request, workspace_of(obj)))

    response_post_save_change = response_post_save_add

    @admin.display(description=_("dates"), ordering="starts_on")
    def dates(self, event):
        return format_range(event.starts_on, event.ends_on, event.date_precision) or "–"


@admin.register(Session)
class SessionAdmin(AsksOfClashes, RecordAdmin):
    takes_in = "programme"
    carry_over = ("event", "parent", "day", "venue")
    takes_over = ("day", "languages")
    date_hierarchy = "day"
    fieldsets = [
        *folded(
            [
                ("event", "kind"),
                "title",
                ("day", "starts_at", "ends_at"),
                ("venue", "visibility"),
            ],
            [("parent", "position", "is_after_midnight"), ("languages", "expected")],
        ),
        fold(_("Lecture"), [("original_title", "original_language"), "abstract"]),
    ]
    inlines = [SessionAttachmentInline, SessionCitationInline]
    linked_by = ("event__id__exact",)
    order_within = SESSION_ORDER
    list_display = ["day", "starts_at", "ends_at", "__str__", "parent", "event", "visibility"]
    list_display_links = ["__str__"]
    list_filter = ["visibility", "kind"]
    list_select_related = ["event", "parent"]
    plain_selects = ("parent",)
    search_fields = [
        *columns("title"),
        "original_title",
        *columns("event__title"),
    ]
    sortable_by = ("day",)

    def usual_day(self, event):
        """That of the item that was recorded last."""
        last = event.sessions.filter(day__isnull=False).order_by("-pk").first()
        return last and last.day


@admin.register(Series)
class SeriesAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["name", "slug"]})]
    search_fields = [*columns("name"), "slug"]
    sortable_by = None


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["name", ("code", "is_academic"), "slug"]})]
    list_display = ["name", "code", "is_academic"]
    list_filter = ["is_academic"]
    search_fields = [*columns("name"), "code"]
    sortable_by = None


@admin.register(Venue)
class VenueAdmin(RecordAdmin):
    fieldsets = folded(
        ["name", "address", "city", ("country", "parent")],
        [("floor", "capacity", "website"), ("latitude", "longitude")],
    )
    inlines = [ClosureInline]
    list_display = ["name", "parent", "city", "country"]
    list_filter = ["country"]
    list_select_related = ["parent"]
    search_fields = [
        *columns("name"),
        *columns("city"),
    ]


@admin.register(Figure)
class FigureAdmin(RecordAdmin):
    fieldsets = folded(["event", ("country", "other_country"), *FIGURE], FIGURE_MORE)
    list_display = ["__str__", "event", "country", "other_country", "as_of", "is_preferred"]
    list_filter = ["kind", "is_preferred"]
    list_select_related = ["event"]
    search_fields = [
        *columns("as_stated"),
        *columns("event__title"),
    ]


@admin.register(models.Attachment)
class AttachmentAdmin(RecordAdmin):
    carry_over = ("event", "session")
    fieldsets = folded([("event", "session"), *ATTACHMENT], ATTACHMENT_MORE)
    list_display = ["title", "event", "session", "kind", "language", "as_of", "is_public"]
    list_filter = ["kind", "is_public"]
    list_select_related = ["event", "session"]
    plain_selects = ("session",)
    search_fields = [
        *columns("title"),
        *columns("event__title"),
    ]


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    date_hierarchy = "published_on"
    fieldsets = [
        (
            None,
            {"fields": ["title", "url", ("publisher", "language"), ("published_on", "read_on")]},
        )
    ]
    list_display = ["title", "publisher", "language", "published_on"]
    list_filter = ["language"]
    search_fields = ["title", "publisher", "url"]
    sortable_by = ("published_on",)


@admin.register(EventCitation)
class EventCitationAdmin(RecordAdmin):
    fieldsets = folded([("event", "session"), *CITATION], CITATION_MORE)
    list_display = ["source", "event", "session", "field", "value", "as_printed", "is_preferred"]
    list_filter = ["field", "claim", "is_preferred"]
    list_select_related = ["source", "event", "session__event"]
    search_fields = ["value", "as_printed", "note", "source__title"]


admin.site.register(models.Letter, LetterAdmin)
