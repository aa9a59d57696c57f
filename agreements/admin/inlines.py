from django.utils.translation import gettext_lazy as _

from agreements import models
from agreements.admin.sealing import KeepsParts, SealedFormSet, SealedWarningFormSet
from agreements.models import (
    AgreementCitation,
    Commitment,
    Party,
    Provision,
    Signatory,
    Text,
)
from delegations.admin.inlines import WHO, WHO_MORE, WHO_RELATED
from delegations.admin.offices import WarnsInRows
from forum.admin.inlines import CitationInline
from forum.admin.records import RecordInline, folded
from forum.published import open_to

PROVISION = [("topic", "amount", "unit"), "text"]
PROVISION_MORE = [("from_party", "to_party", "starts_on", "ends_on")]
SIGNATORY = [("party", "role", "position"), *WHO]
SIGNATORY_MORE = [*WHO_MORE, ("signed_on", "signed_on_precision", "authority"), "city", "is_online"]
TEXT = [
    ("kind", "language", "prevails", "is_public"),
    ("file", "url", "original_location"),
]
REFERENCE = [("registry", "registry_name"), ("number", "url")]
LINK = [("kind", "other")]
COMMITMENT = ["text", ("responsible", "due_on"), ("state", "is_public")]
COMMITMENT_MORE = [
    ("paragraph", "owner"),
    "evidence",
    ("fulfilled_by_agreement", "fulfilled_by_outcome"),
]


class OfOneAgreement(RecordInline):
    """Rows that name parties: only those of the agreement in hand, asked for once."""

    party_fields: tuple[str, ...] = ()

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        parties = Party.objects.filter(agreement=obj).select_related("institution")
        parties = open_to(request.user, parties)
        choices = [("", "---------"), *((party.pk, str(party)) for party in parties)] if obj else []
        for name in self.party_fields:
            field = formset.form.base_fields[name]
            field.queryset = parties
            field.choices = choices
        return formset


class ProvisionInline(KeepsParts, OfOneAgreement):
    model = Provision
    formset = SealedFormSet
    fieldsets = folded(PROVISION, PROVISION_MORE)
    party_fields = plain_selects = ("from_party", "to_party")
    related = ("topic",)


class SignatoryInline(KeepsParts, WarnsInRows, OfOneAgreement):
    """Witnesses, and whoever stands in no row of a party yet."""

    model = Signatory
    formset = SealedWarningFormSet
    fieldsets = folded(SIGNATORY, SIGNATORY_MORE)
    party_fields = plain_selects = ("party",)
    related = WHO_RELATED
    verbose_name = _("witness or other signatory")
    verbose_name_plural = _("witnesses and other signatories")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(party=None)


class TextInline(RecordInline):
    model = Text
    fields = TEXT


class ReferenceInline(RecordInline):
    model = models.AgreementReference
    fields = REFERENCE


class LinkInline(RecordInline):
    model = models.AgreementLink
    fields = LINK
    fk_name = "agreement"
    related = ("other",)


class CommitmentInline(RecordInline):
    model = Commitment
    fieldsets = folded(COMMITMENT, COMMITMENT_MORE)
    fk_name = "agreement"
    related = ("owner", "fulfilled_by_agreement", "fulfilled_by_outcome")


class ProgressNoteInline(RecordInline):
    model = models.ProgressNote
    fields = [("noted_on", "is_public", "noted_by_name"), "text"]
    readonly_fields = ["noted_by_name"]


class AgreementCitationInline(CitationInline):
    model = AgreementCitation
    fk_name = "agreement"


class SignatoryCitationInline(CitationInline):
    model = AgreementCitation
    fk_name = "signatory"


class OutcomeCitationInline(CitationInline):
    model = AgreementCitation
    fk_name = "outcome"


class CommitmentCitationInline(CitationInline):
    model = AgreementCitation
    fk_name = "commitment"


class OutcomeRoleInline(WarnsInRows, RecordInline):
    model = models.OutcomeRole
    fieldsets = folded([("role", "position"), *WHO], WHO_MORE)
    related = WHO_RELATED
