from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FilteredRelation,
    Prefetch,
    Q,
    Value,
    When,
)
from django.utils import timezone

from agreements.choices import CommitmentState, PartyRole, Stage, Status, StepKind
from agreements.life.activity import latest_day
from agreements.life.months import add_months
from agreements.life.status import days_later
from delegations.querysets import has_side, side_of
from forum.choices import DatePrecision
from forum.derived import catch_up
from forum.querysets import PublishableQuerySet, RecordQuerySet

IN_FORCE = (Status.IN_FORCE, Status.EXPIRING)
PUBLIC_STEPS = (
    StepKind.INITIALLED,
    StepKind.SIGNED,
    StepKind.PROVISIONAL,
    StepKind.IN_FORCE,
    StepKind.EXTENDED,
    StepKind.RENEWED,
    StepKind.AMENDED,
    StepKind.REPLACED,
    StepKind.NOTICE,
    StepKind.NOTICE_WITHDRAWN,
    StepKind.TERMINATED,
    StepKind.EXPIRED,
)


def expiring_on(day: dt.date, period: str = "") -> Q:
    """Periods that count as expiring on a day that lies in them."""
    return Q(**{f"{period}expires_on__lte": days_later(day, settings.EXPIRING_DAYS)})


class PeriodQuerySet(models.QuerySet):
    def in_force_on_days(self, days: Iterable[dt.date]) -> dict[dt.date, int]:
        """How many of the agreements are in force on each of the days, in one query."""
        numbered = dict(enumerate(days))
        counts = self.aggregate(
            **{
                f"day_{number}": Count(
                    "pk",
                    filter=Q(first_on__lte=day, last_on__gte=day)
                    & (Q(status=Status.IN_FORCE) | expiring_on(day)),
                )
                for number, day in numbered.items()
            }
        )
        return {day: counts[f"day_{number}"] for number, day in numbered.items()}


