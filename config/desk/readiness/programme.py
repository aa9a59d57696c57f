"""Checks of the programme: its days, its speakers, its rooms and ways."""

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from config.desk.readiness.checks import found
from config.desk.readiness.facts import Facts
from delegations.choices import SpeakerStatus
from forum.findings import Finding
from forum.records.partial_dates import format_day

OPEN = (SpeakerStatus.INVITED, SpeakerStatus.TO_BE_CONFIRMED)


def speaker_open(facts: Facts) -> Iterator[Finding]:
    for speaker in facts.speakers:
        if speaker.status in OPEN:
            names = {"person": speaker, "item": speaker.session.name}
            said = _("%(person)s, at “%(item)s”: %(state)s")
            names["state"] = speaker.get_status_display()
            yield found(speaker, said=said % names, depends_on=[speaker.status])


def outside_the_dates(facts: Facts) -> Iterator[Finding]:
    """What belongs to the programme of a day may go on after its midnight."""
    days = facts.event.days
    for session in facts.sessions if days else ():
        if session.day and not days[0] <= session.day <= days[1]:
            said = _("“%(item)s”: %(day)s")
            names = {"item": session.name, "day": format_day(session.day)}
            yield found(session, said=said % names, depends_on=map(str, (session.day, *days)))


def clashing(check: str) -> Callable[[Facts], Iterable[Finding]]:
    """What clashes in the way of that name: the rules stand in `forum/programme/`."""

    def find(facts: Facts) -> list[Finding]:
        return [each for each in facts.clashing if each.check == check]

    return find
