"""Agreements in the admin: their list, their form and its parts."""

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agreements.admin.inlines import (
    AgreementCitationInline,
    CommitmentInline,
    LinkInline,
    PartyActionsInline,
    PartyInline,
    ProvisionInline,
    ReferenceInline,
    SignatoryInline,
    TextInline,
)
from agreements.admin.life import LifeAdmin
from agreements.admin.review import YearlyReview
from agreements.admin.sealing import corrects
from agreements.admin.tables import TableAdmin
from agreements.choices import Status
from agreements.life.dates import dates_on
from agreements.life.sealing import is_sealed
from agreements.models import (
    Agreement,
)
from forum.admin.publishable import PublishableAdmin
from forum.admin.records import FINDABLE


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
    takes_in = "agreements"
    published_with = "agreement"
    actions = [*PublishableAdmin.actions, *TableAdmin.actions]
    carry_over = ("event", "session")
    takes_over = ("concluded_on", "city", "country", "languages")
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
                    ("provisional_on", "provisional_on_precision"),
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
            {"fields": ["city", ("country", "is_online", "languages", "originals")]},
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
        ReferenceInline,
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
