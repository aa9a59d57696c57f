"""What stands in a delegation's visit: records, in as many queries for any number of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from delegations.models import Delegation, Invitation, Meeting, Member, Speaker, Transfer
from delegations.naming import Reader
from delegations.occupied import NOT_THERE
from delegations.protocol.order import precedence_of
from delegations.querysets import ABSENT
from forum.models import Event, Session
from forum.programme.days import Day, by_day
from forum.records.relations import tie

SIDES = ("requested_by", "counterpart")


@dataclass(frozen=True)
class Found:
    """The records of a visit; `speaking` are members' own appearances, by their session.

    `public` are the keys of the items that any visitor may read.
    """

    invitation: Invitation
    delegation: Delegation
    event: Event
    members: list[Member]
    programme: list[Day]
    public: set[int]
    speaking: dict[int, list[Speaker]]
    meetings: list[Meeting]
    transfers: list[Transfer]


def found_for(invitation: Invitation) -> Found:
    """All that the delegation of this invitation may know of its visit."""
    delegation = invitation.delegation
    event = Event.objects.select_related("venue__parent").get(pk=delegation.event_id)
    delegation.event = event
    members, sessions = _members(delegation), _sessions(event)
    public = Session.objects.filter(event=event).public().order_by().values_list("pk", flat=True)
    return Found(
        invitation=invitation,
        delegation=delegation,
        event=event,
        members=members,
        programme=by_day(sessions),
        public=set(public),
        speaking=_speaking(sessions, members),
        meetings=_meetings(delegation),
        transfers=_transfers(delegation),
    )


def _members(delegation: Delegation) -> list[Member]:
    """All whom it has on record, in the order of precedence; behind them who is not to come."""
    within = precedence_of(delegation.event, Reader.STAFF).within.get(delegation.pk)
    places = {key: place for place, key in enumerate(within.keys if within else ())}
    rows = Member.objects.filter(delegation=delegation).with_dated_names().order_by("pk")
    found = tie(rows, "delegation", [delegation])
    return sorted(found, key=lambda member: places.get(member.pk, len(places)))


def _sessions(event: Event) -> list[Session]:
    rows = Session.objects.filter(event=event).for_participants().in_order()
    return tie(rows.select_related("venue__parent"), "event", [event])


def _speaking(sessions: list[Session], members: Iterable[Member]) -> dict[int, list[Speaker]]:
    """Where those speak who come with it, as the programme has them."""
    coming = (each for each in members if each.accreditation not in ABSENT)
    officials = {each.official_id for each in coming if each.official_id}
    rows = Speaker.objects.filter(session__in=sessions, official__in=officials)
    rows = rows.exclude(status__in=NOT_THERE).with_dated_names().order_by("position", "pk")
    found: dict[int, list[Speaker]] = {}
    for speaker in tie(rows, "session", sessions):
        found.setdefault(speaker.session_id, []).append(speaker)
    return found


def _meetings(delegation: Delegation) -> list[Meeting]:
    """Those too that are off: who knew of one is told. Their own are those who are to come."""
    rows = Meeting.objects.filter(Q(requested_by=delegation) | Q(counterpart=delegation))
    rows = rows.defer("brief").select_related(
        "venue__parent", *(f"{side}__institution" for side in SIDES)
    )
    own = Member.objects.filter(delegation=delegation).coming().order_by("pk")
    names = (f"{side}__institution__names" for side in SIDES)
    found = list(rows.prefetch_related(Prefetch("attendees", own), *names).order_by("pk"))
    for meeting in found:
        for side in SIDES:
            getattr(meeting, side).event = delegation.event
    return found


def _transfers(delegation: Delegation) -> list[Transfer]:
    return tie(delegation.transfers.order_by("pk"), "delegation", [delegation])
