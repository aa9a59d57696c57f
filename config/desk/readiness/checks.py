"""What a check is; all of them stand in `board.py`, in the order in which staff read them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db.models import Model
from django.utils.functional import Promise

from config.desk.readiness.facts import Facts
from forum.findings import Finding


class Severity(StrEnum):
    """Red contradicts itself, or stops the event; amber is missing."""

    RED = "red"
    AMBER = "amber"


@dataclass(frozen=True)
class Check:
    """`title` says what is wrong with all that it finds.

    What prepares an event is asked only until that is over: nobody accredits anybody afterwards.
    """

    name: str
    title: str | Promise
    severity: Severity
    find: Callable[[Facts], Iterable[Finding]]
    prepares: bool = False

    def findings(self, facts: Facts) -> list[Finding]:
        if self.prepares and facts.is_over:
            return []
        return [replace(each, check=self.name) for each in self.find(facts)]


def found(*records: Model, said: str = "", depends_on: Iterable = (), **more) -> Finding:
    """What a check has found; without a sentence, the record says enough under the title."""
    return Finding("", records, said or str(records[0]), essence=tuple(depends_on), **more)
