"""Names on record in a text: by every recorded name, in any case and script, the longest match.

Each word of a name is looked up once, in all its forms, among the words of the text; a name stands
where the places of its words follow each other. An automaton over letters would be as fast, but it
knows no forms of words.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from config.desk.article.reading.inflection import ENDINGS, is_form
from config.desk.article.reading.marks import Mark, State, What, longest
from config.desk.article.reading.tokens import WORD, Token
from forum.search.spelling import roman
from forum.search.words import SMALL, fold

# Forms of one word have so many letters in common, whatever the script.
BEGINNING = 3
# A single short word is a name only as it is written: NU, TUT, AlmaU.
SHORT = 6
# What may stand between two words of a name, on one line or two.
BETWEEN = re.compile(r"[\s\-–‑.«»“”„\"'’()]*")
PROPER = (What.PERSON, What.INSTITUTION, What.COUNTRY, What.CITY)
# Russian adjectives of countries, and what these have beside: латви-йский, Латви-я.
ADJECTIVE = re.compile("(?P<base>.+?)(?:й|ь)?ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими|о)")
COUNTRY_ENDINGS = frozenset(("", "я", "ия", "а", "й", "ша", "стан", "истан"))
SHORTEST_BASE = 4
PATRONYMIC = re.compile(
    r"\w+(ович|евич|овна|евна|ична|ұлы|улы|қызы|кызы|uly|kyzy|ovich|ovna|evich)"
)


@dataclass(frozen=True)
class Name:
    """One of the names of something on record."""

    text: str
    what: What
    key: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(WORD.findall(self.text))

    @property
    def same(self) -> Callable[[str, str], bool]:
        """How a word of a text is compared with one of the name: an acronym letter by letter."""
        if self.what == What.INSTITUTION and len(self.words) == 1 and len(self.text) <= SHORT:
            return _is_same
        return _is_of_country if self.what == What.COUNTRY else _is_form


class Text:
    """The words of a text, and where forms of a word of a name stand in it."""

    def __init__(self, tokens: Sequence[Token]):
        self.tokens = tokens
        self._by_beginning: dict[str, dict[str, list[int]]] = defaultdict(dict)
        for place, token in enumerate(tokens):
            alike = self._by_beginning[_beginning(token.roman)]
            alike.setdefault(token.word, []).append(place)
        self._places: dict[tuple[str, Callable[[str, str], bool]], frozenset[int]] = {}

    def starts(self, name: Name) -> Iterator[int]:
        """Where a name stands: at which word it begins."""
        places = list(takewhile(bool, (self.forms(word, name.same) for word in name.words)))
        if not places or len(places) < len(name.words):
            return
        number = min(range(len(places)), key=lambda each: len(places[each]))
        for place in sorted(places[number]):
            start = place - number
            stands = all(start + each in found for each, found in enumerate(places))
            if stands and self._is_name(name, start):
                yield start

    def forms(self, word: str, same: Callable[[str, str], bool]) -> frozenset[int]:
        """Where forms of the word stand; once for all names that have it."""
        known = self._places.get((word, same))
        if known is None:
            alike = self._by_beginning.get(_beginning(roman(word)), {})
            found = (places for other, places in alike.items() if same(other, word))
            known = frozenset(place for places in found for place in places)
            self._places[word, same] = known
        return known

    def _is_name(self, name: Name, start: int) -> bool:
        """Whether its words stand together, and are written as a name is."""
        found = self.tokens[start : start + len(name.words)]
        if name.what in PROPER and not (found[0].is_capital or _is_of(found[0], name)):
            return False
        if any(token.sentence != found[0].sentence for token in found):
            return False
        return all(BETWEEN.fullmatch(token.before) for token in found[1:])


def _beginning(letters: str) -> str:
    """The first letters of a word, without what each script writes in its way."""
    return letters.replace("y", "i").replace("kh", "h")[:BEGINNING]


def _is_of(token: Token, name: Name) -> bool:
    """Whether it is an adjective of a country or a body, which many languages write small."""
    return name.what in (What.COUNTRY, What.INSTITUTION) and len(token.word) > SHORT


def _is_same(other: str, word: str) -> bool:
    return other == word or (other.startswith(word) and fold(other[len(word) :]) in ENDINGS)


def _is_form(other: str, word: str) -> bool:
    return fold(other) == fold(word) if fold(word) in SMALL else is_form(other, word)


def _is_of_country(other: str, word: str) -> bool:
    """Whether it is the country or an adjective of it: латвийский, узбекско-."""
    if _is_form(other, word):
        return True
    adjective = ADJECTIVE.fullmatch(other.casefold())
    if adjective is None or len(adjective["base"]) < SHORTEST_BASE:
        return False
    name, base = word.casefold(), adjective["base"]
    return name.startswith(base) and name[len(base) :] in COUNTRY_ENDINGS


def names_in(tokens: Sequence[Token], names: Iterable[Name], text: str) -> list[Mark]:
    """The names in a text; what several records are called is doubtful, with each as a key."""
    where = Text(tokens)
    spans: dict[tuple[int, int, What], dict[str, None]] = {}
    for name in names:
        for start in where.starts(name):
            last = start + len(name.words) - 1
            last = _with_patronymic(tokens, last) if name.what == What.PERSON else last
            span = (tokens[start].start, _end(tokens[last]), name.what)
            spans.setdefault(span, {})[name.key] = None
    return longest(
        Mark(
            start,
            end,
            what,
            text[start:end],
            State.KNOWN if len(keys) == 1 else State.DOUBTFUL,
            tuple(keys),
        )
        for (start, end, what), keys in spans.items()
    )


def _end(token: Token) -> int:
    return token.start + len(token.word)


def _with_patronymic(tokens: Sequence[Token], last: int) -> int:
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    is_more = after and after.is_capital and after.follows and PATRONYMIC.match(after.text)
    return last + 1 if is_more else last
