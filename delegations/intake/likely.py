"""Whether a name may be a shorter or fuller way to write one on record: a rule over plain values.

A list leaves out what its readers know: “Ministry of Education” in the delegation of a country,
“Univ. of Technology”, “R. Sample”. Staff are asked; nothing is chosen by it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from forum.records.countries import usual_names
from forum.records.texts import LANGUAGES
from forum.search.likeness import SAME_WORD
from forum.search.spelling import roman
from forum.search.words import SMALL, folded

Alike = Mapping[str, Mapping[str, float]]
# What a name says of a State beside that of the country, as words begin.
STATE = ("republic", "kingdom", "respublik", "kuningrii", "korolevstv", "vabarii")
# So much of a country's name stays in its other forms: Estonia, Estonian.
STEM = 5
# What stands shortened without a stop, too.
SHORT = frozenset({"acad", "inst", "min", "uni", "univ"})
SHORTENED = re.compile(r"\b([^\W\d_]+)\.|\b([^\W\d_])\b")


def may_be_body(
    name: str, recorded: Sequence[str], countries: Collection[str], alike: Alike
) -> bool:
    """Whether a name says of a body on record all but what its country is called."""
    met, left = _met(name, [word for word in recorded if word not in SMALL], alike)
    told = {roman(word) for code in countries for word in words_of_country(code)}
    own = [word for word in met if not _is_of_state(roman(word), told)]
    return len(met) > 1 and bool(own) and all(_is_of_state(roman(word), told) for word in left)


def may_be_person(name: str, recorded: Sequence[str], alike: Alike) -> bool:
    """Whether a name has fewer words, or initials, of one on record."""
    met, left = _met(name, recorded, alike)
    return not left and any(word not in _shortened(name) for word in met)


def _met(name: str, recorded: Sequence[str], alike: Alike) -> tuple[list[str], list[str]]:
    """The words of a name that answer one on record each, and those that answer none."""
    short, free = _shortened(name), [*recorded]
    met, left = [], []
    words = [word for word in folded(name) if word not in SMALL]
    for word in sorted(words, key=lambda each: (each in short, -len(each))):
        found = next((each for each in free if _answers(word, each, alike, word in short)), None)
        if found is None:
            left.append(word)
        else:
            free.remove(found)
            met.append(word)
    return met, left


def _answers(word: str, other: str, alike: Alike, is_short: bool) -> bool:
    if is_short and roman(other).startswith(roman(word)):
        return True
    return roman(word) == roman(other) or alike.get(word, {}).get(other, 0.0) >= SAME_WORD


def _shortened(name: str) -> set[str]:
    """The words of a name that are the beginnings of others: initials, and those with a stop."""
    marked = {word for found in SHORTENED.findall(name) for word in folded("".join(found))}
    return marked | SHORT.intersection(folded(name))


def _is_of_state(word: str, told: Collection[str]) -> bool:
    """Whether a word, in Latin letters, only says which country it is."""
    return word.startswith(STATE) or any(
        word[:STEM] == each[:STEM] and len(each) >= STEM for each in told
    )


@lru_cache(maxsize=512)
def words_of_country(code: str) -> frozenset[str]:
    names = (usual_names(language).get(code, "") for language in LANGUAGES)
    return frozenset(word for name in names for word in folded(name))
