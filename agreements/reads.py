"""What pages of several apps show of agreements, outcomes and promises, in a few queries."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import F, Q

from agreements import charts
from agreements.models import Agreement, AgreementCitation, Commitment, Outcome, OutcomeRole
from agreements.scores import Score, score
from delegations import naming
from delegations.naming import Reader
from forum.models import Figure

# How many documents a page shows in short.
NEWEST = 5


@dataclass(frozen=True)
class Promises:
    """Promises, each with whether it is overdue, and how many were kept."""

    rows: list[tuple[Commitment, bool]]
    score: Score

    def __bool__(self):
        return bool(self.rows)


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
    citations: list[AgreementCitation]


@dataclass(frozen=True)
class Bonds:
    """An institution's newest agreements, how many there are, and with whom."""

    count: int
    agreements: list[Agreement]
    network: dict


@dataclass(frozen=True)
class Deeds:
    """What an official signed or witnessed, in the office of that day, received and opened."""

    signatures: list[tuple]
    outcome_roles: list[OutcomeRole] = field(default_factory=list)


def promises(commitments, on: dt.date) -> Promises:
    """Promises as they stand on that day; the queryset comes from for_reading()."""
    rows = [(commitment, commitment.is_overdue(on)) for commitment in commitments]
    return Promises(rows, score(commitments, on))


def promises_at(event):
    """What was promised at an event or in its documents, as far as visitors may know."""
    return Commitment.objects.published().of_event(event).for_reading()


def results_of(event, on: dt.date) -> Results:
    agreements = event.agreements.published()
    return Results(
        count=agreements.count(),
        agreements=list(agreements.for_listing(on).newest_first()[:NEWEST]),
        stated=_stated(event),
        outcomes=list(Outcome.objects.filter(event=event).with_roles()),
        promises=promises(promises_at(event), on),
    )


def numbers_of(event, on: dt.date) -> Numbers:
    agreements = event.agreements.published()
    promised = score(promises_at(event), on)
    return Numbers(
        documents=agreements.count(),
        in_force=agreements.in_force(on).count(),
        outcomes=event.outcomes.count(),
        promises=promised.total,
        kept=promised.fulfilled,
    )


def documents_of(event, on: dt.date) -> Documents:
    agreements = list(event.agreements.published().for_listing(on).newest_first())
    citations = AgreementCitation.objects.filter(agreement__in=agreements)
    return Documents(
        agreements=agreements,
        network=charts.between(agreements, event.country),
        stated=_stated(event),
        promises=promises(promises_at(event), on),
        citations=list(citations.select_related("source", "agreement")),
    )


def citations_of_results(event) -> list[AgreementCitation]:
    """What sources say about an event's outcomes and public promises."""
    found = AgreementCitation.objects.filter(
        Q(outcome__event=event) | Q(commitment__event=event, commitment__is_public=True)
    )
    return list(found.select_related("source"))


def bonds_of(institution, on: dt.date) -> Bonds:
    agreements = Agreement.objects.published().of_institution(institution)
    return Bonds(
        count=agreements.count(),
        agreements=list(agreements.for_listing(on).newest_first()[:NEWEST]),
        network=charts.around(institution),
    )


def deeds_of(official) -> Deeds:
    signatures = (
        official.as_signatory.filter(agreement__is_published=True)
        .with_dated_names()
        .select_related("agreement__event")
        .order_by(F("agreement__concluded_on").desc(nulls_last=True), "pk")
    )
    roles = official.as_outcomerole.filter(
        Q(outcome__event__is_published=True) | Q(outcome__agreement__is_published=True)
    )
    newest = F("outcome__happened_on").desc(nulls_last=True)
    return Deeds(
        signatures=[(row, naming.person(row, Reader.VISITOR, row.day)) for row in signatures],
        outcome_roles=list(roles.select_related("outcome").order_by(newest, "pk")),
    )


def _stated(event) -> list[Figure]:
    return list(event.figures.about_documents().select_related("source"))
