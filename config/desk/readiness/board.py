"""The board of an event: all checks, what they find, and what of it was set aside."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from config.desk.readiness import agreements, delegations, programme, records
from config.desk.readiness.checks import Check, Severity
from config.desk.readiness.facts import Facts, read
from forum.clashing import PERSON_TWICE, ROOM_SMALL, ROOM_TWICE, WAY_SHORT
from forum.findings import Aside, Finding, kept_aside
from forum.models import Event, SetAside
from forum.rights import may

RED, AMBER = Severity
CHECKS = [
    Check("no-head", _("Delegations without a head"), RED, delegations.without_head),
    Check(
        "head-not-accredited",
        _("Heads of delegation who are not accredited"),
        RED,
        delegations.head_not_accredited,
        prepares=True,
    ),
    Check("no-office", _("Members without an office"), AMBER, delegations.without_office),
    Check(
        "office-not-held",
        _("Members in an office that they did not hold then"),
        RED,
        delegations.office_not_held,
    ),
    Check("doubles", _("Members who are probably recorded twice"), AMBER, delegations.doubles),
    Check("speaker-open", _("Speakers to be confirmed"), AMBER, programme.speaker_open),
    Check(
        "outside-dates",
        _("Programme items outside the dates of the event"),
        AMBER,
        programme.outside_the_dates,
    ),
    Check(PERSON_TWICE, _("People in two places at once"), RED, programme.clashing(PERSON_TWICE)),
    Check(ROOM_TWICE, _("Rooms that are taken twice"), RED, programme.clashing(ROOM_TWICE)),
    Check(ROOM_SMALL, _("Rooms that are too small"), RED, programme.clashing(ROOM_SMALL)),
    Check(WAY_SHORT, _("Too little time between two places"), AMBER, programme.clashing(WAY_SHORT)),
    Check("one-party", _("Documents with fewer than two parties"), RED, agreements.one_party),
    Check(
        "signers-missing",
        _("Documents that nobody signs for a party"),
        AMBER,
        agreements.signers_missing,
    ),
    Check(
        "no-authority",
        _("Signatories without authority"),
        RED,
        agreements.without_authority,
        prepares=True,
    ),
    Check(
        "signatory-not-present",
        _("Signatories who are not present"),
        AMBER,
        agreements.not_present,
        prepares=True,
    ),
    Check(
        "ends-before-signed",
        _("Documents that end before they are signed"),
        RED,
        agreements.ends_before_signed,
    ),
    Check(
        "body-closed",
        _("Institutions that closed before they sign"),
        RED,
        agreements.body_closed,
    ),
    Check("untranslated", _("Texts that lack a language"), AMBER, records.untranslated),
    Check(
        "under-hidden",
        _("Public records in what is not public"),
        AMBER,
        records.under_what_is_hidden,
    ),
    Check(
        "disputed",
        _("Disputed facts of which none is preferred"),
        AMBER,
        records.disputed,
    ),
]


@dataclass
class Group:
    """A check with what it found: still open, or set aside with the row that says why."""

    check: Check
    open: list[Finding] = field(default_factory=list)
    aside: list[tuple[Finding, SetAside]] = field(default_factory=list)


@dataclass(frozen=True)
class Light:
    """How many findings are open, of either severity."""

    red: int
    amber: int

    @property
    def colour(self) -> str:
        return "red" if self.red else "amber" if self.amber else "green"


@dataclass
class Board:
    groups: list[Group]

    @property
    def light(self) -> Light:
        counts = dict.fromkeys(Severity, 0)
        for group in self.groups:
            counts[group.check.severity] += len(group.open)
        return Light(**counts)

    def find(self, check: str, subject: str) -> Finding | None:
        """What the board shows under that name, open or set aside."""
        for group in self.groups:
            for finding in (*group.open, *(each for each, _row in group.aside)):
                if (finding.check, finding.subject) == (check, subject):
                    return finding
        return None


def boards(events: Iterable[Event], user) -> dict[int, Board]:
    """What this member of staff may know of each of these events, by its key."""
    events = list(events)
    if not events:
        return {}
    aside = kept_aside(events)
    return {key: _board(facts, aside[key], user) for key, facts in read(events).items()}


def board(event: Event, user) -> Board:
    return boards([event], user)[event.pk]


def _board(facts: Facts, aside: Aside, user) -> Board:
    groups = [_group(check, facts, aside, user) for check in CHECKS]
    return Board([group for group in groups if group.open or group.aside])


def _group(check: Check, facts: Facts, aside: Aside, user) -> Group:
    group = Group(check)
    for finding in check.findings(facts):
        if not _may_know(user, finding):
            continue
        if row := aside.of(finding):
            group.aside.append((finding, row))
        else:
            group.open.append(finding)
    return group


def _may_know(user, finding: Finding) -> bool:
    """Who may not view one of its records does not learn of it."""
    return all(may(user, "view", type(each)) for each in finding.records)
