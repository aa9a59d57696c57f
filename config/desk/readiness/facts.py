"""All that the checks look at, read once: in as many queries for one event as for several."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Model

from agreements.ceremony.signings import with_signers
from agreements.models import Agreement
from config.desk.workspace.sources import RELATED, citations_of
from delegations.doubles.derived import to_decide
from delegations.models import Delegation, Meeting, Member, Official, Speaker
from forum.clashing import found_in
from forum.findings import Finding
from forum.models import Citation, Event, Figure, Session
from forum.models.slot import TimeSlot
from forum.occupied import Span, taken_within
from forum.programme.tense import Tense
from forum.records.relations import tie


@dataclass
class Facts:
    """An event, and all that belongs to it."""

    event: Event
    on: dt.date | None = None
    delegations: list[Delegation] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    clashing: list[Finding] = field(default_factory=list)
    # The keys of officials who are probably one.
    doubles: set[tuple[int, int]] = field(default_factory=set)

    @property
    def is_over(self) -> bool:
        return self.event.tense(self.on) in (Tense.OVER, Tense.OFF)


def read(events: Iterable[Event], on: dt.date | None = None) -> dict[int, Facts]:
    """What is on record of these events, by their keys."""
    events = list(events)
    facts = {each.pk: Facts(each, on) for each in events}
    _read_people(events, facts)
    _read_programme(events, facts)
    for agreement in tie(_agreements(events), "event", events):
        facts[agreement.event_id].agreements.append(agreement)
    for figure in tie(Figure.objects.filter(event__in=events).for_reading(), "event", events):
        facts[figure.event_id].figures.append(figure)
    _read_citations(events, facts)
    _read_clashes(events, facts)
    _read_doubles(events, facts)
    return facts


def _read_people(events: list[Event], facts: dict[int, Facts]) -> None:
    rows = Delegation.objects.present().filter(event__in=events).select_related("institution")
    delegations = tie(rows.order_by("position", "pk"), "event", events)
    for delegation in delegations:
        facts[delegation.event_id].delegations.append(delegation)
    members = Member.objects.filter(delegation__in=delegations).with_names()
    members = members.select_related("appointment__official", "appointment__institution")
    for member in tie(members.order_by("position", "pk"), "delegation", delegations):
        facts[member.delegation.event_id].members.append(member)


def _read_programme(events: list[Event], facts: dict[int, Facts]) -> None:
    rows = Session.objects.filter(event__in=events).in_order().select_related("parent")
    sessions = tie(rows, "event", events)
    for session in sessions:
        facts[session.event_id].sessions.append(session)
    rows = Speaker.objects.filter(session__event__in=events).with_names()
    for speaker in tie(rows.order_by("position", "pk"), "session", sessions):
        facts[speaker.session.event_id].speakers.append(speaker)


def _agreements(events: list[Event]):
    return with_signers(Agreement.objects.filter(event__in=events)).order_by("pk")


def _read_citations(events: list[Event], facts: dict[int, Facts]) -> None:
    homes = _homes(facts)
    for model, related in RELATED.items():
        rows = citations_of(model, *events).exclude(field="").order_by("pk")
        for citation in rows.select_related("source", *related):
            event = _event_of(citation, homes)
            if event in facts:
                facts[event].citations.append(citation)


def _homes(facts: dict[int, Facts]) -> dict[Model, int]:
    """To which event the records belong that do not say it themselves."""
    found: dict[Model, int] = {}
    for event, each in facts.items():
        signers = [one for agreement in each.agreements for one in agreement.signatories.all()]
        found |= dict.fromkeys([*each.members, *each.speakers, *signers], event)
    return found


def _event_of(citation: Citation, homes: dict[Model, int]) -> int | None:
    subject = next(filter(None, (getattr(citation, name) for name in citation.SUBJECTS)))
    return (
        subject.pk
        if isinstance(subject, Event)
        else homes.get(subject, getattr(subject, "event_id", None))
    )


def _read_clashes(events: list[Event], facts: dict[int, Facts]) -> None:
    """Also with what belongs to other events."""
    for finding in found_in(taken_within(*_spans(events, facts))):
        slots = [each for each in finding.records if isinstance(each, TimeSlot)]
        for event in {each.event.pk for each in slots} & facts.keys():
            facts[event].clashing.append(finding)


def _spans(events: list[Event], facts: dict[int, Facts]) -> list[Span]:
    """From the first to the last day on which anything of an event stands in a programme."""
    days = defaultdict(set)
    for event, each in facts.items():
        days[event] |= {session.day for session in each.sessions if session.day}
    meetings = Meeting.objects.filter(requested_by__event__in=events, day__isnull=False)
    for event, day in meetings.order_by().values_list("requested_by__event", "day"):
        days[event].add(day)
    return [(min(each), max(each)) for each in days.values() if each]


def _read_doubles(events: list[Event], facts: dict[int, Facts]) -> None:
    """As they are derived, once somebody has asked for doubles: comparing takes long."""
    coming = Member.objects.filter(delegation__event__in=events).order_by().values("official")
    pairs = to_decide(Official).filter(one__in=coming, other__in=coming)
    pairs = set(pairs.values_list("one", "other"))
    for each in facts.values():
        here = {member.official_id for member in each.members}
        each.doubles = {pair for pair in pairs if here.issuperset(pair)}
