"""Words as the search compares them: without capitals, accents or the script they are written in.

The index keeps each word of a name as it is, in Latin letters and as it sounds; a word of a query
is looked for in all these, in its other forms (stems) and in what it stands for (concepts). All
match the beginnings of words, since people search while they type.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from anyascii import anyascii

from forum.search.concepts import CONCEPTS
from forum.search.spelling import APOSTROPHES, roman, sound
from forum.search.stems import stems

LONGEST_QUERY, MOST_WORDS = 200, 12
WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}]+[^\W_]+)*")
# Chinese and Japanese put no space between words: any two signs may be one.
SIGNS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
MOST_SYLLABLES = 4
# What begins a word of the index that is a sound, or an abbreviation: no word in a language does.
SOUND, ABBREVIATION = "zz", "zy"
SHORTEST_SOUND, LONGEST_ABBREVIATION = 4, 6
SHORTEST_ACRONYM = 2
# A text of fewer signs is worth remembering.
SHORT = 100
# Small words that an acronym leaves out.
SMALL = {
    *("of", "the", "and", "for", "in", "on", "at", "to", "a", "an", "de", "la", "du", "des", "et"),
    *("di", "do", "da", "и", "в", "на", "по", "об", "о", "для", "имени", "ja", "ning"),
}


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without capitals, accents and apostrophes."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in letters if each.isalnum() and each not in APOSTROPHES)


def split(text: str) -> list[str]:
    return WORD.findall(text)


def folded(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word for word in map(fold, split(text)) if word]


# Beginnings of words that must all be found.
Way = tuple[str, ...]
# The same in the words of an entry: each begins with a space and the mark of the kind.
Sought = list[list[str]]


@dataclass(frozen=True)
class Term:
    """Something that a query asks for, and the ways in which an entry may have it."""

    word: str
    ways: tuple[Way, ...]

    @classmethod
    def of(cls, word: str) -> "Term":
        meanings = _meanings((fold(word),))
        # A known abbreviation is a word by itself, not the beginning of one.
        forms = [] if meanings and is_abbreviation(word) else [*_forms(word), *_stems(word)]
        ways = [(form,) for form in _beginnings(forms)]
        return cls(fold(word), (*ways, *meanings))

    @property
    def is_said(self) -> bool:
        """Whether it is found as the words that it is, and not only as what these mean."""
        phrase = self.word.split()
        said = (way for way in self.ways if len(way) == len(phrase))
        return any(all(map(str.startswith, phrase, way)) for way in said)

    def matches(self, word: str) -> bool:
        """Whether a word of a text is one that the query asks for."""
        return any(form.startswith(self._starts) for form in _index_forms(word))

    @cached_property
    def _starts(self) -> Way:
        return tuple(start for way in self.ways for start in way)


def _beginnings(forms: Iterable[str]) -> list[str]:
    """The forms without those that begin with another, and are found with it."""
    found = [form for form in dict.fromkeys(forms) if form]
    return [form for form in found if not any(map(form.startswith, {*found} - {form}))]


def sought(term: Term, mark: str) -> Sought:
    """The ways of a term as they stand in the words that the index keeps of an entry."""
    return [[f" {mark}{start}" for start in way] for way in term.ways]


def has(words: str, ways: Sought) -> bool:
    """Whether the words of an entry, after a space, have a term in one of its ways."""
    # Loops, since a search asks this of thousands.
    for way in ways:
        for start in way:
            if start not in words:
                break
        else:
            return True
    return False


def marked(mark: str, words: str) -> str:
    """Words as the index keeps them, each with the mark of their kind."""
    return f" {words}".replace(" ", f" {mark}")[1:] if words else ""


def terms(query: str) -> list[Term]:
    """What a query asks for: at most twelve words of the first 200 characters.

    A single letter among other words says nothing: most texts have a word that begins with it.
    """
    words = [part for word in split(query[:LONGEST_QUERY]) for part in _in_signs(word)]
    found = [Term.of(word) for word in words[:MOST_WORDS]]
    found = _joined([term for term in found if term.ways])
    longer = [term for term in found if len(term.word) > 1 or not term.word.isalpha()]
    return longer or found


def _in_signs(word: str) -> list[str]:
    """A word of a query as the index can have it: of a text without spaces each two signs."""
    if not SIGNS.fullmatch(word) or len(word) < len("世忠") + 1:
        return [word]
    return [word[place : place + 2] for place in range(len(word) - 1)]


def _joined(found: list[Term]) -> list[Term]:
    """The terms, with those that are one concept together as one term."""
    joined, place = [], 0
    while place < len(found):
        length = max((n for n in (4, 3, 2) if _meanings(_phrase(found, place, n))), default=1)
        phrase = _phrase(found, place, length)
        one = Term(" ".join(phrase), (phrase, *_meanings(phrase)))
        joined.append(one if length > 1 else found[place])
        place += length
    return joined


def _phrase(found: list[Term], place: int, length: int) -> tuple[str, ...]:
    return tuple(term.word for term in found[place : place + length])


@lru_cache(maxsize=1)
def _concepts() -> dict[tuple[str, ...], tuple[Way, ...]]:
    """For each phrase, folded, the ways to say the same."""
    table: dict[tuple[str, ...], tuple[Way, ...]] = {}
    for concept in CONCEPTS:
        ways = tuple(map(_way, concept))
        table.update((tuple(folded(expression)), ways) for expression in concept)
    return table


def _way(expression: str) -> Way:
    words = split(expression)
    if len(words) == 1:
        word = fold(expression)
        return (f"{ABBREVIATION}{word}" if is_abbreviation(expression) else word,)
    return tuple(min(map(fold, [word, *stems(word)]), key=len) for word in words)


def _meanings(phrase: tuple[str, ...]) -> tuple[Way, ...]:
    return _concepts().get(phrase, ())


def is_abbreviation(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= LONGEST_ABBREVIATION


def _stems(word: str) -> list[str]:
    return [fold(stem) for stem in stems(word)]


def _forms(word: str) -> list[str]:
    """A word as it is, in Latin letters and as it sounds, if enough of it is left."""
    if SIGNS.fullmatch(word):
        return [fold(word)]
    heard = sound(word)
    is_telling = len(heard) >= SHORTEST_SOUND and heard.isalpha()
    return [fold(word), roman(word), f"{SOUND}{heard}" if is_telling else ""]


def _index_forms(word: str) -> list[str]:
    """The words that the index keeps for one word of a name."""
    if not SIGNS.search(word):
        return [*_forms(word), *_as_abbreviation(word)]
    signs = [word[i : i + n] for n in (1, 2) for i in range(len(word) - n + 1)]
    syllables = [anyascii(sign).strip().lower() for sign in word]
    lengths = range(1, MOST_SYLLABLES + 1)
    heard = ["".join(syllables[i : i + n]) for i in range(len(word)) for n in lengths]
    return [*signs, *heard]


def _as_abbreviation(word: str) -> list[str]:
    return [f"{ABBREVIATION}{fold(word)}"] if is_abbreviation(word) else []


def for_names(texts: Iterable[str]) -> str:
    """Names as the index keeps them: each word in all its forms, and each name's acronym."""
    return " ".join(dict.fromkeys(chain.from_iterable(map(_of_name, texts))))


# Names and short texts, such as those of countries and offices, stand in many entries.
@lru_cache(maxsize=20_000)
def _of_name(text: str) -> tuple[str, ...]:
    words = split(text)
    forms = [form for word in words for form in _index_forms(word)]
    return tuple(form for form in [*forms, acronym(words)] if form)


def for_texts(texts: Iterable[str]) -> str:
    """Running text as the index keeps it."""
    found = (_of_text(text) if len(text) < SHORT else _of_text.__wrapped__(text) for text in texts)
    return " ".join(words for words in found if words)


@lru_cache(maxsize=20_000)
def _of_text(text: str) -> str:
    return " ".join(form for word in split(text) for form in _plain_forms(word) if form)


def _plain_forms(word: str) -> list[str]:
    if SIGNS.search(word):
        return _index_forms(word)
    return [fold(word), *_as_abbreviation(word)]


def acronym(words: list[str]) -> str:
    """The first letters of a name of three or more words, folded; nothing for a shorter one."""
    letters = [fold(word)[:1] for word in words if word.casefold() not in SMALL]
    return "".join(letters) if len(letters) > SHORTEST_ACRONYM else ""
