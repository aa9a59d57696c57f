"""Delegations and people with one of everything, for pages that show it all."""

from delegations.choices import InstitutionKind
from delegations.models import DelegationCitation, InstitutionName, OfficialName
from tests.factories import (
    MAY_1,
    make_agreement,
    make_appointment,
    make_commitment,
    make_delegation,
    make_further_kind,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_outcome,
    make_outcome_role,
    make_party,
    make_rank,
    make_session,
    make_signatory,
    make_source,
    make_speaker,
)


def page_of(event) -> str:
    return f"/events/{event.slug}/delegations/"


def _next_kind(institution) -> str:
    return InstitutionKind.values[1 + institution.further_kinds.count()]


def add_everything(institution, official, event):
    """One more of everything that the pages of the three can show."""
    rank = make_rank()
    delegation = make_delegation(event=event, institution=institution)
    member = make_member(
        delegation=delegation,
        official=official,
        institution=institution,
        rank=rank,
        on_behalf_of=make_official(),
        function="head",
    )
    make_delegation(event=event, institution=make_institution(), parent=delegation)
    other = make_delegation(event=event, institution=make_institution())
    make_meeting(requested_by=delegation, counterpart=other, status="held", day=MAY_1)
    make_speaker(session=make_session(event=event), official=official, institution=institution)
    make_speaker(session=make_session(), official=official, institution=institution)
    make_speaker(
        session=make_session(event=event),
        official=make_official(),
        on_behalf_of=official,
        mode="message_read",
    )
    make_member(delegation=other, official=make_official(), on_behalf_of=official)
    make_appointment(official=official, institution=institution, rank=rank, starts_on=MAY_1)
    make_appointment(official=make_official(), institution=institution)
    make_institution(parent=institution)
    make_further_kind(institution=institution, kind=_next_kind(institution))
    institution.successors.add(make_institution())
    make_institution().successors.add(institution)
    source = make_source()
    InstitutionName.objects.create(institution=institution, text="TTÜ", source=source)
    OfficialName.objects.create(official=official, text="Нұрбек", language="kk", source=source)
    agreement = make_agreement(event=event)
    make_party(agreement=agreement, institution=institution)
    make_signatory(agreement=agreement, official=official, institution=institution)
    make_signatory(agreement=agreement, official=make_official(), on_behalf_of=official)
    before = make_institution()
    before.successors.add(institution)
    make_party(institution=before)
    for role in ("founded", "recipient"):
        make_outcome_role(outcome=make_outcome(event=event), institution=institution, role=role)
    make_commitment(event=event).responsible.add(institution)
    for subject in (
        {"institution": institution},
        {"official": official},
        {"delegation": delegation},
        {"member": member},
    ):
        DelegationCitation.objects.create(source=source, **subject)
