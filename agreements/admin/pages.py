from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from agreements import models
from agreements.admin.commitments import ImportsText, OverdueFilter
from agreements.admin.inlines import (
    COMMITMENT,
    COMMITMENT_MORE,
    LINK,
    PARTY,
    PARTY_ACTIONS,
    PARTY_MORE,
    PROVISION,
    PROVISION_MORE,
    SIGNATORY,
    SIGNATORY_MORE,
    TEXT,
    AgreementCitationInline,
    CommitmentCitationInline,
    CommitmentInline,
    LinkInline,
    OutcomeCitationInline,
    OutcomeRoleInline,
    PartyActionsInline,
    PartyInline,
    ProgressNoteInline,
    ProvisionInline,
    SignatoryCitationInline,
    SignatoryInline,
    TextInline,
)
from agreements.admin.life import LifeAdmin
from agreements.admin.reminders import ReminderAdmin
from agreements.admin.review import YearlyReview
from agreements.admin.sealing import SealedAdmin, corrects
from agreements.admin.tables import TableAdmin
from agreements.choices import Status
from agreements.life.dates import dates_on
from agreements.life.sealing import is_sealed
from agreements.models import (
    Agreement,
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
    FINDABLE,
    PublishableAdmin,
    RecordAdmin,
    folded,
)
from forum.records.translated import columns


class DormantFilter(admin.SimpleListFilter):
    """In force, and nothing recorded lately."""

    title = _("dormant")
    parameter_name = "dormant"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes"))]

    def queryset(self, request, queryset):
        return queryset.dormant() if self.value() == "yes" else queryset


class StatusFilter(admin.SimpleListFilter):
    """The computed status, as of today."""

    title = _("status today")
    parameter_name = "status_today"

    def lookups(self, request, model_admin):
        return Status.choices

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() in Status.values else queryset


@admin.register(Agreement)
class AgreementAdmin(LifeAdmin, YearlyReview, TableAdmin, PublishableAdmin):
    actions = [*PublishableAdmin.actions, *TableAdmin.actions]
    carry_over = ("event", "session")
    date_hierarchy = "concluded_on"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("instrument", "instrument_as_printed"),
                    ("stage", "mode", "legal_nature", "is_published"),
                    ("event", "session"),
                    "slug",
                ]
            },
        ),
        (
            _("Dates"),
            {
                "description": _("The status is computed from these. Leave out what is not known."),
                "fields": [
                    (
                        "concluded_on",
                        "concluded_on_precision",
                        "in_force_on",
                        "in_force_on_precision",
                    ),
                    (
                        "expires_on",
                        "expires_on_precision",
                        "terminated_on",
                        "terminated_on_precision",
                    ),
                    ("term_months", "renewal", "renewal_months", "notice_months"),
                    ("notice_given_on", "review_months"),
                    ("entry_rule", "entry_consents"),
                ],
            },
        ),
        (
            _("Place and languages"),
            {"fields": ["city", ("country", "languages", "originals")]},
        ),
        (_("What it says"), {"fields": ["summary"]}),
        (_("Reminders"), {"fields": ["keepers"]}),
    ]
    inlines = [
        PartyInline,
        SignatoryInline,
        ProvisionInline,
        TextInline,
        LinkInline,
        CommitmentInline,
        AgreementCitationInline,
    ]
    list_display = [
        "title",
        "instrument",
        "status_today",
        "concluded_on",
        "in_force_until",
        "event",
        "is_published",
    ]
    linked_by = ("event__id__exact",)
    plain_selects = ("session",)
    list_filter = [
        StatusFilter,
        DormantFilter,
        "is_published",
        "instrument",
        "stage",
        "country",
        "provisions__topic__is_academic",
    ]
    list_select_related = ["event"]
    search_fields = FINDABLE

    def get_queryset(self, request):
        return super().get_queryset(request).with_status()

    def get_inlines(self, request, obj):
        """Of what is sealed, too, staff record when its parties come and go."""
        first, *others = super().get_inlines(request, obj)
        also = [PartyActionsInline] if obj and is_sealed(obj) and not corrects(request) else []
        return [first, *also, *others]

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        changelist.result_list = changelist.result_list.with_facts()
        return changelist

    @admin.display(description=_("status today"), ordering="status")
    def status_today(self, agreement):
        status = agreement.status and Status(agreement.status)
        html = '<span class="status status-{}">{}</span>'
        return format_html(html, status, status.label) if status else None

    @admin.display(description=_("in force until"))
    def in_force_until(self, agreement):
        return dates_on(agreement.facts(), timezone.localdate()).in_force_until


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
                reverse("private-file", args=[earlier.file]),
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


@admin.register(Outcome)
class OutcomeAdmin(RecordAdmin):
    carry_over = ("event", "agreement")
    date_hierarchy = "happened_on"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("event", "agreement"),
                    "kind",
                    "title",
                    ("happened_on", "happened_on_precision"),
                    "city",
                    ("country", "amount", "unit"),
                ]
            },
        )
    ]
    inlines = [OutcomeRoleInline, OutcomeCitationInline]
    linked_by = ("event__id__exact",)
    list_display = ["title", "kind", "happened_on", "event", "agreement"]
    list_filter = ["kind", "country"]
    list_select_related = ["event", "agreement"]
    search_fields = columns("title", "event__title", "agreement__title")


@admin.register(Commitment)
class CommitmentAdmin(ImportsText, RecordAdmin):
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


@admin.register(AgreementCitation)
class AgreementCitationAdmin(RecordAdmin):
    fieldsets = folded(
        [("agreement", "signatory"), ("outcome", "commitment"), *CITATION], CITATION_MORE
    )
    list_display = ["source", "field", "as_printed", "claim", "is_preferred"]
    list_filter = ["claim", "is_preferred"]
    list_select_related = ["source"]
    search_fields = ["field", "as_printed", "note", "source__title"]


admin.site.register(models.Reminder, ReminderAdmin)
