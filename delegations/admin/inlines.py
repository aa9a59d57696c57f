from delegations import models
from delegations.admin.heads import OneHead
from delegations.admin.offices import WarnsInRows
from delegations.admin.vocabulary import OffersOffices
from delegations.models import (
    Appointment,
    DelegationCitation,
    Member,
    Speaker,
    Transfer,
    Zone,
    ZoneException,
)
from forum.admin.inlines import UNAVAILABLE, CitationInline
from forum.admin.records import RecordInline, folded
from forum.querysets import BY_CLOCK
from forum.records.translated import columns

# Who it is, for every kind of representation.
WHO = [("official", "name_as_printed", "institution"), "office"]
WHO_MORE = [
    ("appointment", "capacity", "rank", "on_behalf_of"),
    "also_office",
    "also_institution",
]
MEMBER = [*WHO, ("function", "is_listed")]
MEMBER_MORE = [
    ("position", "accreditation"),
    ("place", "place_reason"),
    "accompanies",
    *WHO_MORE,
    "also_rank",
]
SPEAKER = [*WHO, ("role", "status")]
SPEAKER_MORE = [("mode", "position"), *WHO_MORE]
APPOINTMENT = ["office", ("institution", "starts_on", "ends_on")]
APPOINTMENT_MORE = [("rank", "capacity"), ("starts_on_precision", "ends_on_precision")]
TRANSFER = [
    ("day", "starts_at"),
    ("origin", "destination"),
    ("vehicle", "driver", "driver_phone"),
]
TRANSFER_MORE = [("ends_at", "is_after_midnight")]
# What the rows of a representation show beside themselves.
WHO_RELATED = (
    "official",
    "institution",
    "also_institution",
    "rank",
    "on_behalf_of",
    "appointment__official",
    "appointment__institution",
)
WHO_SEARCH = [
    *columns("official__name", "institution__name", "office"),
    *columns("also_institution__name", "also_office"),
    "name_as_printed",
    "official__names__text",
]


class InstitutionNameInline(RecordInline):
    model = models.InstitutionName
    fieldsets = folded(
        [("text", "language", "kind", "is_preferred")],
        [("valid_from", "valid_until", "source")],
    )
    related = ("source",)


class FurtherKindInline(RecordInline):
    model = models.FurtherKind
    fields = ("kind",)


class OfficialNameInline(RecordInline):
    model = models.OfficialName
    fieldsets = folded(
        [("text", "language", "kind", "is_preferred")],
        [("family", "given", "patronymic"), ("valid_from", "valid_until", "source")],
    )
    related = ("source",)


class AppointmentInline(OffersOffices, RecordInline):
    model = Appointment
    fieldsets = folded(APPOINTMENT, APPOINTMENT_MORE)
    related = ("institution", "rank")


class OfficialContactInline(RecordInline):
    model = models.OfficialContact


class AbsenceInline(RecordInline):
    model = models.Absence
    fields = (UNAVAILABLE,)


class InstitutionCitationInline(CitationInline):
    model = DelegationCitation
    fk_name = "institution"


class OfficialCitationInline(CitationInline):
    model = DelegationCitation
    fk_name = "official"


class DelegationCitationInline(CitationInline):
    model = DelegationCitation
    fk_name = "delegation"


class MemberCitationInline(CitationInline):
    model = DelegationCitation
    fk_name = "member"


class SpeakerCitationInline(CitationInline):
    model = DelegationCitation
    fk_name = "speaker"


class MemberInline(OneHead, RecordInline):
    model = Member
    fieldsets = folded(MEMBER, MEMBER_MORE)
    readonly_fields = ("accreditation",)
    related = (*WHO_RELATED, "also_rank", "accompanies__official", "accompanies__institution")


class TransferInline(RecordInline):
    model = Transfer
    fieldsets = folded(TRANSFER, TRANSFER_MORE)
    ordering = (*BY_CLOCK, "pk")


class ZoneExceptionInline(RecordInline):
    model = ZoneException
    fields = (("zone", "may_enter"),)
    plain_selects = ("zone",)

    def get_formset(self, request, obj=None, **kwargs):
        """Offer the zones of the member's own event."""
        formset = super().get_formset(request, obj, **kwargs)
        zone = formset.form.base_fields.get("zone")
        if zone is not None:
            event = obj.delegation.event_id if obj else None
            zone.queryset = Zone.objects.filter(event=event)
        return formset


class SpeakerInline(WarnsInRows, RecordInline):
    model = Speaker
    fieldsets = folded(SPEAKER, SPEAKER_MORE)
    related = WHO_RELATED
