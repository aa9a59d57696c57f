"""A text as words with their places, in sentences."""

import re
from dataclasses import dataclass
from functools import cached_property

from forum.search.spelling import APOSTROPHES, roman
from forum.search.words import fold

WORD = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*|\d+")
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s?$")
# What ends a sentence; a stop after an initial or a short title does not.
STOP = re.compile(r"[.!?…][»”\"')\]]*\s+[«“\"„(]*$|\n\s*\n|\n(?=\s*$)")
# What stands between two words that go on: blanks, a hyphen, the sign of an English genitive.
JOINING = f" \t\n\u00a0-‑{APOSTROPHES}"
TITLES = frozenset(
    (
        *("dr", "prof", "mr", "mrs", "ms", "h", "e", "st", "pr", "nt", "jne"),
        *("г", "гг", "им", "проф", "акад", "т", "д", "с", "ул", "ж", "жж", "б"),
    )
)


@dataclass(frozen=True)
class Token:
    """A word or number; `before` is what stands between it and the word before it."""

    text: str
    start: int
    end: int
    before: str
    sentence: int

    @cached_property
    def word(self) -> str:
        """The word without the ending of an English genitive."""
        return POSSESSIVE.sub("", self.text)

    @cached_property
    def key(self) -> str:
        return fold(self.word)

    @cached_property
    def roman(self) -> str:
        return roman(self.word)

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        return self.word != self.text

    @property
    def follows(self) -> bool:
        """Whether nothing else stands between it and the word before it."""
        return self.before != "" and self.before.strip(JOINING) == ""


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    sentence, end = 0, 0
    for match in WORD.finditer(text):
        before = text[end : match.start()]
        if found and _ends_a_sentence(found[-1], before, match[0]):
            sentence += 1
        found.append(Token(match[0], match.start(), match.end(), before, sentence))
        end = match.end()
    return found


def _ends_a_sentence(last: Token, between: str, word: str) -> bool:
    if "\n" in between:
        return True
    if not STOP.search(between):
        return False
    if not between.startswith("."):
        return True
    is_short = last.key in TITLES or len(last.text) == 1
    return not is_short and (word[0].isupper() or word.isdecimal())