class AgreementQuerySet(PublishableQuerySet):
    def with_status(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Annotate `status` on that day, none before anything is known, and the `period` it is in.

        `ends_on` is the last day of its effect, unless that is endless.
        """
        catch_up()
        on = on or timezone.localdate()
        of_day = Q(periods__first_on__lte=on, periods__last_on__gte=on)
        return self.annotate(
            period=FilteredRelation("periods", condition=of_day),
            status=Case(
                When(expiring_on(on, "period__"), then=Value(Status.EXPIRING)),
                default=F("period__status"),
                output_field=CharField(),
            ),
            ends_on=F("period__expires_on"),
        )

    def with_badge(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Annotate `badge`, the status on that day as agreements.wording says it."""
        mode = When(status=Status.SIGNED, then=F("mode"))
        return self.with_status(on).annotate(
            badge=Case(mode, default=F("status"), output_field=CharField())
        )

    def known(self, on: dt.date) -> AgreementQuerySet:
        """Agreements of which anything was known by that day."""
        catch_up()
        return self.filter(periods__first_on__lte=on, periods__last_on__gte=on)

    def with_facts(self) -> AgreementQuerySet:
        """Bring along what facts() reads, in as many queries for any number of rows."""
        return self.prefetch_related("links_in__agreement", "parties", "steps")

    def expiring(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Agreements that end soon, the first to end first."""
        return self.with_status(on).filter(status=Status.EXPIRING).order_by("ends_on", "pk")

    def in_force(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Agreements in force on the given day, also those that are about to expire."""
        return self.with_status(on).filter(status__in=IN_FORCE)

    def with_activity(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Annotate `last_activity` by that day, by the rules of agreements.activity."""
        return self.annotate(last_activity=latest_day(self.model, on or timezone.localdate()))

    def dormant(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Agreements signed or in force of which nothing was recorded for long, the longest first.

        Those without any known day are incomplete rather than dormant.
        """
        on = on or timezone.localdate()
        return (
            self.with_status(on)
            .with_activity(on)
            .filter(
                status__in=(Status.SIGNED, Status.PROVISIONAL, *IN_FORCE),
                last_activity__lte=add_months(on, -settings.DORMANT_MONTHS),
            )
            .order_by("last_activity", "pk")
        )

    def newest_first(self) -> AgreementQuerySet:
        return self.order_by(F("concluded_on").desc(nulls_last=True), "-pk")

    def incomplete(self) -> AgreementQuerySet:
        """Concluded documents that lack two parties, a signatory or a date."""
        parties = Count("parties", filter=Q(parties__role=PartyRole.PARTY), distinct=True)
        return self.annotate(
            party_count=parties, signatory_count=Count("signatories", distinct=True)
        ).filter(
            Q(party_count__lt=2)
            | Q(signatory_count=0)
            | Q(concluded_on__isnull=True) & ~Q(concluded_on_precision=DatePrecision.UNKNOWN),
            stage=Stage.CONCLUDED,
        )

    def awaiting_seal(self) -> AgreementQuerySet:
        """Concluded documents that nobody has recorded as such yet."""
        return self.filter(stage=Stage.CONCLUDED, sealed_at=None)

    def for_listing(self, on: dt.date | None = None) -> AgreementQuerySet:
        """What a list shows: status, event and parties, for any number of rows."""
        parties = self.model._meta.get_field("parties").related_model
        return (
            self.with_status(on)
            .select_related("event")
            .prefetch_related(
                Prefetch("parties", parties.objects.with_names().order_by("position", "pk"))
            )
        )

    def with_sides(self) -> AgreementQuerySet:
        """A row for each `side`: the country that a party represents, or else its institution.

        Where that is not known it counts for the countries of the event: who concluded something
        on a visit did so between the two countries of the visit.
        """
        catch_up()
        seat = side_of("parties__institution__")
        told = Q(parties__institution__is_published=True) & has_side("parties__institution__")
        unknown = Q(parties__isnull=True) | Q(parties__role=PartyRole.PARTY)
        return self.annotate(
            there=FilteredRelation(
                "event__attendances", condition=Q(event__attendances__institution__isnull=True)
            ),
            side=Case(
                When(parties__country__gt="", then="parties__country"),
                When(told, then=seat),
                When(unknown & Q(event__is_published=True), then="there__country"),
                default=Value(""),
                output_field=CharField(),
            ),
        )

    def of_country(self, code: str) -> AgreementQuerySet:
        """Agreements of which the country is a side."""
        sides = self.model.objects.with_sides().filter(side=code)
        return self.filter(pk__in=sides.values("pk"))

    def countries(self) -> set[str]:
        """The codes of the countries that are sides of these agreements."""
        return {*self.order_by().with_sides().values_list("side", flat=True)} - {"", None}

    def of_institution(self, institution) -> AgreementQuerySet:
        """Agreements to which the institution is a party, a beneficiary or the depositary."""
        return self.filter(parties__institution=institution).distinct()


class PartyQuerySet(RecordQuerySet):
    def with_names(self) -> PartyQuerySet:
        """Everything that it takes to name the parties as on any day, in two queries."""
        return self.select_related("institution").prefetch_related("institution__names")


class StepQuerySet(RecordQuerySet):
    def public(self) -> StepQuerySet:
        """What visitors may know of a life, in its order: no step by a document they cannot see."""
        hidden = Q(document__isnull=False, document__is_published=False)
        steps = self.filter(kind__in=PUBLIC_STEPS).exclude(hidden).select_related("document")
        return steps.order_by(F("happened_on").asc(nulls_first=True), "pk")


class TextQuerySet(RecordQuerySet):
    def public(self) -> TextQuerySet:
        return self.filter(is_public=True)


class OutcomeQuerySet(models.QuerySet):
    def published(self) -> OutcomeQuerySet:
        """What came of published events and agreements."""
        return self.filter(Q(event__is_published=True) | Q(agreement__is_published=True))

    def of_events(self, events) -> OutcomeQuerySet:
        """What came of these events, or of what was published of their documents."""
        documents = Q(agreement__event__in=events, agreement__is_published=True)
        return self.filter(Q(event__in=events) | documents)

    def with_roles(self) -> OutcomeQuerySet:
        """Bring along who received, gave or opened what, and on which occasion."""
        roles = self.model._meta.get_field("roles").related_model
        return self.select_related("event", "agreement__event").prefetch_related(
            Prefetch("roles", roles.objects.with_dated_names())
        )


class CitationQuerySet(models.QuerySet):
    def about(self, agreement) -> CitationQuerySet:
        """What sources say about an agreement and about what visitors see of its parts."""
        return self.filter(
            Q(agreement=agreement)
            | Q(signatory__agreement=agreement)
            | Q(outcome__agreement=agreement)
            | Q(commitment__agreement=agreement, commitment__is_public=True)
        ).select_related("source", "agreement", "outcome", "commitment")


def overdue_on(day: dt.date) -> Q:
    """Promises whose day has passed while they were neither kept nor given up."""
    return Q(due_on__lt=day, state__in=(CommitmentState.OPEN, CommitmentState.UNDER_WAY))


class CommitmentQuerySet(RecordQuerySet):
    def for_reading(self) -> CommitmentQuerySet:
        """The first due first, with where each stands, who is responsible and what fulfilled it."""
        return (
            self.order_by(F("due_on").asc(nulls_last=True), "pk")
            .select_related(
                "agreement",
                "event",
                "owner",
                "fulfilled_by_agreement",
                "fulfilled_by_outcome__agreement",
                "fulfilled_by_outcome__event",
            )
            .prefetch_related("responsible")
        )

    def public(self) -> CommitmentQuerySet:
        return self.filter(is_public=True)

    def published(self) -> CommitmentQuerySet:
        """Public promises of published agreements and events: those that have a page."""
        return self.public().filter(Q(agreement__is_published=True) | Q(event__is_published=True))

    def of_events(self, events) -> CommitmentQuerySet:
        """Promises made at these events or in one of their documents."""
        return self.filter(Q(event__in=events) | Q(agreement__event__in=events))

    def overdue(self, on: dt.date | None = None) -> CommitmentQuerySet:
        """Promises that are overdue, the longest first."""
        return self.filter(overdue_on(on or timezone.localdate())).order_by("due_on", "pk")
