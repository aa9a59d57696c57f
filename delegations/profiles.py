"""What the pages of an institution and an official show: of what can be much, the beginning."""

from dataclasses import dataclass

from django.db.models import F, Prefetch, QuerySet
from django.utils import timezone

from delegations import naming, reads
from delegations.attendance import events_of, seen_members, seen_speakers
from delegations.models import (
    Appointment,
    DelegationCitation,
    Institution,
    InstitutionName,
    Official,
    OfficialName,
)
from forum.prepared import beginning, prepared
from forum.records.pages import NONE, Some, together
from forum.records.relations import tie
from forum.records.translated import columns

# How many events, and how many offices of an institution, a page shows.
NEWEST, HIGHEST = 10, 20
NAMED = ("slug", "is_published", *columns("name"))


@prepared
def institution_at(slug: str) -> QuerySet:
    found = Institution.objects.published().filter(slug=slug).for_listing()
    names = Prefetch("names", InstitutionName.objects.select_related("source"))
    return found.select_related("parent").prefetch_related(names)


@prepared
def units_of(institution: int) -> QuerySet:
    return _named(Institution.objects.filter(parent=institution))


@prepared
def successors_of(institution: int) -> QuerySet:
    return _named(Institution.objects.filter(predecessors=institution))


@prepared
def predecessors_of(institution: int) -> QuerySet:
    return _named(Institution.objects.filter(successors=institution))


def _named(institutions: QuerySet) -> QuerySet:
    return institutions.published().in_order().only(*NAMED)


@prepared
def sources_on_institution(institution: int) -> QuerySet:
    return DelegationCitation.objects.filter(institution=institution).select_related("source")


newest_events_of = beginning(lambda key: events_of(key).newest_first(), NEWEST)


def _offices_in(institution: int) -> QuerySet:
    rows = Appointment.objects.filter(institution=institution, official__is_published=True)
    rows = rows.select_related("official").prefetch_related("official__names")
    return rows.order_by(
        F("rank__weight").desc(nulls_last=True), F("starts_on").desc(nulls_last=True), "pk"
    )


_highest_offices = beginning(
    _offices_in,
    HIGHEST,
    counted=lambda key: Official.objects.filter(
        pk__in=_offices_in(key).order_by().values("official")
    ),
)


def people_of(institution) -> Some:
    """The highest offices of an institution, and how many people held one."""
    offices = _highest_offices(institution.pk)
    return offices.told(lambda rows: as_known(tie(rows, "institution", [institution])))


def as_known(appointments) -> list[naming.NamedOffice]:
    """The offices as visitors may know them today."""
    today = timezone.localdate()
    return [naming.appointment(row, naming.Reader.VISITOR, today) for row in appointments]


@prepared
def official_at(slug: str) -> QuerySet:
    names = Prefetch("names", OfficialName.objects.select_related("source"))
    return Official.objects.published().filter(slug=slug).prefetch_related(names)


@prepared
def _appointments_of(official: int) -> QuerySet:
    rows = Appointment.objects.filter(official=official).select_related("institution")
    newest = F("starts_on").desc(nulls_last=True)
    return rows.prefetch_related("institution__names").order_by(newest, "pk")


def offices_of(official) -> list[naming.NamedOffice]:
    return as_known(tie(_appointments_of(official.pk), "official", [official]))


@prepared
def sources_on_official(official: int) -> QuerySet:
    return DelegationCitation.objects.filter(official=official).select_related("source")


def memberships(official: int) -> QuerySet:
    """Where visitors may see an official in a delegation to a published event."""
    return _at_events(seen_members().own_of(official))


def stand_ins(official: int) -> QuerySet:
    """Where they may see somebody in a delegation in the official's stead."""
    return _at_events(seen_members().by_others(official))


def _at_events(members: QuerySet) -> QuerySet:
    rows = members.filter(delegation__event__is_published=True)
    rows = rows.select_related("delegation__event", "delegation__institution")
    newest = F("delegation__event__starts_on").desc(nulls_last=True)
    return rows.prefetch_related("delegation__institution__names").order_by(newest, "pk")


def speeches(official: int) -> QuerySet:
    """Where visitors may see an official speak at a published event."""
    return _in_programmes(seen_speakers().own_of(official))


def messages(official: int) -> QuerySet:
    """Where they may see somebody speak in the official's stead, or read a message."""
    return _in_programmes(seen_speakers().by_others(official))


def _in_programmes(speakers: QuerySet) -> QuerySet:
    rows = speakers.filter(session__event__is_published=True).select_related("session__event")
    return rows.order_by(F("session__event__starts_on").desc(nulls_last=True), "pk")


@dataclass(frozen=True)
class Appearances:
    """Where an official was and spoke last, and where others did so in the official's stead."""

    memberships: Some = NONE
    speeches: Some = NONE
    stand_ins: Some = NONE
    messages: Some = NONE

    @property
    def own(self) -> Some:
        return together(self.memberships, self.speeches)

    @property
    def by_others(self) -> Some:
        return together(self.stand_ins, self.messages)


_memberships = beginning(memberships, NEWEST)
_speeches = beginning(speeches, NEWEST)
_stand_ins = beginning(stand_ins, NEWEST)
_messages = beginning(messages, NEWEST)


def appearances_of(official) -> Appearances:
    """As visitors may know them: none of who does not wish to be listed."""
    if official.is_unlisted(timezone.localdate()):
        return Appearances()
    key = official.pk
    return Appearances(
        memberships=_memberships(key).told(reads.with_principals),
        speeches=_speeches(key).told(reads.with_principals),
        stand_ins=_stand_ins(key).told(reads.with_persons),
        messages=_messages(key).told(reads.with_persons),
    )
