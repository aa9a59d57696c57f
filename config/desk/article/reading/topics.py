"""Topics by their words: all of a topic's words near each other in one sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from config.desk.article.reading.inflection import is_form
from config.desk.article.reading.marks import Mark, State, What, longest
from config.desk.article.reading.matching import Name, Text
from config.desk.article.reading.page import Page
from config.desk.article.reading.tokens import WORD, Token
from forum.search.likeness import likeness
from forum.search.spelling import CACHED, roman
from forum.search.words import SMALL, fold, is_abbreviation

# So many other telling words may stand between those of a topic.
ROOM = 1
# Centers and centres, digitalization and digitalisation.
ALIKE, BEGINNING, LONG = 0.85, 4, 6
# Small words that say nothing about a topic.
IDLE = SMALL | {"мен", "пен", "бен", "және", "сфере", "или"}
ASIDE = re.compile(r"\(([^)]*)\)")


def topics(page: Page, names: Iterable[Name]) -> list[Mark]:
    """The topics of which the text has all words."""
    # Small words do not count between telling ones.
    tokens = [token for token in page.tokens if token.key not in IDLE]
    text = Text(tokens)
    found: dict[tuple[int, int], dict[str, None]] = {}
    for name in names:
        for words in ways(name.text):
            places = [sorted(text.forms(word, is_meant)) for word in words]
            for span in _spans(tokens, places):
                found.setdefault(span, {})[name.key] = None
    return longest(
        Mark(start, end, What.TOPIC, page.text[start:end], State.KNOWN, tuple(keys)[:1])
        for (start, end), keys in found.items()
    )


@lru_cache(CACHED)
def ways(text: str) -> tuple[tuple[str, ...], ...]:
    """The words by which a topic is known: of its name, and of an abbreviation beside it."""
    names = [ASIDE.sub(" ", text), *filter(is_abbreviation, ASIDE.findall(text))]
    words = (tuple(each for each in WORD.findall(name) if fold(each) not in IDLE) for name in names)
    return tuple(filter(None, words))


def _spans(tokens: Sequence[Token], places: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Where words stand together, given where each stands."""
    if not all(places):
        return
    for first in places[0]:
        taken = [_nearest(each, first) for each in places]
        start, last = min(taken), max(taken)
        is_together = len({*taken}) == len(places) and last - start < len(places) + ROOM
        if is_together and tokens[start].sentence == tokens[last].sentence:
            yield tokens[start].start, tokens[last].end


def _nearest(places: Sequence[int], place: int) -> int:
    number = bisect_left(places, place)
    near = places[max(number - 1, 0) : number + 1]
    return min(near, key=lambda each: abs(each - place))


@lru_cache(CACHED)
def is_meant(word: str, name: str) -> bool:
    """Whether a word is one of a topic's, in any form or in American spelling."""
    if is_abbreviation(name):
        return word == name
    if is_form(word, name):
        return True
    one, other = roman(word), roman(name)
    if min(len(one), len(other)) < LONG or one[:BEGINNING] != other[:BEGINNING]:
        return False
    return likeness(one, other) >= ALIKE
