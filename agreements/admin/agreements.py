"""Agreements in the admin: their list, their form and its parts."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agreements.admin.concluding import Concluding
from agreements.admin.corrections import Corrections
from agreements.admin.inlines import (
    AgreementCitationInline,
    CommitmentInline,
    LinkInline,
    ProvisionInline,
    ReferenceInline,
    SignatoryInline,
    TextInline,
)
from agreements.admin.life import LifeAdmin
from agreements.admin.parties import PartyFormSet, PartyInline
from agreements.admin.review import YearlyReview
from agreements.admin.tables import TableAdmin
from agreements.choices import Status
from agreements.life.dates import dates_on
from agreements.models import Agreement, Provision
from forum.admin.publishable import PublishableAdmin
from forum.admin.records import FINDABLE, fold
from forum.models import Topic


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


class AcademicFilter(admin.SimpleListFilter):
    """By whether a provision is about an academic topic: asked of each, where a join is sorted."""

    title = Topic._meta.get_field("is_academic").verbose_name
    parameter_name = "academic"

    def lookups(self, request, model_admin):
        return [("1", _("Yes")), ("0", _("No"))]

    def queryset(self, request, queryset):
        if self.value() not in ("0", "1"):
            return queryset
        mine = Provision.objects.filter(agreement=OuterRef("pk")).order_by()
        return queryset.filter(Exists(mine.filter(topic__is_academic=self.value() == "1")))


@admin.register(Agreement)
class AgreementAdmin(
    LifeAdmin, Concluding, Corrections, YearlyReview, TableAdmin, PublishableAdmin
):
    published_with = "agreement"
    takes_in = "agreements"
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
                    ("instrument", "stage", "mode"),
                    ("event", "session"),
                    ("concluded_on", "concluded_on_precision"),
                    "city",
                    ("country", "languages", "is_published"),
                ]
            },
        ),
        fold(
            _("What it says"),
            [
                "summary",
                ("instrument_as_printed", "legal_nature"),
                ("is_online", "originals"),
            ],
        ),
        fold(
            _("In force and until when"),
            [
                ("in_force_on", "in_force_on_precision"),
                ("provisional_on", "provisional_on_precision"),
                ("expires_on", "expires_on_precision"),
                ("terminated_on", "terminated_on_precision"),
                ("term_months", "renewal", "renewal_months", "notice_months"),
                ("notice_given_on", "review_months"),
                ("entry_rule", "entry_consents"),
            ],
        ),
        fold(_("Address and reminders"), ["slug", "keepers"]),
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
        AcademicFilter,
    ]
    list_select_related = ["event"]
    search_fields = FINDABLE
    sortable_by = ("concluded_on",)

    def get_queryset(self, request):
        return super().get_queryset(request).with_status()

    def construct_change_message(self, request, form, formsets, add=False):
        """Those who sign stand in the rows of parties."""
        inner = [
            signers
            for formset in formsets
            if isinstance(formset, PartyFormSet)
            for signers in formset.signers
            if signers.instance.pk
        ]
        return super().construct_change_message(request, form, [*formsets, *inner], add)

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        changelist.result_list = changelist.result_list.with_facts()
        return changelist

    @admin.display(description=_("status today"))
    def status_today(self, agreement):
        status = agreement.status and Status(agreement.status)
        html = '<span class="status status-{}">{}</span>'
        return format_html(html, status, status.label) if status else None

    @admin.display(description=_("in force until"))
    def in_force_until(self, agreement):
        return dates_on(agreement.facts(), timezone.localdate()).in_force_until
