"""What pages of several apps show of people and delegations, read in a few queries."""

from collections import defaultdict
from dataclasses import dataclass

from delegations import naming
from delegations.choices import DelegationRole
from delegations.models import Delegation, DelegationCitation, Speaker
from delegations.protocol.order import in_order_of_precedence
from forum.records.relations import tie

ORGANISING = (DelegationRole.ORGANISER, DelegationRole.PARTNER)


@dataclass(frozen=True)
class WhoMet:
    """Who came to an event, in order of precedence, and who organised it."""

    came: list[Delegation]
    organising: list[Delegation]


def who_met(event) -> WhoMet:
    delegations = in_order_of_precedence(event)
    return WhoMet(
        came=[each for each in delegations if each.role not in ORGANISING],
        organising=[each for each in delegations if each.role in ORGANISING],
    )


def own_and_others(rows, official) -> tuple[list[tuple], list[tuple]]:
    """What the official did, and what others did in the official's stead.

    The rows are those of the queryset's of(), each comes with who it was on the day, as visitors
    may know it.
    """
    named = [(row, naming.person(row, naming.Reader.VISITOR, row.day)) for row in rows]
    own = [each for each in named if each[0].official_id == official.pk]
    return own, [each for each in named if each not in own]


def speakers_of(sessions) -> dict[int, list[Speaker]]:
    """Map each session's primary key to its speakers, in as many queries for any number."""
    sessions = list(sessions)
    speakers = defaultdict(list)
    rows = Speaker.objects.filter(session__in=sessions).with_dated_names()
    for speaker in tie(rows.order_by("position", "pk"), "session", sessions):
        speakers[speaker.session_id].append(speaker)
    return speakers


def citations_of_speakers(speakers: dict[int, list[Speaker]]) -> list[DelegationCitation]:
    """What sources say about who spoke, and how; the speakers are those of speakers_of()."""
    known = [speaker for each in speakers.values() for speaker in each]
    found = DelegationCitation.objects.filter(speaker__in=known).select_related("source")
    return tie(found, "speaker", known)
