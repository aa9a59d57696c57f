"""What the pages of an event name of agreements and outcomes, and those of an agreement."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.choices import Stage
from agreements.models import Agreement, AgreementLink, Commitment, OutcomeRole, Party, Signatory
from delegations.mentioned import named_in
from forum.mentions import Mention, mentioned_on
from forum.models import Event


@mentioned_on(Event)
def documents(events) -> Iterator[Mention]:
    """Agreements of the event; what is not concluded yet is rarely meant for visitors."""
    for agreement in Agreement.objects.filter(event__in=events).order_by("pk"):
        is_concluded = agreement.stage == Stage.CONCLUDED
        why = _("signed or adopted there") if is_concluded else agreement.get_stage_display()
        yield Mention(agreement, why, is_part=True, is_meant=is_concluded)


@mentioned_on(Event)
def results(events) -> Iterator[Mention]:
    yield from _of_outcomes(Q(outcome__event__in=events))
    yield from _of_promises(Q(event__in=events))


@mentioned_on(Agreement)
def those_who_sign(agreements) -> Iterator[Mention]:
    """Parties, and whoever signs or is present."""
    parties = Party.objects.filter(agreement__in=agreements, institution__isnull=False)
    for party in parties.select_related("institution", "agreement"):
        why = _("party: %(title)s") % {"title": party.agreement}
        yield Mention(party.institution, why, is_printed=bool(party.name_as_printed))
    signatories = Signatory.objects.filter(agreement__in=agreements)
    for signatory in signatories.with_names().select_related("agreement"):
        yield from named_in(signatory, _("signatory: %(title)s") % {"title": signatory.agreement})


@mentioned_on(Agreement)
def results_of_agreements(agreements) -> Iterator[Mention]:
    yield from _of_outcomes(Q(outcome__agreement__in=agreements))
    yield from _of_promises(Q(agreement__in=agreements))


@mentioned_on(Agreement)
def other_documents(agreements) -> Iterator[Mention]:
    """Agreements that it is linked to, and the event at which it was concluded."""
    links = AgreementLink.objects.filter(Q(agreement__in=agreements) | Q(other__in=agreements))
    for link in links.select_related("agreement", "other"):
        for record in (link.agreement, link.other):
            if record not in agreements:
                yield Mention(record, _("a related agreement"), is_meant=False)
    events = {agreement.event_id for agreement in agreements if agreement.event_id}
    for event in Event.objects.filter(pk__in=events):
        yield Mention(event, _("the event at which it was concluded"), is_meant=False)


def _of_outcomes(of: Q) -> Iterator[Mention]:
    rows = OutcomeRole.objects.filter(of).as_wished().with_names().select_related("outcome")
    for row in rows:
        yield from named_in(row, _("outcome: %(title)s") % {"title": row.outcome})


def _of_promises(of: Q) -> Iterator[Mention]:
    promises = Commitment.objects.public().filter(of).select_related("owner")
    for promise in promises.prefetch_related("responsible"):
        why = _("promise: %(text)s") % {"text": promise}
        for record in (*promise.responsible.all(), promise.owner):
            if record:
                yield Mention(record, why)
