"""The alphabetical order of each language, in Python and, by way of it, in SQLite.

Letters that an alphabet does not have stand with the letter that they come from.
Sources: Kazakh alphabet of 1940 in Cyrillic; Russian alphabet; Estonian alphabet with the
letters of foreign names (Eesti keele käsiraamat).
"""

import unicodedata
from functools import lru_cache

# For each letter whether it is one, and its place in the alphabet.
SortKey = tuple[tuple[bool, int], ...]

LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = {
    "en": LATIN,
    "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
}


@lru_cache(maxsize=8)
def _places(language: str) -> dict[str, int]:
    own = ALPHABETS.get(language, LATIN)
    others = "".join(ALPHABETS.values())
    return {letter: place for place, letter in enumerate(dict.fromkeys(own + others))}


def collation_name(language: str) -> str:
    """What Postgres calls the language's collation, and SQLite after it."""
    return f"{language if language in ALPHABETS else 'en'}-x-icu"


@lru_cache(maxsize=4096)
def sort_key(text: str, language: str) -> SortKey:
    """A key that puts texts in the order of the language's alphabet; capitals do not matter."""
    places, letters = _places(language), []
    own = ALPHABETS.get(language, LATIN)
    for character in text.casefold():
        if character not in own:
            character = unicodedata.normalize("NFKD", character)[0]
        letters.append((character.isalpha(), places.get(character, ord(character) + 1000)))
    return tuple(letters)
