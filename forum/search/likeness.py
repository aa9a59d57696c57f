"""How alike two spellings are, and how well a name answers what somebody wrote.

All weights of the search for similar names stand here; `make accuracy` shows what they achieve.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from forum.search.spelling import CACHED, roman, skeletons, vocal

# Words less alike than this have nothing to do with each other.
FLOOR = 0.7
# Words of two names of one record are at least so much alike.
SAME_WORD = 0.8
# A word that only sounds alike is worth this much of one that is spelled alike.
SOUNDS_ALIKE = 0.97
SAME_CONSONANTS = (0.45, 0.5)
# With fewer consonants than this, two words share them by chance.
ENOUGH_CONSONANTS, MANY_CONSONANTS = 3, 4
# Of a name that is found in few of the words that were written, this part is left.
NAME_ALONE = 0.2
# How much more a name of many rare words says than one of few common ones.
RARITY = 0.25
SEPARATORS = re.compile(r"[,;:()\[\]{}\n|/\"]| [-–—] ")

# For each word that was written, the words of names that are like it, and how much.
Alike = Mapping[str, Mapping[str, float]]
Weight = Callable[[str], float]


@lru_cache(CACHED)
def keys(word: str) -> frozenset[str]:
    """Keys of which two spellings of one word, or a slip of one letter, have one in common."""
    found: set[str] = set()
    for skeleton in skeletons(word):
        if len(skeleton) >= ENOUGH_CONSONANTS:
            found |= {skeleton, *(_shorter(skeleton) if len(skeleton) >= MANY_CONSONANTS else ())}
        if len(skeleton) < MANY_CONSONANTS:
            found |= {f"-{key}" for key in (vocal(word), *_shorter(vocal(word)))}
    return frozenset(found - {"-"})


def _shorter(key: str) -> Iterator[str]:
    """The key without one of its letters, each in turn."""
    return (key[:place] + key[place + 1 :] for place in range(len(key)))


@lru_cache(CACHED)
def likeness(one: str, other: str) -> float:
    """How alike two words are: 1 if they are one word in two scripts, 0 if in nothing."""
    if roman(one) == roman(other):
        return 1.0
    # Of a short word too little is left to be heard.
    is_heard = min(len(vocal(one)), len(vocal(other))) >= ENOUGH_CONSONANTS
    heard = fuzz.ratio(vocal(one), vocal(other)) / 100 if is_heard else 0
    found = max(fuzz.ratio(roman(one), roman(other)) / 100, SOUNDS_ALIKE * heard)
    if any(len(key) >= ENOUGH_CONSONANTS for key in skeletons(one) & skeletons(other)):
        base, share = SAME_CONSONANTS
        found = max(found, base + share * heard)
    return found


def parts(text: str, split: Callable[[str], list[str]]) -> list[list[str]]:
    """The parts of what was written in which a name may stand: each, two together, and all.

    An affiliation names a department, a faculty, a university, a city and a country in turn.
    """
    found = [words for words in map(split, SEPARATORS.split(text)) if words]
    pairs = [one + other for one, other in pairwise(found)]
    return [*found, *pairs, [word for words in found for word in words]]


def score(part: list[str], name: list[str], alike: Alike, weight: Weight) -> float:
    """How well a name answers a part of what was written, both as words: more is better.

    It counts which share of the name was written and which share of what was written is the
    name; a rare word counts for more than a common one.
    """
    of_part, of_name = _shares(part, name, alike, weight)
    met = of_name * sum(map(weight, name))
    return of_name * (NAME_ALONE + (1 - NAME_ALONE) * of_part) * met**RARITY


def sameness(one: list[str], other: list[str], alike: Alike, weight: Weight) -> tuple[float, float]:
    """Which share of each of two names, as words, is in the other one: the lesser, the greater."""
    spelled = {
        word: {other: much for other, much in found.items() if much >= SAME_WORD}
        for word, found in alike.items()
    }
    lesser, greater = sorted(_shares(one, other, spelled, weight))
    return lesser, greater


def _shares(part: list[str], name: list[str], alike: Alike, weight: Weight) -> tuple[float, float]:
    """Which share of the part is in the name, and of the name in the part."""
    found = _pairs(part, name, alike)
    of_part = sum(how_much * weight(part[here]) for how_much, here, _there in found)
    of_name = sum(how_much * weight(name[there]) for how_much, _here, there in found)
    return of_part / sum(map(weight, part)), of_name / sum(map(weight, name))


def _pairs(part: list[str], name: list[str], alike: Alike) -> list[tuple[float, int, int]]:
    """Which word answers which: the likest first, each word once, near places before far ones."""
    possible = [
        (alike[word][other], -abs(here - there), here, there)
        for here, word in enumerate(part)
        for there, other in enumerate(name)
        if other in alike.get(word, ())
    ]
    found: dict[int, tuple[float, int, int]] = {}
    taken: set[int] = set()
    for how_much, _distance, here, there in sorted(possible, reverse=True):
        if here not in found and there not in taken:
            found[here] = (how_much, here, there)
            taken.add(there)
    return list(found.values())


def likest(word: str, others: Collection[str], most: int) -> dict[str, float]:
    """The words among these that are like a word, the likest first."""
    found = [(likeness(word, other), other) for other in others]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return {other: how_much for how_much, other in found[:most] if how_much >= FLOOR}
