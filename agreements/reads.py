"""What pages of several apps show of agreements, outcomes and promises, in a few queries."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from agreements import networks
from agreements.choices import OutcomeRoleKind
from agreements.lines import NEWEST, Line
from agreements.models import (
    Agreement,
    AgreementCitation,
    Commitment,
    Outcome,
    OutcomeRole,
    Signatory,
)
from agreements.querysets import IN_FORCE, is_of_published, overdue_on
from agreements.scores import Score, score, score_of
from delegations.models import Institution
from delegations.reads import with_persons
from forum.choices import FigureKind
from forum.models import Event, Figure
from forum.prepared import beginning, prepared
from forum.querysets import of_any
from forum.records.claims import Sources, gathered
from forum.records.figures import followed, told
from forum.records.pages import Some, together

# How many promises, outcomes and roles in these a page shows in short.
SOME = 10
FOUNDED = OutcomeRoleKind.FOUNDED


@dataclass(frozen=True)
class Promises:
    """Promises, each with whether it is overdue, and how many of all of them were kept."""

    rows: list[tuple[Commitment, bool]]
    score: Score

    def __bool__(self):
        return bool(self.rows)

    @property
    def is_more(self) -> bool:
        """Whether there are others than the rows."""
        return self.score.total > len(self.rows)

    # A row of the table asks for both: what is asked again for each of many takes their square.
    @cached_property
    def has_responsible(self) -> bool:
        """Whether visitors may know of any institution that one of them binds."""
        bound = (each for row, _overdue in self.rows for each in row.responsible.all())
        return any(each.is_published for each in bound)

    @cached_property
    def has_due(self) -> bool:
        return any(row.due_on for row, _overdue in self.rows)


@dataclass(frozen=True)
class Results:
    """What came of an event: its newest documents and outcomes, its first due public promises."""

    # How many documents there are, and of those how many are in force.
    count: int
    in_force: int
    # How many were signed as the record follows it, where somebody said a number.
    reported: int | None
    agreements: list[Agreement]
    stated: list[Figure]
    outcomes: list[Outcome]
    # All of them, with as little as it takes to count and add them up.
    counted: list[Outcome]
    promises: Promises


@dataclass(frozen=True)
class Documents:
    """The documents of an event, beside the totals that were announced and reported."""

    agreements: list[Agreement]
    network: dict
    stated: list[Figure]
    promises: Promises
    sources: Sources


@dataclass(frozen=True)
class Bonds:
    """An institution's newest agreements, its predecessors' newest, and how many there are of both.

    Beside them its partners, what founded it, what it had a part in, and the first due of the
    promises that it owes.
    """

    count: int
    agreements: list[Agreement]
    network: dict
    inherited: list[tuple[Institution, Agreement]]
    founded_by: Some
    outcome_roles: Some
    promises: Promises

    @property
    def is_more(self) -> bool:
        """Whether there are other agreements than those shown."""
        return self.count > len(self.agreements) + len(self.inherited)


@dataclass(frozen=True)
class Deeds:
    """What an official signed or witnessed, in the office of that day, received and opened.

    With what others signed in the official's stead.
    """

    signatures: Some
    signed_for: Some
    outcome_roles: Some

    @property
    def documents(self) -> Some:
        return together(self.signatures, self.signed_for)


def promises(commitments: Iterable[Commitment], on: dt.date) -> Promises:
    """Promises as they stand on that day; the rows come from for_reading()."""
    commitments = [*commitments]
    rows = [(commitment, commitment.is_overdue(on)) for commitment in commitments]
    return Promises(rows, score(commitments, on))


def documents_at(events: list[int]) -> QuerySet:
    """What visitors may know to have been signed at these events."""
    return Agreement.objects.published().filter(event__in=events)


@prepared
def _newest_at(events: list[int]) -> QuerySet:
    return documents_at(events).for_listing().newest_first()[:NEWEST]


@prepared
def _all_at(events: list[int]) -> QuerySet:
    return documents_at(events).for_listing().newest_first()


@prepared
def _states_at(events: list[int]) -> QuerySet:
    """How many there are in each state."""
    states = documents_at(events).with_status().order_by()
    return states.values_list("status").annotate(Count("pk"))


def promised_at(events: list[int]) -> QuerySet:
    """What was promised at events or in their documents, as far as visitors may know."""
    return Commitment.objects.published().of_events(events)


@prepared
def _promises_at(events: list[int]) -> QuerySet:
    return promised_at(events).for_reading()


@prepared
def _first_promised_at(events: list[int]) -> QuerySet:
    return promised_at(events).for_reading()[:SOME]


@prepared
def _promised_by_state(events: list[int]) -> QuerySet:
    return _by_state(promised_at(events))


@prepared
def _outcomes_of(events: list[int]) -> QuerySet:
    return Outcome.objects.of_events(events).with_roles()


@prepared
def _some_outcomes_of(events: list[int]) -> QuerySet:
    return Outcome.objects.of_events(events).with_roles()[:SOME]


@prepared
def _counted_outcomes_of(events: list[int]) -> QuerySet:
    return Outcome.objects.of_events(events).only("kind", "amount", "unit")


@prepared
def _figures_of(events: list[int]) -> QuerySet:
    return Figure.objects.filter(event__in=events).about_documents().for_reading()


def results_of(events: list[Event], on: dt.date, *, with_all_outcomes: bool = False) -> Results:
    """What came of an event and of its parts, which are given with it."""
    keys = [event.pk for event in events]
    states, figures = dict(_states_at(keys)), _figures_of(keys)
    return Results(
        count=sum(states.values()),
        in_force=sum(states.get(status, 0) for status in IN_FORCE),
        reported=next(filter(None, (_reported(figures, event) for event in events)), None),
        agreements=_newest_at(keys),
        stated=told(figures),
        outcomes=_outcomes_of(keys) if with_all_outcomes else _some_outcomes_of(keys),
        counted=_counted_outcomes_of(keys),
        promises=Promises(
            promises(_first_promised_at(keys), on).rows, score_of(_promised_by_state(keys))
        ),
    )


def signed_at(session, on: dt.date) -> list[Agreement]:
    """The documents of a ceremony, as far as visitors may know."""
    return list(session.agreements.published().for_listing(on).order_by("pk"))


def documents_of(event: Event, on: dt.date) -> Documents:
    """What was signed at an event and at its parts."""
    keys = [each.pk for each in event.with_parts()]
    agreements = _all_at(keys)
    return Documents(
        agreements=agreements,
        network=networks.between(agreements, event.country),
        stated=told(_figures_of(keys)),
        promises=promises(_promises_at(keys), on),
        sources=gathered(_citations_of([agreement.pk for agreement in agreements])),
    )


@prepared
def _citations_of(agreements: list[int]) -> QuerySet:
    found = AgreementCitation.objects.filter(agreement__in=agreements)
    return found.select_related("source", "agreement")


@prepared
def citations_of_results(events: list[int]) -> QuerySet:
    """What sources say about the outcomes and public promises of events."""
    theirs = Q(event__in=events)
    parts = {"outcome": theirs, "commitment": theirs & Q(is_public=True)}
    found = AgreementCitation.objects.filter(of_any(AgreementCitation, **parts))
    return found.select_related("source", "outcome", "commitment")


def bonds_of(institution, on: dt.date) -> Bonds:
    line, key = Line(institution), institution.pk
    return Bonds(
        count=line.count(),
        agreements=line.newest(),
        network=networks.around(institution),
        inherited=line.newest_inherited(),
        founded_by=_foundings_of(key),
        outcome_roles=_roles_of(key),
        promises=owed_promises(_first_owed(key), institution, on),
    )


def owed_by(institution) -> QuerySet:
    """The promises of an institution, as far as visitors may know."""
    return Commitment.objects.published().filter(responsible=institution)


@prepared
def _first_owed(institution: int) -> QuerySet:
    return owed_by(institution).for_reading()[:SOME]


@prepared
def _owed_by_state(institution: int) -> QuerySet:
    return _by_state(owed_by(institution))


def _by_state(commitments: QuerySet) -> QuerySet:
    """How many promises are in each state, and how many of those are overdue."""
    overdue = Count("pk", filter=overdue_on(timezone.localdate()))
    counts = commitments.order_by().values("state").annotate(Count("pk"), late=overdue)
    return counts.values_list("state", "pk__count", "late")


def owed_promises(rows: Iterable[Commitment], institution, on: dt.date) -> Promises:
    """Some of the promises of an institution, with how many of all of them were kept."""
    return Promises(promises(rows, on).rows, score_of(_owed_by_state(institution.pk)))


def roles_of(institution: int) -> QuerySet:
    """What an institution had a part in, the newest first."""
    return _known(OutcomeRole.objects.filter(institution=institution))


def _foundings(institution: int) -> QuerySet:
    return roles_of(institution).filter(role=FOUNDED)


def _other_roles(institution: int) -> QuerySet:
    return roles_of(institution).exclude(role=FOUNDED)


def roles_of_official(official: int) -> QuerySet:
    """What an official received, gave or opened, the newest first."""
    return _known(OutcomeRole.objects.filter(official=official))


def _known(roles: QuerySet) -> QuerySet:
    """Roles in outcomes that visitors may know, the newest outcome first."""
    newest = F("outcome__happened_on").desc(nulls_last=True)
    known = roles.filter(is_of_published("outcome__")).as_wished()
    return known.select_related("outcome__event", "outcome__agreement").order_by(newest, "pk")


def signatures(official: int) -> QuerySet:
    """What published agreements an official signed or witnessed, the newest first."""
    return _of_published(Signatory.objects.filter(official=official).with_dated_names())


def signed_for(official: int) -> QuerySet:
    """What others signed or witnessed in the official's stead."""
    return _of_published(Signatory.objects.by_others(official))


def _of_published(signatories: QuerySet) -> QuerySet:
    newest = F("agreement__concluded_on").desc(nulls_last=True)
    known = signatories.filter(agreement__is_published=True).select_related("agreement__event")
    return known.order_by(newest, "pk")


# Both lead to the page of all.
_foundings_of = beginning(_foundings, SOME, counted=roles_of)
_roles_of = beginning(_other_roles, SOME, counted=roles_of)
_roles_of_official = beginning(roles_of_official, SOME)
_signatures = beginning(signatures, SOME)
_signed_for = beginning(signed_for, SOME)


def deeds_of(official) -> Deeds:
    key = official.pk
    return Deeds(
        signatures=_signatures(key).told(with_persons),
        signed_for=_signed_for(key).told(with_persons),
        outcome_roles=_roles_of_official(key),
    )


def _reported(figures: list[Figure], event: Event) -> int | None:
    signed = [
        each
        for each in figures
        if each.event_id == event.pk and each.kind == FigureKind.DOCUMENTS_SIGNED
    ]
    return next((int(each.value) for each in followed(signed) if each.value is not None), None)
