from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from delegations.admin.accreditation import AccreditsMembers
from delegations.admin.clashing import AsksOfMembers, meetings_of
from delegations.admin.doubles import DoublesAdmin
from delegations.admin.heads import TellsOfNoHead
from delegations.admin.held import TellsWhatWasHeld
from delegations.admin.inlines import (
    APPOINTMENT,
    APPOINTMENT_MORE,
    MEMBER,
    MEMBER_MORE,
    SPEAKER,
    SPEAKER_MORE,
    TRANSFER,
    TRANSFER_MORE,
    WHO_SEARCH,
    AbsenceInline,
    AppointmentInline,
    DelegationCitationInline,
    FurtherKindInline,
    InstitutionCitationInline,
    InstitutionNameInline,
    MemberCitationInline,
    MemberInline,
    OfficialCitationInline,
    OfficialContactInline,
    OfficialNameInline,
    SpeakerCitationInline,
    TransferInline,
    ZoneExceptionInline,
)
from delegations.admin.nominating.asking import AsksForPeople
from delegations.admin.offices import WarnsOfOffice
from delegations.admin.printing import PrintsMembers
from delegations.admin.quick import QuickInstitution, QuickOfficial
from delegations.admin.vocabulary import CommonOfficeAdmin, OffersOffices
from delegations.choices import InstitutionKind
from delegations.filters import KIND
from delegations.models import (
    Appointment,
    CommonOffice,
    Delegation,
    DelegationCitation,
    Institution,
    Meeting,
    Member,
    OfficeRank,
    Official,
    Speaker,
    Transfer,
    Zone,
)
from forum.admin.clashing import AsksOfClashes
from forum.admin.inlines import CITATION, CITATION_MORE
from forum.admin.personal import LeadsToAccount
from forum.admin.records import FINDABLE, RecordAdmin, fold, folded
from forum.published import open_to
from forum.records.translated import columns
from forum.rights import hidden_from, sees_all


@admin.register(Delegation)
class DelegationAdmin(TellsOfNoHead, AsksOfMembers, AsksForPeople, RecordAdmin):
    takes_in = "members"
    carry_over = ("event",)
    fieldsets = [
        *folded(
            [("event", "kind"), ("country", "institution"), "name", ("role", "status")],
            [("parent", "position"), ("place", "place_reason"), "stated_size"],
        ),
        fold(
            _("Private: never on a public page"),
            [("focal_point", "liaison"), ("arrival", "departure"), "notes"],
        ),
    ]
    inlines = [MemberInline, TransferInline, DelegationCitationInline]
    linked_by = ("event__id__exact",)
    list_display = ["__str__", "event", "kind", "role", "status", "member_count"]
    list_filter = ["status", "kind", "role", "country"]
    list_select_related = ["event", "institution"]
    plain_selects = ("parent",)
    search_fields = columns("name", "institution__name", "institution__short_name", "event__title")

    def get_queryset(self, request):
        user = request.user
        counted = None if sees_all(user) else open_to(user, Member.objects.order_by())
        return super().get_queryset(request).with_member_count(counted)

    @admin.display(description=_("members"))
    def member_count(self, delegation):
        return delegation.member_count


@admin.register(Official)
class OfficialAdmin(LeadsToAccount, QuickOfficial, OffersOffices, DoublesAdmin):
    account_page = "person"
    takes_in = "officials"
    fieldsets = [
        *folded(
            ["name", "honorific", "is_published"],
            [
                "distinctions",
                "sort_name",
                ("died_on", "died_on_precision"),
                "biography",
                ("photo", "photo_credit"),
                ("orcid", "wikidata_id", "website"),
                "slug",
            ],
        ),
        fold(_("The person's own wish"), [("listing", "listing_until"), "listing_source"]),
    ]
    inlines = [
        AppointmentInline,
        OfficialNameInline,
        OfficialContactInline,
        AbsenceInline,
        OfficialCitationInline,
    ]
    list_display = ["name", "slug", "is_published"]
    list_filter = ["is_published", "listing"]
    search_fields = FINDABLE


class KindFilter(admin.SimpleListFilter):
    """By any kind of an institution, as visitors narrow their list."""

    title = KIND.label
    parameter_name = KIND.name

    def lookups(self, request, model_admin):
        return InstitutionKind.choices

    def queryset(self, request, queryset):
        value = self.value()
        return queryset.of_kind(value) if value in InstitutionKind.values else queryset


@admin.register(Institution)
class InstitutionAdmin(QuickInstitution, DoublesAdmin):
    takes_in = "institutions"
    fieldsets = [
        *folded(
            ["name", "short_name", ("kind", "country"), "city", ("website", "is_published")],
            [("parent", "represents"), ("domains", "ror_id", "wikidata_id"), "slug"],
        ),
        fold(
            _("History"),
            [
                ("founded_on", "founded_on_precision"),
                ("closed_on", "closed_on_precision"),
                "successors",
            ],
        ),
        fold(_("About"), ["logo", "description"]),
    ]
    inlines = [FurtherKindInline, InstitutionNameInline, InstitutionCitationInline]
    list_display = ["name", "short_name", "kind", "country", "is_published"]
    list_filter = ["is_published", KindFilter, "country", "represents"]
    search_fields = FINDABLE


