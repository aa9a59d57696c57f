"""Words as the search compares them: without capitals, accents or the script they are written in.

A name is found by any spelling of it that is recorded, by its transliteration (anyascii) and by
a key that spellings of one sound share: Вейнталь, Veinthal and Vjenthal are all “vental”.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

LONGEST_QUERY, MOST_WORDS = 200, 12
APOSTROPHES = "'’‘ʻʼʹ`´"
WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}]+[^\W_]+)*")
# What begins a word in the index that is a sound key: no word in a language does.
SOUND = "zz"
SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("ck|q"), "k"),
    (re.compile("w"), "v"),
    (re.compile("x"), "ks"),
    (re.compile("[yj]"), "i"),
    # Transliterations add and drop the h after a consonant and the i beside a vowel.
    (re.compile("(?<=[bcdfgklmnprstvz])h"), ""),
    (re.compile("(?<=[aeou])i+|i+(?=[aeou])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word without capitals, accents and apostrophes."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(maxsize=4096)
def in_ascii(word: str) -> str:
    """A word in the letters a to z, transliterated if it needs to be."""
    return "".join(letter for letter in anyascii(word).lower() if letter.isalnum())


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """What different spellings of a name have in common; empty if too little is left of it."""
    key = in_ascii(word)
    if not key.isalpha():
        return ""
    for pattern, letters in SOUNDS:
        key = pattern.sub(letters, key)
    return f"{SOUND}{key}" if len(key) > 3 else ""


@dataclass(frozen=True)
class Term:
    """A word of a query, in the forms in which an entry may have it."""

    word: str
    ascii: str
    sound: str

    @classmethod
    def of(cls, word: str) -> "Term":
        return cls(fold(word), in_ascii(word), sound(word))

    @property
    def beginnings(self) -> list[str]:
        """Words of an entry that begin so match."""
        return list(dict.fromkeys(form for form in (self.word, self.ascii, self.sound) if form))

    def matches(self, word: str) -> bool:
        """Whether a word of a text is one that the query asks for."""
        forms = (fold(word), in_ascii(word), sound(word))
        return any(form.startswith(start) for form in forms for start in self.beginnings)


def split(text: str) -> list[str]:
    return WORD.findall(text)


def terms(query: str) -> list[Term]:
    """The words of a query: at most twelve of the first 200 characters.

    A single letter among other words says nothing: most texts have a word that begins with it.
    """
    found = [Term.of(word) for word in split(query[:LONGEST_QUERY])[:MOST_WORDS]]
    found = [term for term in found if term.beginnings]
    longer = [term for term in found if len(term.word) > 1 or term.word.isdecimal()]
    return longer or found


def for_names(texts: Iterable[str]) -> str:
    """Names as the index keeps them: each word in all its forms."""
    words = [word for text in texts for word in split(text)]
    forms = (form for word in words for form in (fold(word), in_ascii(word), sound(word)))
    return " ".join(dict.fromkeys(form for form in forms if form))


def for_texts(texts: Iterable[str]) -> str:
    """Running text as the index keeps it."""
    return " ".join(fold(word) for text in texts for word in split(text))


def mark(text: str, wanted: list[Term]) -> SafeString:
    """The text, with the words that match marked as HTML."""
    pieces, end = [], 0
    for match in WORD.finditer(text):
        if any(term.matches(match[0]) for term in wanted):
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match[0])}</mark>"]
            end = match.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 - escaped above


def excerpt(text: str, wanted: list[Term], around: int = 70) -> str:
    """The part of a long text around its first match, cut between words."""
    found = (match for match in WORD.finditer(text) if any(t.matches(match[0]) for t in wanted))
    first = next(found, None)
    if first is None or len(text) <= 2 * around:
        return text[: 2 * around]
    start, end = max(0, first.start() - around), first.end() + around
    if start:
        start = text.index(" ", start) + 1 if " " in text[start : first.start()] else first.start()
    if end < len(text):
        end = max(text.rfind(" ", 0, end), first.end())
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")


def matched(text: str, wanted: list[Term]) -> set[Term]:
    """Which of the terms the text has a word for."""
    found = split(text)
    return {term for term in wanted if any(term.matches(word) for word in found)}
