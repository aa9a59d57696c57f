from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from agreements.choices import (
    CommitmentState,
    LinkKind,
    PartyRole,
    Renewal,
    Stage,
    Status,
    StepKind,
)
from agreements.life.activity import latest_day
from agreements.life.months import AddMonths, DayBefore, NextOnGrid, add_months
from agreements.life.status import ENDED, ENDLESS, STATUS_OF_STAGE, days_later
from forum.choices import DatePrecision
from forum.querysets import PublishableQuerySet

IN_FORCE = (Status.IN_FORCE, Status.EXPIRING)
PUBLIC_STEPS = (
    StepKind.INITIALLED,
    StepKind.SIGNED,
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


class AgreementQuerySet(PublishableQuerySet):
    def with_status(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Annotate `status` on the given day and `last_day`, by the rules of agreements.status."""
        return self.with_last_day().annotate(status=self.status_case(on or timezone.localdate()))

    def with_last_day(self) -> AgreementQuerySet:
        """Annotate `last_day` of the first term."""
        begins = Coalesce("in_force_on", "concluded_on")
        return self.annotate(last_day=Coalesce("expires_on", AddMonths(begins, "term_months")))

    def status_case(self, on: dt.date) -> Case:
        """The status on that day of a row that has its `last_day`."""
        soon = days_later(on, settings.EXPIRING_DAYS)
        links = self.model._meta.get_field("links_in").related_model
        successors = links.objects.filter(
            Q(agreement__in_force_on__lte=on)
            | Q(agreement__in_force_on__isnull=True, agreement__concluded_on__lte=on)
            | Q(agreement__in_force_on__isnull=True, agreement__concluded_on__isnull=True),
            kind=LinkKind.REPLACES,
            agreement__stage=Stage.CONCLUDED,
            other=OuterRef("pk"),
        )
        in_force = Q(in_force_on__lte=on) | Q(in_force_on_precision=DatePrecision.UNKNOWN)
        ends = ~Q(renewal__in=ENDLESS)
        ended_some_day = Q(expires_on_precision=DatePrecision.UNKNOWN)
        return Case(
            *(When(stage=stage, then=Value(said)) for stage, said in STATUS_OF_STAGE.items()),
            When(
                Q(terminated_on__lte=on) | Q(terminated_on_precision=DatePrecision.UNKNOWN),
                then=Value(Status.TERMINATED),
            ),
            When(Exists(successors), then=Value(Status.REPLACED)),
            When(Q(concluded_on__gt=on) & ~in_force, then=Value(Status.NEGOTIATION)),
            When(ends & (Q(last_day__lt=on) | ended_some_day), then=Value(Status.EXPIRED)),
            When(in_force_on__gt=on, then=Value(Status.SIGNED)),
            When(ends & Q(last_day__lte=soon), then=Value(Status.EXPIRING)),
            When(in_force, then=Value(Status.IN_FORCE)),
            default=Value(Status.SIGNED),
            output_field=CharField(),
        )

    def in_force_on_days(self, days: Iterable[dt.date]) -> dict[dt.date, int]:
        """How many of these agreements are in force on each of the days, in one query."""
        rows = self.model.objects.filter(pk__in=self.order_by().values("pk")).with_last_day()
        names = {f"status_{number}": day for number, day in enumerate(days)}
        rows = rows.order_by().annotate(
            **{name: self.status_case(day) for name, day in names.items()}
        )
        counts = rows.aggregate(
            **{
                f"count_{name}": Count("pk", filter=Q(**{f"{name}__in": IN_FORCE}))
                for name in names
            }
        )
        return {day: counts[f"count_{name}"] for name, day in names.items()}

    def with_dates(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Annotate `in_force_until`, `notice_by` and `review_on`, by the rules of agreements.dates.

        Brings `status` and `last_day` along.
        """
        on = on or timezone.localdate()
        begins, day = Coalesce("in_force_on", "concluded_on"), Value(on, DateField())
        links = self.model._meta.get_field("links_in").related_model
        successors = links.objects.filter(
            kind=LinkKind.REPLACES, agreement__stage=Stage.CONCLUDED, other=OuterRef("pk")
        ).annotate(day=Coalesce("agreement__in_force_on", "agreement__concluded_on"))
        replaced_on = Subquery(successors.order_by("day").values("day")[:1])
        lead = Coalesce("notice_months", Value(0))
        period = Coalesce("renewal_months", "term_months")
        automatic, alive = Q(renewal=Renewal.AUTOMATIC), Q(stage=Stage.CONCLUDED)
        alive &= ~Q(status__in=ENDED)
        last_notice_before = AddMonths("in_force_until", -F("notice_months"))
        term_ends = Case(
            When(renewal=Renewal.EVERGREEN, then=None),
            When(
                automatic & Q(period__isnull=False),
                then=NextOnGrid("last_day", "period", lead, day, Value(0)),
            ),
            When(automatic & Q(last_notice__lt=on), then=None),
            default="last_day",
        )
        stopped = Q(stops_on__isnull=False)
        stops_first = stopped & (Q(term_ends__isnull=True) | Q(stops_on__lte=F("term_ends")))
        review = NextOnGrid(begins, "review_months", Value(0), day, Value(1))
        return (
            self.with_status(on)
            .annotate(replaced_on=replaced_on, period=period)
            .annotate(
                last_notice=AddMonths("last_day", -lead),
                stops_on=Case(
                    When(replaced_on__lt=F("terminated_on"), then="replaced_on"),
                    default=Coalesce("terminated_on", "replaced_on"),
                ),
            )
            .annotate(term_ends=term_ends)
            .annotate(
                in_force_until=Case(
                    When(~alive, then=None),
                    When(automatic & stopped | stops_first, then=DayBefore("stops_on")),
                    default="term_ends",
                    output_field=DateField(),
                ),
            )
            .annotate(
                notice_by=Case(
                    When(alive & automatic & ~stopped, then=last_notice_before),
                    default=None,
                    output_field=DateField(),
                ),
                review_on=Case(When(alive, then=review), default=None, output_field=DateField()),
            )
        )

    def expiring(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Agreements that end soon, the first to end first."""
        return self.with_status(on).filter(status=Status.EXPIRING).order_by("last_day", "pk")

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
                status__in=(Status.SIGNED, *IN_FORCE),
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
        """A row for each `side`: the country that a party represents, or else stands in."""
        seat = Q(parties__institution__is_published=True)
        return self.annotate(
            side=Case(
                When(~Q(parties__country=""), then="parties__country"),
                When(seat, then="parties__institution__country"),
                default=Value(""),
                output_field=CharField(),
            )
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


class PartyQuerySet(models.QuerySet):
    def with_names(self) -> PartyQuerySet:
        """Everything that it takes to name the parties as on any day, in two queries."""
        return self.select_related("institution").prefetch_related("institution__names")


class StepQuerySet(models.QuerySet):
    def public(self) -> StepQuerySet:
        """What visitors may know of a life, in its order: no step by a document they cannot see."""
        hidden = Q(document__isnull=False, document__is_published=False)
        steps = self.filter(kind__in=PUBLIC_STEPS).exclude(hidden).select_related("document")
        return steps.order_by(F("happened_on").asc(nulls_first=True), "pk")


class TextQuerySet(models.QuerySet):
    def public(self) -> TextQuerySet:
        return self.filter(is_public=True)


class OutcomeQuerySet(models.QuerySet):
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
        ).select_related("source")


def overdue_on(day: dt.date) -> Q:
    """Promises whose day has passed while they were neither kept nor given up."""
    return Q(due_on__lt=day, state__in=(CommitmentState.OPEN, CommitmentState.UNDER_WAY))


class CommitmentQuerySet(models.QuerySet):
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

    def of_event(self, event) -> CommitmentQuerySet:
        """Promises made at the event itself or in one of its documents."""
        return self.filter(Q(event=event) | Q(agreement__event=event))

    def overdue(self, on: dt.date | None = None) -> CommitmentQuerySet:
        """Promises that are overdue, the longest first."""
        return self.filter(overdue_on(on or timezone.localdate())).order_by("due_on", "pk")
