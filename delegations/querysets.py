from __future__ import annotations

import datetime as dt

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from delegations.choices import (
    OF_A_COUNTRY,
    Accreditation,
    DelegationRole,
    DelegationStatus,
    Listing,
    MeetingStatus,
    MemberFunction,
    SpeakerStatus,
)
from forum.choices import DatePrecision
from forum.derived import catch_up
from forum.querysets import PublishableQuerySet, RecordQuerySet
from forum.records.today import Today

ORGANISING = (DelegationRole.ORGANISER, DelegationRole.PARTNER)
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


def is_unlisted(path: str = "", on: dt.date | None = None) -> Q:
    """Whether the official there does not wish to be listed as taking part on that day.

    An objection holds until its last day; whose consent has ended is no longer listed.
    """
    on = on or Today()
    lasts = Q(**{f"{path}listing_until__isnull": True}) | Q(**{f"{path}listing_until__gte": on})
    objects = Q(**{f"{path}listing": Listing.UNLISTED}) & lasts
    return objects | Q(**{f"{path}listing": Listing.LISTED, f"{path}listing_until__lt": on})


def is_present(path: str = "") -> Q:
    """Whether the delegation there came or is to come: visitors never see who declined."""
    return ~Q(**{f"{path}status__in": DECLINED})


class InstitutionQuerySet(PublishableQuerySet):
    def for_listing(self) -> InstitutionQuerySet:
        """What a list shows, for any number of rows."""
        return self.prefetch_related("further_kinds")

    def of_kind(self, kind: str) -> InstitutionQuerySet:
        """Those whose main kind it is, or any further one."""
        further = self.model._meta.get_field("further_kinds").related_model.objects
        return self.filter(Q(kind=kind) | Q(pk__in=further.filter(kind=kind).values("institution")))

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

    def own_of(self, official) -> RepresentationQuerySet:
        """What the official did, with what it takes to say in whose stead."""
        rows = self.filter(official=official).select_related("on_behalf_of")
        return rows.prefetch_related("on_behalf_of__names")

    def by_others(self, official) -> RepresentationQuerySet:
        """What others did in the official's stead, with who they are."""
        return self.filter(on_behalf_of=official).exclude(official=official).with_dated_names()

    def as_wished(self, on: dt.date | None = None) -> RepresentationQuerySet:
        """Without those who do not wish to be listed as taking part."""
        return self.exclude(is_unlisted("official__", on))

    def nameless(self) -> RepresentationQuerySet:
        """Those whose name visitors may not know: the official is not published, nor printed."""
        return self.filter(official__is_published=False, name_as_printed="")


class SpeakerQuerySet(RepresentationQuerySet):
    def taking_part(self) -> SpeakerQuerySet:
        """Those who spoke or are to speak, not those who were replaced or stayed away."""
        spoke = self.exclude(status__in=(SpeakerStatus.REPLACED, SpeakerStatus.ABSENT))
        return spoke.as_wished()


class MemberQuerySet(RepresentationQuerySet):
    def coming(self) -> MemberQuerySet:
        """Those who have not been turned away and have not withdrawn."""
        return self.exclude(accreditation__in=ABSENT)

    def listed(self) -> MemberQuerySet:
        """Those whom visitors may see."""
        return self.coming().filter(is_listed=True).as_wished()

    def heads(self) -> MemberQuerySet:
        """Those who lead a delegation: one of each at most."""
        return self.coming().filter(function=MemberFunction.HEAD)


class DelegationQuerySet(RecordQuerySet):
    def present(self) -> DelegationQuerySet:
        return self.filter(is_present())

    def without_head(self) -> DelegationQuerySet:
        """Those that come and are led by nobody; who organises sends nobody."""
        heads = self.model._meta.get_field("members").related_model.objects.heads()
        led = heads.filter(delegation=OuterRef("pk"))
        return self.present().exclude(role__in=ORGANISING).exclude(Exists(led))

    def with_member_count(self, of: QuerySet | None = None) -> DelegationQuerySet:
        """With how many members they have: all, or how many `of` some."""
        members = self.model._meta.get_field("members").related_model.objects
        counted = members.all() if of is None else of
        mine = counted.filter(delegation=OuterRef("pk")).order_by().values("delegation")
        number = Subquery(mine.annotate(number=Count("pk")).values("number"))
        return self.annotate(member_count=Coalesce(number, 0))


class MeetingQuerySet(QuerySet):
    def held(self) -> MeetingQuerySet:
        """Meetings that took place: whether one was asked for or refused is nobody's business."""
        return self.filter(status=MeetingStatus.HELD)
