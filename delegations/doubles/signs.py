"""Whether two records are probably one, and by which sign: a rule over plain values.

Nothing is merged by it: staff look at both records and say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from forum.choices import Sign
from forum.search.likeness import Weight, sameness
from forum.search.spelling import roman

# How much of two names must be the same: of both for bodies, which differ in a word; of one for
# people, who have names that not everybody writes.
SIMILAR = 0.9
FEWEST_WORDS_OF_A_PERSON = 2


@dataclass(frozen=True)
class Facts:
    """What a record says of who it is: names as folded words, and what nobody else has."""

    names: tuple[tuple[str, ...], ...]
    countries: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    is_person: bool = False


def sign(
    one: Facts, other: Facts, alike: Mapping[str, Mapping[str, float]], weight: Weight
) -> Sign | None:
    """The surest sign that both are one; None if there is none.

    A name says nothing across countries: two people in two countries may well share one.
    """
    if one.identifiers & other.identifiers:
        return Sign.IDENTIFIER
    if one.countries and other.countries and not one.countries & other.countries:
        return None
    if one.domains & other.domains:
        return Sign.DOMAIN
    if {frozenset(name) for name in one.names} & {frozenset(name) for name in other.names}:
        return Sign.NAME
    is_similar = any(
        _is_similar(mine, theirs, one.is_person, alike, weight)
        for mine in one.names
        for theirs in other.names
    )
    return Sign.SIMILAR if is_similar else None


def _is_similar(
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    is_person: bool,
    alike: Mapping[str, Mapping[str, float]],
    weight: Weight,
) -> bool:
    lesser, greater = sameness([*mine], [*theirs], alike, weight)
    if is_person:
        if _differ_by_an_ending(mine, theirs):
            return False
        return min(len(mine), len(theirs)) >= FEWEST_WORDS_OF_A_PERSON and greater >= SIMILAR
    return lesser >= SIMILAR


def _differ_by_an_ending(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one is a woman's form of a name and the other a man's: Ivanova, Ivanov."""
    ours, others = {*map(roman, mine)}, {*map(roman, theirs)}
    return any(word + "a" in others - ours for word in ours - others) or any(
        word + "a" in ours - others for word in others - ours
    )


def domain_of(address: str) -> str:
    """The host of a web address, without www; empty if it has none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
