"""What pages of several apps show of people and delegations, read in a few queries."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from delegations import naming
from delegations.models import Delegation, DelegationCitation, Member, Speaker
from delegations.protocol.order import precedence_of
from delegations.querysets import ORGANISING
from forum.models import Event
from forum.prepared import prepared
from forum.records.relations import tie

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


@prepared
def _members(keys: list[int]) -> QuerySet:
    return Member.objects.filter(pk__in=keys).with_dated_names()


def who_met(event: Event) -> WhoMet:
    """The delegations with their `first_members`, and how many `more` each has."""
    order = precedence_of(event)
    came = [each for each in order.delegations if each.role not in ORGANISING]
    met = WhoMet(came, [each for each in order.delegations if each.role in ORGANISING])
    most = 1 if met.is_long else FIRST
    first = {each.pk: order.within[each.pk].keys[:most] for each in came}
    members = _members([key for keys in first.values() for key in keys])
    by_key = {member.pk: member for member in tie(members, "delegation", came)}
    for each in came:
        each.first_members = [by_key[key] for key in first[each.pk]]
        each.more = len(order.within[each.pk].keys) - len(first[each.pk])
    return met


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
