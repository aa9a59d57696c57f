"""What becomes of a form whose record somebody else changed since it was opened: plain values.

All three sides are what a form sends, by field: as it was opened, as it would be opened now, and
as it was filled in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Values = Sequence[str]
Sent = Mapping[str, Values]


@dataclass(frozen=True)
class Conflict:
    """A field that two people changed, each to something else."""

    name: str
    was: Values
    theirs: Values
    mine: Values


@dataclass(frozen=True)
class Merged:
    """Fields that only the other one changed, with their values, and those to be decided."""

    taken: dict[str, Values]
    conflicts: list[Conflict]


def alike(one: Values, other: Values) -> bool:
    """Whether two fields say the same: in any order, and with line ends of any browser."""
    return _plain(one) == _plain(other)


def merge(was: Sent, theirs: Sent, mine: Sent) -> Merged:
    """Bring together what two people made of one form."""
    taken: dict[str, Values] = {}
    conflicts = []
    for name, now in theirs.items():
        before, wanted = was.get(name, ()), mine.get(name, ())
        if alike(now, before) or alike(now, wanted):
            continue
        if alike(wanted, before):
            taken[name] = now
        else:
            conflicts.append(Conflict(name, before, now, wanted))
    return Merged(taken, conflicts)


def differs(one: Sent, other: Sent) -> bool:
    """Whether any field of two forms says something else."""
    return any(not alike(one.get(name, ()), other.get(name, ())) for name in {*one, *other})


def _plain(values: Values) -> list[str]:
    return sorted(value.replace("\r\n", "\n") for value in values if value)
