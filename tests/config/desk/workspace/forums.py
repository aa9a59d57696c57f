"""Forums to work on, for tests of the workspace."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from agreements.models import AgreementCitation
from delegations.models import DelegationCitation
from forum.models import Event, EventCitation
from tests.factories import (
    make_agreement,
    make_attachment,
    make_commitment,
    make_delegation,
    make_event,
    make_figure,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_outcome,
    make_party,
    make_session,
    make_signatory,
    make_source,
    make_speaker,
)

TABS = [
    "overview",
    "programme",
    "delegations",
    "accreditation",
    "agreements",
    "outcomes",
    "sources",
    "print",
    "readiness",
    "changes",
]


def tab_of(event: Event, tab: str) -> str:
    return f"/admin/forum/event/{event.pk}/{tab}/"


def lines(response) -> list[str]:
    """The names of the rows that a tab shows."""
    return [line.name for table in response.context["tables"] for line in table.lines]


def clerk(*permissions: str):
    """A member of staff with these rights, to what is not published too."""
    user = get_user_model().objects.create_user("clerk", is_staff=True)
    given = [*permissions, "view_unpublished"]
    user.user_permissions.set(Permission.objects.filter(codename__in=given))
    return user


def fill(event: Event, count: int) -> None:
    """So many of everything that belongs to an event."""
    for _ in range(count):
        make_event(parent=event, starts_on=None, ends_on=None)
        make_figure(event=event, source=make_source())
        session = make_session(event=event)
        make_attachment(event=event, session=session)
        speaker = make_speaker(session=session, **somebody())
        delegation = make_delegation(event=event, institution=unknown_body())
        other = make_delegation(event=event)
        make_meeting(requested_by=delegation, counterpart=other)
        member = make_member(delegation=delegation, **somebody())
        agreement = make_agreement(event=event, is_published=False)
        make_party(agreement=agreement, institution=unknown_body())
        make_signatory(agreement=agreement, **somebody())
        make_outcome(event=event, agreement=make_agreement())
        make_commitment(event=event).responsible.add(make_institution())
        EventCitation.objects.create(session=session, source=make_source())
        DelegationCitation.objects.create(member=member, source=make_source())
        DelegationCitation.objects.create(speaker=speaker, source=make_source())
        AgreementCitation.objects.create(agreement=agreement, source=make_source())


def somebody() -> dict:
    return {"official": make_official(is_published=False), "institution": unknown_body()}


def unknown_body():
    return make_institution(is_published=False)
