"""What pages of several apps show of agreements, outcomes and promises, in a few queries."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import F, Q

from agreements import networks
from agreements.choices import OutcomeRoleKind
from agreements.models import (
    Agreement,
    AgreementCitation,
    Commitment,
    Outcome,
    OutcomeRole,
    Signatory,
)
from agreements.scores import Score, score
from delegations.models import Institution
from delegations.reads import own_and_others
from forum.choices import FigureKind
from forum.models import Figure
from forum.records.claims import Sources, gathered
from forum.records.figures import followed, told

# How many documents a page shows in short.
NEWEST = 5


@dataclass(frozen=True)
class Promises:
    """Promises, each with whether it is overdue, and how many were kept."""

    rows: list[tuple[Commitment, bool]]
    score: Score

    def __bool__(self):
        return bool(self.rows)

    @property
    def has_responsible(self) -> bool:
        """Whether visitors may know of any institution that one of them binds."""
        bound = [each for row, _overdue in self.rows for each in row.responsible.all()]
        return any(each.is_published for each in bound)

    @property
    def has_due(self) -> bool:
        return any(row.due_on for row, _overdue in self.rows)


@dataclass(frozen=True)
class Results:
    """What came of an event: its newest documents, its outcomes and public promises."""

    count: int
    agreements: list[Agreement]
    stated: list[Figure]
    outcomes: list[Outcome]
    promises: Promises


@dataclass(frozen=True)
class Numbers:
    """How many documents, outcomes and promises came of an event, and what became of them."""

    documents: int
    # How many were signed as the record follows it, where somebody said a number.
    reported: int | None
    in_force: int
    outcomes: int
    promises: int
    kept: int


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
    """An institution's newest agreements, how many there are, and with whom.

    Beside them what its predecessors concluded, what founded it, what it had a part in, and the
    promises that it owes.
    """

    count: int
    agreements: list[Agreement]
    network: dict
    inherited: list[tuple[Institution, Agreement]]
    founded_by: list[Outcome]
    outcome_roles: list[OutcomeRole]
    promises: Promises


@dataclass(frozen=True)
class Deeds:
    """What an official signed or witnessed, in the office of that day, received and opened.

    With what others signed in the official's stead.
    """

    signatures: list[tuple]
    signed_for: list[tuple]
    outcome_roles: list[OutcomeRole] = field(default_factory=list)


def promises(commitments, on: dt.date) -> Promises:
    """Promises as they stand on that day; the queryset comes from for_reading()."""
    rows = [(commitment, commitment.is_overdue(on)) for commitment in commitments]
    return Promises(rows, score(commitments, on))


def documents_at(events):
    return Agreement.objects.published().filter(event__in=events)


def promises_at(events):
    """What was promised at events or in their documents, as far as visitors may know."""
    return Commitment.objects.published().of_events(events).for_reading()


def results_of(events, on: dt.date) -> Results:
    """What came of an event and of its parts, which are given with it."""
    agreements = documents_at(events)
    return Results(
        count=agreements.count(),
        agreements=list(agreements.for_listing(on).newest_first()[:NEWEST]),
        stated=_stated(events),
        outcomes=list(Outcome.objects.of_events(events).with_roles()),
        promises=promises(promises_at(events), on),
    )


def signed_at(session, on: dt.date) -> list[Agreement]:
    """The documents of a ceremony, as far as visitors may know."""
    return list(session.agreements.published().for_listing(on).order_by("pk"))


def numbers_of(events, on: dt.date) -> Numbers:
    """The numbers of an event and of its parts, which are given with it."""
    agreements = documents_at(events)
    promised = score(promises_at(events), on)
    return Numbers(
        documents=agreements.count(),
        reported=next(filter(None, map(_reported, events)), None),
        in_force=agreements.in_force(on).count(),
        outcomes=Outcome.objects.of_events(events).count(),
        promises=promised.total,
        kept=promised.fulfilled,
    )


def documents_of(event, on: dt.date) -> Documents:
    """What was signed at an event and at its parts."""
    events = event.with_parts()
    agreements = list(documents_at(events).for_listing(on).newest_first())
    citations = AgreementCitation.objects.filter(agreement__in=agreements)
    return Documents(
        agreements=agreements,
        network=networks.between(agreements, event.country),
        stated=_stated(events),
        promises=promises(promises_at(events), on),
        sources=gathered(citations.select_related("source", "agreement")),
    )


def citations_of_results(events) -> list[AgreementCitation]:
    """What sources say about the outcomes and public promises of events."""
    found = AgreementCitation.objects.filter(
        Q(outcome__event__in=events) | Q(commitment__event__in=events, commitment__is_public=True)
    )
    return list(found.select_related("source", "outcome", "commitment"))


def bonds_of(institution, on: dt.date) -> Bonds:
    agreements = Agreement.objects.published().of_institution(institution)
    roles = _roles(institution.as_outcomerole)
    owed = Commitment.objects.published().filter(responsible=institution)
    return Bonds(
        count=agreements.count(),
        agreements=list(agreements.for_listing(on).newest_first()[:NEWEST]),
        network=networks.around(institution),
        inherited=inherited_by(institution, on),
        founded_by=[role.outcome for role in roles if role.role == OutcomeRoleKind.FOUNDED],
        outcome_roles=[role for role in roles if role.role != OutcomeRoleKind.FOUNDED],
        promises=promises(owed.for_reading(), on),
    )


def inherited_by(institution, on: dt.date) -> list[tuple[Institution, Agreement]]:
    """What its predecessors concluded without it, each with the predecessor."""
    before = {each.pk: each for each in institution.all_predecessors()}
    agreements = Agreement.objects.published().filter(parties__institution__in=before)
    own = Agreement.objects.of_institution(institution)
    rows = agreements.exclude(pk__in=own.values("pk")).distinct().for_listing(on).newest_first()
    found = []
    for row in rows:
        parties = (before.get(party.institution_id) for party in row.parties.all())
        found.append((next(filter(None, parties)), row))
    return found


def _roles(rows) -> list[OutcomeRole]:
    """Roles in outcomes that visitors may know, the newest outcome first."""
    newest = F("outcome__happened_on").desc(nulls_last=True)
    known = rows.filter(outcome__in=Outcome.objects.published())
    return list(known.select_related("outcome__event", "outcome__agreement").order_by(newest, "pk"))


def deeds_of(official) -> Deeds:
    rows = Signatory.objects.of(official).filter(agreement__is_published=True)
    rows = rows.with_dated_names().select_related("agreement__event")
    newest = F("agreement__concluded_on").desc(nulls_last=True)
    signatures, signed_for = own_and_others(rows.order_by(newest, "pk"), official)
    return Deeds(signatures, signed_for, _roles(official.as_outcomerole))


def _reported(event) -> int | None:
    signed = event.figures.filter(kind=FigureKind.DOCUMENTS_SIGNED).for_reading()
    return next((int(each.value) for each in followed(signed) if each.value is not None), None)


def _stated(events) -> list[Figure]:
    return told(Figure.objects.filter(event__in=events).about_documents().for_reading())