@admin.register(OfficeRank)
class OfficeRankAdmin(RecordAdmin):
    fieldsets = [(None, {"fields": ["name", "weight"]})]
    list_display = ["name", "weight"]
    ordering = ["-weight", "pk"]
    search_fields = columns("name")
    sortable_by = None


admin.site.register(CommonOffice, CommonOfficeAdmin)


@admin.register(Appointment)
class AppointmentAdmin(TellsWhatWasHeld, OffersOffices, RecordAdmin):
    fieldsets = folded(["official", *APPOINTMENT], APPOINTMENT_MORE)
    list_display = ["official", "office", "institution", "starts_on", "ends_on", "capacity"]
    list_filter = ["capacity", "rank"]
    list_select_related = ["official", "institution"]
    search_fields = [
        *columns("official__name", "office", "institution__name"),
        "official__names__text",
    ]


@admin.register(Member)
class MemberAdmin(AsksOfClashes, AccreditsMembers, PrintsMembers, WarnsOfOffice, RecordAdmin):
    actions = [*AccreditsMembers.actions, "print_for_members"]
    takes_in = "members"
    carry_over = ("delegation",)
    fieldsets = folded(["delegation", *MEMBER], MEMBER_MORE)
    inlines = [ZoneExceptionInline, MemberCitationInline]
    linked_by = ("delegation__event__id__exact",)
    list_display = ["__str__", "delegation", "function", "accreditation", "is_listed"]
    list_filter = ["function", "accreditation", "is_listed"]
    list_select_related = ["official", "institution", "delegation__institution"]
    search_fields = [*WHO_SEARCH, *columns("delegation__event__title")]

    def what_may_clash(self, record):
        return meetings_of(record)


@admin.register(Zone)
class ZoneAdmin(RecordAdmin):
    carry_over = ("event",)
    linked_by = ("event__id__exact",)
    fieldsets = [(None, {"fields": [("event", "code"), "name", "categories"]})]
    list_display = ["__str__", "event"]
    list_select_related = ["event"]
    search_fields = ["code", *columns("name", "event__title")]


@admin.register(Speaker)
class SpeakerAdmin(AsksOfClashes, WarnsOfOffice, RecordAdmin):
    takes_in = "speakers"
    linked_by = ("session__event__id__exact",)
    carry_over = ("session",)
    fieldsets = folded(["session", *SPEAKER], SPEAKER_MORE)
    inlines = [SpeakerCitationInline]
    list_display = ["__str__", "session", "role", "status", "mode"]
    list_filter = ["role", "status", "mode"]
    list_select_related = ["official", "institution", "session"]
    search_fields = [*WHO_SEARCH, *columns("session__title", "session__event__title")]

    def what_may_clash(self, record):
        return ([record.session] if record.official else ()), record.official


@admin.register(Meeting)
class MeetingAdmin(AsksOfClashes, RecordAdmin):
    date_hierarchy = "day"
    fieldsets = [
        *folded(
            [
                ("requested_by", "counterpart"),
                "topic",
                ("status", "venue"),
                ("day", "starts_at", "ends_at"),
                "attendees",
            ],
            [("is_after_midnight", "languages")],
        ),
        fold(_("Private: never on a public page"), ["brief"]),
    ]
    list_display = ["__str__", "topic", "day", "starts_at", "status"]
    list_filter = ["status"]
    list_select_related = ["requested_by__institution", "counterpart__institution"]
    search_fields = columns(
        "topic",
        "requested_by__event__title",
        "requested_by__institution__name",
        "counterpart__institution__name",
    )
    sortable_by = ("day",)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "attendees":
            kwargs["queryset"] = open_to(request.user, Member.objects.with_names())
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@admin.register(Transfer)
class TransferAdmin(RecordAdmin):
    """All ways of a day, whatever delegation they are of: what drivers are given."""

    carry_over = ("delegation",)
    date_hierarchy = "day"
    fieldsets = folded(["delegation", *TRANSFER], TRANSFER_MORE)
    linked_by = ("delegation__event__id__exact",)
    list_display = ["__str__", "delegation", "origin", "destination", "vehicle", "driver"]
    list_select_related = ["delegation__institution"]
    search_fields = columns("delegation__name", "delegation__event__title")
    sortable_by = ()

    def get_list_display(self, request):
        hidden = hidden_from(request.user, self.model)
        return [name for name in self.list_display if name not in hidden]


@admin.register(DelegationCitation)
class DelegationCitationAdmin(RecordAdmin):
    fieldsets = folded(
        [("institution", "official"), ("delegation", "member", "speaker"), *CITATION],
        CITATION_MORE,
    )
    list_display = ["source", "field", "value", "as_printed", "claim", "is_preferred"]
    list_filter = ["field", "claim", "is_preferred"]
    list_select_related = ["source"]
    search_fields = ["value", "as_printed", "note", "source__title"]
