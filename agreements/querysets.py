from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from modeltranslation.manager import MultilingualQuerySet

from agreements.choices import CommitmentState, LinkKind, PartyRole, Stage, Status
from agreements.functions import AddMonths
from agreements.status import ENDLESS, STATUS_OF_STAGE, days_later
from forum.choices import DatePrecision
from forum.querysets import PublishableQuerySet


class AgreementQuerySet(PublishableQuerySet):
    def with_status(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Annotate `status` on the given day and `last_day`, by the rules of agreements.status."""
        on = on or timezone.localdate()
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
        return self.annotate(
            last_day=Coalesce(
                "expires_on", AddMonths(Coalesce("in_force_on", "concluded_on"), "term_months")
            ),
        ).annotate(
            status=Case(
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
        )

    def expiring(self, on: dt.date | None = None) -> AgreementQuerySet:
        """Agreements that end soon, the first to end first."""
        return self.with_status(on).filter(status=Status.EXPIRING).order_by("last_day", "pk")

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
                Prefetch(
                    "parties",
                    parties.objects.select_related("institution").order_by("position", "pk"),
                )
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


class TextQuerySet(MultilingualQuerySet):
    def public(self) -> TextQuerySet:
        return self.filter(is_public=True)


class OutcomeQuerySet(MultilingualQuerySet):
    def with_roles(self) -> OutcomeQuerySet:
        """Bring along who received, gave or opened what."""
        roles = self.model._meta.get_field("roles").related_model
        return self.prefetch_related(Prefetch("roles", roles.objects.with_names()))


class CitationQuerySet(models.QuerySet):
    def about(self, agreement) -> CitationQuerySet:
        """What sources say about an agreement and about what visitors see of its parts."""
        return self.filter(
            Q(agreement=agreement)
            | Q(signatory__agreement=agreement)
            | Q(outcome__agreement=agreement)
            | Q(commitment__agreement=agreement, commitment__is_public=True)
        ).select_related("source")


class CommitmentQuerySet(MultilingualQuerySet):
    def for_reading(self) -> CommitmentQuerySet:
        """Bring along who is responsible and what fulfilled it."""
        return self.select_related(
            "fulfilled_by_agreement", "fulfilled_by_outcome"
        ).prefetch_related("responsible")

    def public(self) -> CommitmentQuerySet:
        return self.filter(is_public=True)

    def overdue(self, on: dt.date | None = None) -> CommitmentQuerySet:
        """Promises whose day has passed while they were neither kept nor given up."""
        on = on or timezone.localdate()
        return self.filter(
            due_on__lt=on, state__in=(CommitmentState.OPEN, CommitmentState.UNDER_WAY)
        ).order_by("due_on", "pk")
