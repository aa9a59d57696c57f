from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from agreements.choices import CommitmentState, PartyRole, Stage, Status, StepKind
from agreements.life.activity import latest_day
from agreements.life.months import add_months, month_number
from agreements.life.status import days_later
from delegations.querysets import has_side, side_of
from forum.choices import DatePrecision
from forum.derived import catch_up
from forum.querysets import PublishableQuerySet, RecordQuerySet, of_any
from forum.records.paging import latest_first

CAUSES = ("event", "agreement")
IN_FORCE = (Status.IN_FORCE, Status.EXPIRING)
NEWEST_FIRST = latest_first("concluded_on")
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


class RoundQuerySet(models.QuerySet):
    def periods(self) -> set[int]:
        """In how many months rounds come round; 0 for those that come once."""
        catch_up()
        return {*self.order_by().values_list("every", flat=True).distinct()}

    def within(
        self, spans: Mapping[str, tuple[dt.date, dt.date]], periods: set[int]
    ) -> RoundQuerySet:
        """Rounds with a day in the months of a span of time, which each kind has its own of."""
        wanted = (_in_months(periods, kind, *span) for kind, span in spans.items())
        return self.filter(reduce(or_, wanted))


def _in_months(periods: set[int], kind: str, first: dt.date, last: dt.date) -> Q:
    months = range(month_number(first), month_number(last) + 1)
    phases = {period: {month % period for month in months} for period in periods if period}
    phases[0] = {*months}
    met = (Q(every=period, phase__in=found) for period, found in phases.items())
    return reduce(or_, met) & Q(kind=kind, first_on__lte=last, last_on__gte=first)


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
        on = on or timezone.localdate()
        # No period with the day in it expires before that: an index leads to the others.
        soon = (on, days_later(on, settings.EXPIRING_DAYS))
        return self.with_status(on).filter(ends_on__range=soon).order_by("ends_on", "pk")

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
        return self.order_by(*NEWEST_FIRST.by())

    def incomplete(self) -> AgreementQuerySet:
        """Concluded documents that lack two parties, a signatory or a date."""
        return self.annotate(
            party_count=self._number_of("parties", role=PartyRole.PARTY),
            signatory_count=self._number_of("signatories"),
        ).filter(
            Q(party_count__lt=2)
            | Q(signatory_count=0)
            | Q(concluded_on__isnull=True) & ~Q(concluded_on_precision=DatePrecision.UNKNOWN),
            stage=Stage.CONCLUDED,
        )

    def _number_of(self, name: str, **fields) -> Coalesce:
        """How many parts of each have these fields, counted for one after the other."""
        parts = self.model._meta.get_field(name).related_model.objects.order_by()
        mine = parts.filter(agreement=OuterRef("pk"), **fields).values("agreement")
        return Coalesce(Subquery(mine.annotate(number=Count("pk")).values("number")), 0)

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
        """A row for each `side`, the code of a country; with none for what concerns no country."""
        catch_up()
        country = FilteredRelation("sides", condition=Q(sides__country__gt=""))
        return self.annotate(of=country, side=F("of__country"))

    def with_told_sides(self) -> AgreementQuerySet:
        """A row for each `side`: the country that a party represents, or else its institution.

        Where that is not known it counts for the countries of the event: who concluded something
        on a visit did so between the two countries of the visit. `Side` rows are written from it.
        """
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
        """Published agreements of which the country is a side."""
        return self._with_side(country=code)

    def _with_side(self, **side) -> AgreementQuerySet:
        catch_up()
        sides = self.model._meta.get_field("sides").related_model.objects
        return self.filter(pk__in=sides.filter(**side).order_by().values("agreement"))

    def countries(self) -> set[str]:
        """The codes of the countries that are sides of these agreements."""
        return {*self.order_by().with_sides().values_list("side", flat=True)} - {"", None}

    def of_institution(self, institution) -> AgreementQuerySet:
        """Published agreements to which it is a party, a beneficiary or the depositary."""
        return self._with_side(institution=institution)

    def of_any_institution(self, institutions) -> AgreementQuerySet:
        """Published agreements of one of these institutions at least."""
        return self._with_side(institution__in=institutions)


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


def is_of_published(path: str = "") -> Q:
    """Whether what is there came of an event or an agreement that is published."""
    return reduce(or_, (Q(**{f"{path}{cause}__is_published": True}) for cause in CAUSES))


class OutcomeQuerySet(models.QuerySet):
    def published(self) -> OutcomeQuerySet:
        """What came of published events and agreements."""
        return self.filter(is_of_published())

    def of_events(self, events) -> OutcomeQuerySet:
        """What came of these events, or of what was published of their documents."""
        documents = Q(event__in=events, is_published=True)
        return self.filter(Q(event__in=events) | of_any(self.model, agreement=documents))

    def with_roles(self) -> OutcomeQuerySet:
        """Bring along who received, gave or opened what, and on which occasion."""
        roles = self.model._meta.get_field("roles").related_model
        return self.select_related("event", "agreement__event").prefetch_related(
            Prefetch("roles", roles.objects.as_wished().with_dated_names())
        )


class CitationQuerySet(models.QuerySet):
    def about(self, agreement) -> CitationQuerySet:
        """What sources say about an agreement and about what visitors see of its parts."""
        own = Q(agreement=agreement)
        parts = {"signatory": own, "outcome": own, "commitment": own & Q(is_public=True)}
        found = self.filter(own | of_any(self.model, **parts))
        return found.select_related("source", "agreement", "outcome", "commitment")


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
        documents = of_any(self.model, agreement=Q(event__in=events))
        return self.filter(Q(event__in=events) | documents)

    def overdue(self, on: dt.date | None = None) -> CommitmentQuerySet:
        """Promises that are overdue, the longest first."""
        return self.filter(overdue_on(on or timezone.localdate())).order_by("due_on", "pk")
