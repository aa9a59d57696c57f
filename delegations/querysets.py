from __future__ import annotations

import datetime as dt

from django.db.models import Case, CharField, Count, F, Prefetch, Q, QuerySet, Value, When
from django.utils import timezone

from delegations.choices import (
    OF_A_COUNTRY,
    Accreditation,
    DelegationStatus,
    MeetingStatus,
    SpeakerStatus,
)
from forum.choices import DatePrecision
from forum.derived import catch_up
from forum.querysets import PublishableQuerySet, RecordQuerySet

DECLINED = (DelegationStatus.DECLINED, DelegationStatus.CANCELLED)
ABSENT = (Accreditation.REJECTED, Accreditation.WITHDRAWN)


def side_of(path: str = "") -> Case:
    """The country whose side an institution is on: of an embassy the one that sent it.

    An international organisation is on the side of none, wherever it has its seat.
    """
    return Case(
        When(**{f"{path}represents__gt": ""}, then=F(f"{path}represents")),
        When(**{f"{path}kind__in": OF_A_COUNTRY}, then=F(f"{path}country")),
        default=Value(""),
        output_field=CharField(),
    )


def has_side(path: str = "") -> Q:
    """Whether an institution is on the side of any country that is known."""
    seat = {f"{path}country__gt": "", f"{path}kind__in": OF_A_COUNTRY}
    return Q(**{f"{path}represents__gt": ""}) | Q(**seat)


def is_of_side(code: str, path: str = "") -> Q:
    """Whether an institution is on that country's side."""
    seat = {f"{path}represents": "", f"{path}country": code, f"{path}kind__in": OF_A_COUNTRY}
    return Q(**{f"{path}represents": code}) | Q(**seat)


class InstitutionQuerySet(PublishableQuerySet):
    def for_listing(self) -> InstitutionQuerySet:
        """What a list shows, for any number of rows."""
        return self.prefetch_related("further_kinds")

    def in_order(self) -> InstitutionQuerySet:
        catch_up()
        return self.order_by(self.model.sort_key.here, "pk")


class OfficialQuerySet(PublishableQuerySet):
    def with_current_offices(self, on: dt.date | None = None) -> OfficialQuerySet:
        """Bring along `current_offices`, those held on the given day."""
        appointments = self.model._meta.get_field("appointments").related_model
        return self.prefetch_related(
            Prefetch(
                "appointments",
                appointments.objects.held(on).select_related("institution"),
                to_attr="current_offices",
            )
        )

    def in_order(self) -> OfficialQuerySet:
        """By the name to sort by, where staff gave one, else by the name."""
        catch_up()
        return self.order_by(self.model.sort_key.here, "pk")


def _lasts(end: str, on: dt.date) -> Q:
    """What has not ended before that day, nor on a day that nobody knows."""
    return Q(**{f"{end}__gte": on}) | Q(**{f"{end}__isnull": True}) & ~Q(
        **{f"{end}_precision": DatePrecision.UNKNOWN}
    )


class AppointmentQuerySet(RecordQuerySet):
    def held(self, on: dt.date | None = None) -> AppointmentQuerySet:
        """Offices held on the given day, as far as it is known; delegations.offices says why."""
        on = on or timezone.localdate()
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=on),
            _lasts("ends_on", on),
            Q(institution__isnull=True) | _lasts("institution__closed_on", on),
            _lasts("official__died_on", on),
        )

    def only_one_held(self, on: dt.date, institution=None):
        """The one office held on that day, of an institution if one is given; else None."""
        held = self.held(on).select_related("institution", "rank")
        found = list((held.filter(institution=institution) if institution else held)[:2])
        return found[0] if len(found) == 1 else None


class RepresentationQuerySet(RecordQuerySet):
    def with_names(self) -> RepresentationQuerySet:
        """Everything that it takes to say who this is today, in the same query."""
        return self.select_related(
            "official", "institution", "also_institution", "rank", "on_behalf_of"
        )

    def with_dated_names(self) -> RepresentationQuerySet:
        """With the names of other days too, in a query for each kind of record."""
        return self.with_names().prefetch_related(
            "official__names",
            "institution__names",
            "also_institution__names",
            "on_behalf_of__names",
        )

    def of(self, official) -> RepresentationQuerySet:
        """What the official did, and what others did in the official's stead."""
        return self.filter(Q(official=official) | Q(on_behalf_of=official))

    def nameless(self) -> RepresentationQuerySet:
        """Those whose name visitors may not know: the official is not published, nor printed."""
        return self.filter(official__is_published=False, name_as_printed="")


class SpeakerQuerySet(RepresentationQuerySet):
    def taking_part(self) -> SpeakerQuerySet:
        """Those who spoke or are to speak, not those who were replaced or stayed away."""
        return self.exclude(status__in=(SpeakerStatus.REPLACED, SpeakerStatus.ABSENT))


class MemberQuerySet(RepresentationQuerySet):
    def listed(self) -> MemberQuerySet:
        """Those whom visitors may see."""
        return self.filter(is_listed=True).exclude(accreditation__in=ABSENT)


class DelegationQuerySet(RecordQuerySet):
    def present(self) -> DelegationQuerySet:
        """Delegations that came or are to come: visitors never see who declined."""
        return self.exclude(status__in=DECLINED)

    def with_member_count(self) -> DelegationQuerySet:
        return self.annotate(member_count=Count("members", distinct=True))

    def with_listed_members(self) -> DelegationQuerySet:
        members = self.model._meta.get_field("members").related_model
        listed = members.objects.listed().with_dated_names()
        return self.select_related("institution").prefetch_related(
            "institution__names", Prefetch("members", listed, to_attr="listed_members")
        )


class MeetingQuerySet(QuerySet):
    def held(self) -> MeetingQuerySet:
        """Meetings that took place: whether one was asked for or refused is nobody's business."""
        return self.filter(status=MeetingStatus.HELD)
