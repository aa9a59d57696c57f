"""The other records of the app in the admin."""

from django.contrib import admin
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from agreements import models
from agreements.admin.commitments import FollowsUp, OverdueFilter
from agreements.admin.inlines import (
    COMMITMENT,
    COMMITMENT_MORE,
    LINK,
    PROVISION,
    PROVISION_MORE,
    REFERENCE,
    SIGNATORY,
    SIGNATORY_MORE,
    TEXT,
    CommitmentCitationInline,
    OutcomeCitationInline,
    OutcomeRoleInline,
    ProgressNoteInline,
    SignatoryCitationInline,
)
from agreements.admin.parties import PARTY, PARTY_ACTIONS, PARTY_MORE
from agreements.admin.reminders import ReminderAdmin
from agreements.admin.sealing import SealedAdmin
from agreements.models import (
    AgreementCitation,
    Commitment,
    Outcome,
    Party,
    Provision,
    Signatory,
    Text,
)
from delegations.admin.inlines import WHO_SEARCH
from delegations.admin.offices import WarnsOfOffice
from forum.admin.inlines import CITATION, CITATION_MORE
from forum.admin.records import (
    RecordAdmin,
    folded,
)
from forum.records.translated import columns


@admin.register(Party)
class PartyAdmin(SealedAdmin, RecordAdmin):
    fieldsets = folded(["agreement", *PARTY], [*PARTY_MORE, *PARTY_ACTIONS])
    list_display = ["__str__", "agreement", "role", "country", "reference"]
    list_filter = ["role", "country"]
    list_select_related = ["agreement", "institution"]
    search_fields = [
        *columns("institution__name", "agreement__title"),
        "name_as_printed",
        "reference",
    ]


@admin.register(Signatory)
class SignatoryAdmin(SealedAdmin, WarnsOfOffice, RecordAdmin):
    fieldsets = folded(["agreement", *SIGNATORY], SIGNATORY_MORE)
    inlines = [SignatoryCitationInline]
    list_display = ["__str__", "agreement", "role", "signed_on"]
    list_filter = ["role", "authority"]
    list_select_related = ["official", "institution", "agreement"]
    search_fields = [*WHO_SEARCH, *columns("agreement__title")]


@admin.register(Provision)
class ProvisionAdmin(SealedAdmin, RecordAdmin):
    fieldsets = folded(["agreement", *PROVISION], PROVISION_MORE)
    list_display = ["__str__", "agreement", "amount", "unit"]
    list_select_related = ["agreement", "topic"]
    search_fields = columns("text", "topic__name", "agreement__title")


@admin.register(Text)
class TextAdmin(RecordAdmin):
    fieldsets = [
        (None, {"fields": ["agreement", *TEXT, ("size", "pages", "sha256"), "earlier_files"]})
    ]
    list_display = ["__str__", "agreement", "prevails", "is_public"]
    list_filter = ["kind", "is_public"]
    list_select_related = ["agreement"]
    readonly_fields = ["size", "pages", "sha256", "earlier_files"]
    search_fields = [*columns("agreement__title"), "original_location", "sha256"]

    @admin.display(description=_("earlier files"))
    def earlier_files(self, text):
        rows = (
            (
                earlier.file.url,
                date_format(localtime(earlier.replaced_at), "DATETIME_FORMAT"),
                earlier.replaced_by,
                earlier.sha256,
            )
            for earlier in (text.earlier_files.all() if text.pk else ())
        )
        return format_html_join(mark_safe("<br>"), '<a href="{}">{}</a> {} {}', rows) or "–"


@admin.register(models.AgreementLink)
class AgreementLinkAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["agreement", *LINK]})]
    list_display = ["agreement", "kind", "other"]
    list_filter = ["kind"]
    list_select_related = ["agreement", "other"]
    search_fields = columns("agreement__title", "other__title")


@admin.register(models.AgreementReference)
class AgreementReferenceAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["agreement", *REFERENCE]})]
    list_display = ["number", "registry", "registry_name", "agreement"]
    list_filter = ["registry"]
    list_select_related = ["agreement"]
    search_fields = ["number", "registry_name", *columns("agreement__title")]


@admin.register(Outcome)
class OutcomeAdmin(RecordAdmin):
    carry_over = ("event", "agreement")
    takes_over = ("happened_on", "city", "country")
    date_hierarchy = "happened_on"
    fieldsets = folded(
        [("event", "agreement"), "title", ("kind", "happened_on"), "city", "country"],
        [("happened_on_precision", "amount", "unit")],
    )
    inlines = [OutcomeRoleInline, OutcomeCitationInline]
    linked_by = ("event__id__exact",)
    list_display = ["title", "kind", "happened_on", "event", "agreement"]
    list_filter = ["kind", "country"]
    list_select_related = ["event", "agreement"]
    search_fields = columns("title", "event__title", "agreement__title")
    sortable_by = ("happened_on",)


@admin.register(Commitment)
class CommitmentAdmin(FollowsUp, RecordAdmin):
    takes_in = "commitments"
    carry_over = ("agreement", "event")
    date_hierarchy = "due_on"
    fieldsets = folded([("agreement", "event"), *COMMITMENT], COMMITMENT_MORE)
    inlines = [ProgressNoteInline, CommitmentCitationInline]
    linked_by = ("agreement__id__exact", "event__id__exact")
    list_display = [
        "__str__",
        "due_on",
        "state",
        "overdue",
        "agreement",
        "event",
        "is_public",
    ]
    list_filter = ["state", OverdueFilter, "is_public"]
    list_select_related = ["agreement", "event"]
    search_fields = [*columns("text", "agreement__title", "event__title"), "evidence"]
    sortable_by = ("due_on",)


@admin.register(AgreementCitation)
class AgreementCitationAdmin(RecordAdmin):
    fieldsets = folded(
        [("agreement", "signatory"), ("outcome", "commitment"), *CITATION], CITATION_MORE
    )
    list_display = ["source", "field", "value", "as_printed", "claim", "is_preferred"]
    list_filter = ["field", "claim", "is_preferred"]
    list_select_related = ["source"]
    search_fields = ["value", "as_printed", "note", "source__title"]


admin.site.register(models.Reminder, ReminderAdmin)
