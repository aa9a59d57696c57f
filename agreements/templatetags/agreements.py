"""What pages of other apps show of agreements, outcomes and promises."""

from collections import Counter, defaultdict
from decimal import Decimal

from django import template
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.safestring import SafeString

from agreements import charts
from agreements.choices import Status
from agreements.models import Agreement, AgreementCitation, Commitment, Outcome
from agreements.scores import score
from delegations import naming
from delegations.naming import NamedParty, Reader
from forum.records.markup import inline

register = template.Library()

# A status is told by its shape as well as by its colour.
ICONS = {
    Status.IN_FORCE: "in_force",
    Status.EXPIRING: "expiring",
    Status.SIGNED: "pen",
    Status.INITIALLED: "pen",
    Status.EXPIRED: "ended",
    Status.TERMINATED: "ended",
    Status.REPLACED: "ended",
    Status.ABANDONED: "ended",
}


@register.inclusion_tag("agreements/_status.html")
def status_badge(agreement):
    """The computed status, in words and by a drawing; the agreement comes from with_status()."""
    status = agreement.status
    return {
        "status": status,
        "label": status_label(agreement),
        "icon_name": ICONS.get(status, "draft"),
    }


def status_label(agreement) -> str:
    """The computed status in words: what was adopted or exchanged is never called signed."""
    if agreement.status is None:
        return ""
    if agreement.status == Status.SIGNED:
        return agreement.get_mode_display()
    return str(Status(agreement.status).label)


@register.simple_tag
def party(record, on) -> SafeString:
    """Name a party as visitors may know it, as on the day of the agreement."""
    return inline("agreements/_party.html", party=party_of(record, on))


@register.simple_tag
def party_of(record, on) -> NamedParty:
    """What visitors may know of a party on that day."""
    return naming.party(record, Reader.VISITOR, on)


def promises_at(event):
    """What was promised at an event or in its documents, as far as visitors may know."""
    return Commitment.objects.published().of_event(event).for_reading()


@register.inclusion_tag("agreements/_event_agreements.html")
def agreements_of(event):
    """The documents of an event, beside the totals that were announced and reported."""
    agreements = event.agreements.published().for_listing().newest_first()
    return {
        "event": event,
        "agreements": agreements,
        "network": charts.between(agreements, event.country),
        "stated": event.figures.about_documents().select_related("source"),
        "commitments": promises_at(event),
        "citations": AgreementCitation.objects.filter(agreement__in=agreements).select_related(
            "source", "agreement"
        ),
    }


@register.inclusion_tag("agreements/_event_results.html")
def results_of(event):
    """What came of an event: the newest documents, outcomes and public promises."""
    agreements = event.agreements.published()
    return {
        "event": event,
        "count": agreements.count(),
        "agreements": agreements.for_listing().newest_first()[:5],
        "stated": event.figures.about_documents().select_related("source"),
        "outcomes": Outcome.objects.filter(event=event).with_roles(),
        "commitments": promises_at(event),
    }


@register.inclusion_tag("agreements/_event_numbers.html")
def results_in_numbers(event):
    """How many documents, outcomes and promises came of an event, and what became of them."""
    statuses = event.agreements.published().with_status().order_by().values_list("status")
    counts = dict(statuses.annotate(Count("pk")))
    promises = score(promises_at(event), timezone.localdate())
    return {
        "event": event,
        "documents": sum(counts.values()),
        "in_force": counts.get(Status.IN_FORCE, 0) + counts.get(Status.EXPIRING, 0),
        "outcomes": event.outcomes.count(),
        "promises": promises.total,
        "kept": promises.fulfilled,
    }


@register.simple_tag
def citations_of_results(event):
    """What sources say about an event's outcomes and public promises."""
    return AgreementCitation.objects.filter(
        Q(outcome__event=event) | Q(commitment__event=event, commitment__is_public=True)
    ).select_related("source")


@register.inclusion_tag("agreements/_commitments.html")
def commitments_list(commitments, with_document: bool = False):
    """Promises with their score and states, if asked also with the document of each."""
    today = timezone.localdate()
    return {
        "rows": [(commitment, commitment.is_overdue(today)) for commitment in commitments],
        "score": score(commitments, today),
        "with_document": with_document,
    }


@register.simple_tag
def outcomes_by_kind(outcomes) -> list[tuple[str, int, list[tuple[Decimal, str]]]]:
    """Outcomes as (kind, count, sums), the most first; each sum is an amount with its unit."""
    counts, sums = Counter(), defaultdict(Counter)
    for outcome in outcomes:
        kind = outcome.get_kind_display()
        counts[kind] += 1
        if outcome.amount is not None:
            sums[kind][outcome.unit] += outcome.amount
    return [
        (kind, count, [(amount, unit) for unit, amount in sums[kind].items()])
        for kind, count in counts.most_common()
    ]


@register.inclusion_tag("agreements/_institution_summary.html")
def agreements_of_institution(institution):
    """An institution's newest agreements and how many there are."""
    agreements = Agreement.objects.published().of_institution(institution)
    return {
        "institution": institution,
        "network": charts.around(institution),
        "count": agreements.count(),
        "agreements": agreements.for_listing().newest_first()[:5],
    }


@register.inclusion_tag("agreements/_signatures.html")
def signatures_of(official):
    """What an official signed or witnessed, in the office of that day."""
    signatures = (
        official.as_signatory.filter(agreement__is_published=True)
        .with_dated_names()
        .select_related("agreement__event")
        .order_by(F("agreement__concluded_on").desc(nulls_last=True), "pk")
    )
    return {
        "signatures": [(row, naming.person(row, Reader.VISITOR, row.day)) for row in signatures],
        "outcome_roles": official.as_outcomerole.filter(
            Q(outcome__event__is_published=True) | Q(outcome__agreement__is_published=True)
        )
        .select_related("outcome")
        .order_by(F("outcome__happened_on").desc(nulls_last=True), "pk"),
    }
