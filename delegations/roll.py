"""The delegations of an event as its page calls the roll: whom it shows, folds away and finds."""

from collections.abc import Iterable
from dataclasses import dataclass

from delegations import naming
from delegations.models import Delegation
from delegations.naming import NamedSide, Reader
from delegations.protocol.within import FUNCTION_ORDER
from forum.records.countries import country_name
from forum.records.texts import alphabetical
from forum.search.having import having

# From so many delegations on there is an index and a search, from so many members on they fold.
MANY, CROWDED = 9, 60
# How many of a delegation are shown where its others are folded away.
FIRST = 3


@dataclass(frozen=True)
class Entry:
    """A delegation, with those of its members who are shown at once and the others."""

    delegation: Delegation
    side: NamedSide
    first: list
    more: list

    @property
    def count(self) -> int:
        return len(self.first) + len(self.more)


@dataclass(frozen=True)
class Roll:
    entries: list[Entry]
    # All of them by country, in the alphabet of the reader.
    index: list[Entry]
    words: str

    @property
    def is_long(self) -> bool:
        return len(self.index) >= MANY


def roll(delegations: Iterable[Delegation], words: str) -> Roll:
    """The roll of delegations, in their order; with words, of those that have them."""
    listed = [(each, naming.side(each, Reader.VISITOR, each.day)) for each in delegations]
    is_crowded = sum(len(each.ordered_members) for each, _side in listed) > CROWDED
    entries = [
        Entry(each, side, *_folded(each.ordered_members, is_crowded and not words))
        for each, side in listed
    ]
    found = having(words, {e.delegation.pk: _said(e) for e in entries}) if words else ()
    shown = [each for each in entries if not words or each.delegation.pk in found]
    return Roll(shown, sorted(entries, key=_place), words)


def _folded(members: list, is_crowded: bool) -> tuple[list, list]:
    """The first members and all heads, whose order is kept, and the rest, unless it is but one."""
    leading = [n for n, each in enumerate(members, 1) if each.function in FUNCTION_ORDER]
    first = max(FIRST, *leading, 0)
    is_short = not is_crowded or len(members) <= first + 1
    return (members, []) if is_short else (members[:first], members[first:])


def _said(entry: Entry) -> list[str]:
    """What visitors read of a delegation and its members."""
    members = entry.delegation.ordered_members
    named = (naming.person(each, Reader.VISITOR, each.day) for each in members)
    country = country_name(entry.side.country) if entry.side.country else ""
    return [entry.side.in_words(), country, *(each.in_words() for each in named)]


def _place(entry: Entry) -> tuple[bytes, bool, bytes]:
    """By country, the State's own delegation first; without a country last."""
    country = entry.side.country
    name = country_name(country) if country else "\U0010ffff"
    is_part = entry.side.is_institution
    return alphabetical(name), is_part, alphabetical(str(entry.side.name))
