"""Sort keys: bytes that put texts in the order of a language's alphabet.

The Unicode Collation Algorithm (UTS 10) in three levels: letters, then accents, then capitals.
Signs and spaces count, as in the root of CLDR.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from forum.records.collation.alphabets import (
    CAPITAL,
    COMMON,
    FORM,
    HAN,
    KANA,
    MIXED,
    OTHER_LETTERS,
    OTHER_SIGNS,
    RARE_HAN,
    UNLISTED_ACCENT,
    Alphabet,
    Element,
    alphabet,
)
from forum.records.collation.root import FORMS, SPELT

# Thai and Lao write these vowels before the consonant after which they are spoken and sorted.
VOWEL_FIRST = re.compile("([\u0e40-\u0e44\u0ec0-\u0ec4])([\u0e01-\u0e2e\u0e81-\u0eae])")
# Capitals, digraphs like Dž, small letters, other forms.
BY_CAPITALS = str.maketrans(COMMON + FORM + MIXED + CAPITAL, MIXED + CAPITAL + FORM + COMMON)


@lru_cache(maxsize=4096)
def sort_key(text: str, language: str) -> bytes:
    """A key that puts texts in the order of the language's alphabet; English for one unknown."""
    letters = alphabet(language)
    elements = list(_elements(text, letters))
    first, second, third = ("".join(element[level] for element in elements) for level in range(3))
    if letters.capitals_first:
        third = third.translate(BY_CAPITALS)
    levels = (first, second.rstrip(COMMON), third.rstrip(COMMON))
    return "\0".join(levels).encode("utf-8", "replace")


def _elements(text: str, letters: Alphabet) -> Iterator[Element]:
    rest = [*VOWEL_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text))]
    start = 0
    while start < len(rest):
        character = rest[start]
        start += 1
        if character in letters.begin:
            start, character = _longest(rest, start - 1, letters)
        yield from letters.weights.get(character) or _unlisted(character, letters)


def _longest(rest: list[str], start: int, letters: Alphabet) -> tuple[int, str]:
    """The longest letter that begins there, with where it ends.

    An accent belongs to it also behind others that stand elsewhere (UTS 10, S2.1): it is taken out.
    """
    end, found = start + 1, rest[start]
    for size in range(letters.longest, 1, -1):
        item = "".join(rest[start : start + size])
        if item in letters.weights:
            end, found = start + len(item), item
            break
    place, passed = end, 0
    while place < len(rest) and (kind := unicodedata.combining(rest[place])):
        if kind > passed and found + rest[place] in letters.weights:
            found += rest.pop(place)
        else:
            place, passed = place + 1, kind
    return end, found


def _unlisted(character: str, letters: Alphabet) -> Iterator[Element]:
    """What a character weighs that the alphabet does not list."""
    if character in SPELT:
        yield from _elements(SPELT[character], letters)
    elif plain := _plain(character):
        for first, second, third in _elements(plain, letters):
            yield first, second, max(third, FORM)
    elif unicodedata.combining(character):
        yield "", chr(UNLISTED_ACCENT + ord(character)), COMMON
    elif not unicodedata.category(character).startswith("C"):
        yield letters.places[_group(character)] + character, COMMON, COMMON


def _plain(character: str) -> str:
    """What it is another form of: a digit of another script, a superscript; empty if of none."""
    if (digit := unicodedata.digit(character, -1)) >= 0:
        return str(digit)
    plain = FORMS.get(character) or unicodedata.normalize("NFKD", character)
    return plain if plain != character else ""


def _group(character: str) -> str:
    if "\u4e00" <= character <= "\u9fff":
        return HAN
    if "\u3041" <= character <= "\u30ff":
        return KANA
    if "\u3400" <= character <= "\u4dbf" or character >= "\U00020000":
        return RARE_HAN
    return OTHER_LETTERS if unicodedata.category(character)[0] in "LM" else OTHER_SIGNS
