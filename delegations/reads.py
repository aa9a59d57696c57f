"""What pages of several apps show of people and delegations, read in a few queries."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from delegations import naming
from delegations.choices import DelegationRole, MemberFunction
from delegations.models import Delegation, DelegationCitation, Member, Speaker
from delegations.protocol.order import in_order
from delegations.protocol.precedence import member_key
from forum.models import Event
from forum.prepared import prepared
from forum.records.relations import tie

ORGANISING = (DelegationRole.ORGANISER, DelegationRole.PARTNER)
# Of how many members of a delegation an overview tells; of many delegations of one each.
FIRST, MANY = 3, 8


@dataclass(frozen=True)
class WhoMet:
    """Who came to an event, in order of precedence, and who organised it."""

    came: list[Delegation]
    organising: list[Delegation]

    @property
    def is_long(self) -> bool:
        return len(self.came) > MANY


class _Place(NamedTuple):
    """What sets the place of a member in the delegation."""

    delegation: int
    pk: int
    function: str
    position: int | None
    weight: int | None

    def order(self) -> tuple:
        own = self._asdict()
        own.pop("delegation")
        return member_key(**own)


@prepared
def _delegations_of(event: int) -> QuerySet:
    delegations = Delegation.objects.filter(event=event).present().select_related("institution")
    return delegations.prefetch_related("institution__names")


@prepared
def _places_of(event: int) -> QuerySet:
    """What sets the order of all members whom visitors may see."""
    came = Delegation.objects.filter(event=event).present()
    members = Member.objects.listed().filter(delegation__in=came.values("pk"))
    return members.order_by().values_list(*_Place._fields[:-1], "rank__weight")


@prepared
def _members(keys: list[int]) -> QuerySet:
    return Member.objects.filter(pk__in=keys).with_dated_names()


def who_met(event: Event) -> WhoMet:
    """The delegations with their `first_members`, and how many `more` each has."""
    delegations = tie(_delegations_of(event.pk), "event", [event])
    places = defaultdict(list)
    for place in sorted(map(_Place._make, _places_of(event.pk)), key=_Place.order):
        places[place.delegation].append(place)
    weights = {key: _highest(found) for key, found in places.items()}
    ordered = in_order(event, delegations, weights)
    met = WhoMet(
        came=[each for each in ordered if each.role not in ORGANISING],
        organising=[each for each in ordered if each.role in ORGANISING],
    )
    most = 1 if met.is_long else FIRST
    first = {each.pk: [place.pk for place in places[each.pk][:most]] for each in met.came}
    members = _members([key for keys in first.values() for key in keys])
    by_key = {member.pk: member for member in tie(members, "delegation", delegations)}
    for each in met.came:
        each.first_members = [by_key[key] for key in first[each.pk]]
        each.more = len(places[each.pk]) - len(first[each.pk])
    return met


def _highest(places: list[_Place]) -> int | None:
    """The rank of the highest head."""
    heads = (place for place in places if place.function == MemberFunction.HEAD)
    return max((head.weight for head in heads if head.weight is not None), default=None)


def with_principals(rows) -> list[tuple]:
    """What somebody did, with in whose stead that was, as visitors may know it."""
    return [(row, naming.in_stead(row, naming.Reader.VISITOR, row.day)) for row in rows]


def with_persons(rows) -> list[tuple]:
    """What somebody did, with who that was on the day, as visitors may know it."""
    return [(row, naming.person(row, naming.Reader.VISITOR, row.day)) for row in rows]


def speakers_of(sessions) -> dict[int, list[Speaker]]:
    """Map each session's primary key to its speakers, as visitors may know them.

    It takes as many queries for any number of sessions.
    """
    sessions = list(sessions)
    speakers = defaultdict(list)
    rows = Speaker.objects.filter(session__in=sessions).as_wished().with_dated_names()
    for speaker in tie(rows.order_by("position", "pk"), "session", sessions):
        speakers[speaker.session_id].append(speaker)
    return speakers


def citations_of_speakers(speakers: dict[int, list[Speaker]]) -> list[DelegationCitation]:
    """What sources say about who spoke, and how; the speakers are those of speakers_of()."""
    known = [speaker for each in speakers.values() for speaker in each]
    found = DelegationCitation.objects.filter(speaker__in=known).select_related("source")
    return tie(found, "speaker", known)
