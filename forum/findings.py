"""What a check finds to be wrong or missing: said in a sentence, and set aside with a reason.

A finding is known again by its check and its records. What it depends on beside them is its
`essence`: if that changes, what was set aside comes back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import transaction
from django.db.models import Model

from forum.history.author import name_of
from forum.history.keeping import label
from forum.models import Event, SetAside


@dataclass(frozen=True)
class Finding:
    """`records` are all that it names, what it is about first; `address` is where it is mended.

    `part` tells two findings of one check about the same records apart.
    """

    check: str
    records: tuple[Model, ...]
    said: str
    essence: tuple = ()
    part: str = ""
    address: str = field(default="", compare=False)

    @property
    def about(self) -> Model:
        return self.records[0]

    @property
    def subject(self) -> str:
        """The records, and the part, as a row of SetAside names them."""
        names = sorted(f"{label(each)}:{each.pk}" for each in self.records)
        return " ".join([*names, *filter(None, [self.part])])

    @property
    def print(self) -> str:
        return sha256(repr(self.essence).encode()).hexdigest()


class Aside:
    """What was set aside at an event."""

    def __init__(self, rows: Iterable[SetAside]):
        self.rows = {(row.check_name, row.subject): row for row in rows}

    def of(self, finding: Finding) -> SetAside | None:
        """How the finding was set aside; None if it was not, or has changed since."""
        row = self.rows.get((finding.check, finding.subject))
        return row if row and row.essence == finding.print else None


def kept_aside(events: Iterable[Event]) -> dict[int, Aside]:
    """What is set aside at each of these events, by its key."""
    events = list(events)
    rows = list(SetAside.objects.filter(event__in=events, ended_at=None))
    return {each.pk: Aside(row for row in rows if row.event_id == each.pk) for each in events}


@transaction.atomic
def set_aside(event: Event, findings: Iterable[Finding], *, reason: str, by) -> None:
    """Let these findings stand as they are, for a reason. Raises ValidationError without one."""
    for each in findings:
        _end(event, each, by)
        row = SetAside(
            event=event,
            check_name=each.check,
            subject=each.subject,
            essence=each.print,
            reason=reason.strip(),
            author_name=name_of(by),
        )
        row.full_clean()
        row.save()


@transaction.atomic
def take_up_again(event: Event, finding: Finding, *, by) -> None:
    """Let a finding that was set aside be settled after all."""
    _end(event, finding, by)


def _end(event: Event, finding: Finding, by) -> None:
    named = {"check_name": finding.check, "subject": finding.subject}
    for row in SetAside.objects.filter(event=event, ended_at=None, **named):
        row.end(by=name_of(by))
