"""Phrases of the vocabulary in a text, each of their words in any form."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from config.desk.article.reading.inflection import is_form
from config.desk.article.reading.tokens import WORD, Token
from forum.search.spelling import CACHED, roman
from forum.search.stems import CYRILLIC
from forum.search.words import fold

# With fewer letters a word of the vocabulary stands for itself alone.
SHORT = 4
# Forms of one word have so many letters in common.
BEGINNING = 2

Phrase = tuple[str, ...]


@lru_cache(CACHED)
def stands_for(word: str, entry: str) -> bool:
    """Whether a word of a text is a form of a word of the vocabulary, in its script."""
    if fold(word) == fold(entry):
        return True
    is_one_script = bool(CYRILLIC.search(word)) == bool(CYRILLIC.search(entry))
    return is_one_script and len(entry) >= SHORT and is_form(word, entry)


def is_one_of(token: Token, entries: Iterable[str]) -> bool:
    known = _by_beginning(tuple(entries))
    return any(stands_for(token.word, words[0]) for words in known.get(_beginning(token), ()))


@lru_cache(256)
def _by_beginning(phrases: tuple[str, ...]) -> Mapping[str, list[Phrase]]:
    """The phrases by the letters that their first words begin with."""
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        words = tuple(WORD.findall(phrase))
        found.setdefault(roman(words[0])[:BEGINNING], []).append(words)
    return found


def _beginning(token: Token) -> str:
    return token.roman[:BEGINNING]


def phrase_at(tokens: Sequence[Token], place: int, phrases: Iterable[str]) -> int:
    """How many words the longest of the phrases has that stands there; 0 if none does."""
    near = _by_beginning(tuple(phrases)).get(_beginning(tokens[place]), ())
    return max((_length_at(tokens, place, words) for words in near), default=0)


def _length_at(tokens: Sequence[Token], place: int, words: Phrase) -> int:
    found = tokens[place : place + len(words)]
    if len(found) < len(words) or found[0].sentence != found[-1].sentence:
        return 0
    stands = all(stands_for(token.word, word) for token, word in zip(found, words, strict=True))
    return len(words) if stands else 0


def find(tokens: Sequence[Token], phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Where the phrases stand, as the first word and the one after the last."""
    phrases = tuple(phrases)
    lengths = ((place, phrase_at(tokens, place, phrases)) for place in range(len(tokens)))
    return [(place, place + length) for place, length in lengths if length]
