"""An agreement and its parts, as its page shows them: prepared queries, by the agreement's key."""

from django.db.models import Prefetch, Q, QuerySet

from agreements.models import (
    Agreement,
    AgreementCitation,
    AgreementLink,
    AgreementReference,
    Commitment,
    Outcome,
    Party,
    Provision,
    Signatory,
    Step,
    Text,
)
from forum.prepared import prepared


@prepared
def agreement_at(slug: str) -> QuerySet:
    """The published agreement at an address, with its parties and with what facts() reads."""
    parties = Prefetch("parties", Party.objects.with_names())
    found = Agreement.objects.published().filter(slug=slug).with_status()
    return found.select_related("event", "session").prefetch_related(parties).with_facts()


@prepared
def signatories_of(agreement: int) -> QuerySet:
    return Signatory.objects.filter(agreement=agreement).with_dated_names()


@prepared
def provisions_of(agreement: int) -> QuerySet:
    return Provision.objects.filter(agreement=agreement).select_related("topic")


@prepared
def references_of(agreement: int) -> QuerySet:
    return AgreementReference.objects.filter(agreement=agreement)


@prepared
def texts_of(agreement: int) -> QuerySet:
    return Text.objects.filter(agreement=agreement).public()


@prepared
def steps_of(agreement: int) -> QuerySet:
    return Step.objects.filter(agreement=agreement).public()


@prepared
def promises_of(agreement: int) -> QuerySet:
    return Commitment.objects.filter(agreement=agreement).public().for_reading()


@prepared
def outcomes_of(agreement: int) -> QuerySet:
    return Outcome.objects.filter(agreement=agreement).with_roles()


@prepared
def citations_of(agreement: int) -> QuerySet:
    return AgreementCitation.objects.about(agreement)


@prepared
def links_of(agreements: list[int]) -> QuerySet:
    """How these are tied to others, as far as visitors may know."""
    either = Q(agreement__in=agreements) | Q(other__in=agreements)
    published = AgreementLink.objects.filter(agreement__is_published=True, other__is_published=True)
    return published.filter(either).select_related("agreement", "other")
