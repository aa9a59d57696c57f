"""A language's letters as weights: the root order, changed as the language's tailoring says."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from forum.records.collation.root import ACCENTS, DIGITS, JOINED, SCRIPTS, SIGNS
from forum.records.collation.tailorings import CAPITALS_FIRST, OWN_SCRIPTS, TAILORINGS

# The weights of what a text is made of: as a letter, by its accents, by its form.
Element = tuple[str, str, str]

COMMON, FORM, MIXED, CAPITAL = "\x05\x06\x07\x08"
FIRST_LETTER = FIRST_ACCENT = 0x10
SET_APART, UNLISTED_ACCENT, HEAVIEST = 0x80, 0x100, "\U0010ffff"
# Places in the order for what is not listed there, by code point.
OTHER_SIGNS, OTHER_LETTERS, KANA, HAN, RARE_HAN = "\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"
BEFORE = "[before] "


class Alphabet:
    """What the letters of a language weigh.

    `weights` maps a letter, a digraph, a letter with its accents (NFD, small or capital) or an
    accent to its elements; `begin` has the characters with which more than one can begin.
    """

    def __init__(self, language: str):
        self.letters = _root_order(OWN_SCRIPTS.get(language, ()))
        self.accents = [*ACCENTS]
        set_apart = list(self._tailor(TAILORINGS.get(language, "")))
        self.places = {
            letter: chr(FIRST_LETTER + place) for place, letter in enumerate(self.letters)
        }
        self.weights = {
            mark: [("", chr(FIRST_ACCENT + place), COMMON)]
            for place, mark in enumerate(self.accents)
        }
        self.weights[JOINED] = [("", HEAVIEST, COMMON)]
        for letter, place in self.places.items():
            self._add(letter, (place, COMMON, COMMON))
        for item, base, second, third in set_apart:
            letter, _slash, more = item.partition("/")
            self._add(letter, (self.places[base], second, third), self.weights.get(more, ()))
        self.capitals_first = language in CAPITALS_FIRST
        self.begin = {item[0] for item in self.weights if len(item) > 1}
        self.longest = max(map(len, self.weights))

    def _tailor(self, rules: str) -> Iterator[tuple[str, str, str, str]]:
        """Move letters and accents in the order; tell what is set apart less, and how."""
        for chain in rules.split("& ")[1:]:
            base, *steps = chain.removeprefix(BEFORE).split()
            order = self.accents if base in self.accents else self.letters
            place = order.index(base) + (not chain.startswith(BEFORE))
            apart = 0
            for sign, item in zip(steps[::2], steps[1::2], strict=True):
                if sign == "<" or order is self.accents:
                    place = _moved(order, item, place)
                    base, apart = item, 0
                    continue
                apart += sign == "<<"
                second = chr(SET_APART + apart) if apart else COMMON
                yield item, base, second, FORM if sign == "<<<" else COMMON

    def _add(self, letter: str, element: Element, more: Sequence[Element] = ()) -> None:
        first, second, third = element
        for item, form in _forms(letter):
            weights = [(first, second, max(third, form)), *more]
            self.weights[unicodedata.normalize("NFD", item)] = weights


def _root_order(own: Sequence[str]) -> list[str]:
    scripts = dict.fromkeys([*own, *SCRIPTS])
    letters = "".join(SCRIPTS[script] for script in scripts)
    return [*SIGNS, OTHER_SIGNS, *DIGITS, *letters, OTHER_LETTERS, KANA, HAN, RARE_HAN]


def _moved(order: list[str], item: str, place: int) -> int:
    """Put an item at a place of the order; returns the place after it."""
    if item in order:
        place -= order.index(item) < place
        order.remove(item)
    order.insert(place, item)
    return place + 1


def _forms(letter: str) -> Iterator[tuple[str, str]]:
    """A letter or digraph, small and capital, where its capitals are those of no other."""
    if letter != letter.lower():
        yield letter, CAPITAL
        return
    yield letter, COMMON
    for capital, form in ((letter.capitalize(), MIXED), (letter.upper(), CAPITAL)):
        if capital != letter and capital.lower() == letter:
            yield capital, form


@lru_cache(maxsize=64)
def alphabet(language: str) -> Alphabet:
    return Alphabet(language)
