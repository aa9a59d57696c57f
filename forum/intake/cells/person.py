"""A person as a cell of a list names them: “NAME – OFFICE”, “OFFICE NAME”, “Name, Office, Body”."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from forum.intake.cells.names import is_name, is_name_word, split_distinctions, split_honorific
from forum.intake.cells.offices import Reading, read_piece
from forum.intake.cells.pieces import COMMA, STRONG, Piece, pieces
from forum.intake.cells.titles import known_title
from forum.intake.cells.vocabulary import (
    DISTINCTIONS,
    NEVER_NAMES,
    SMALL,
    bare,
    is_acronym,
    is_body,
    is_country,
    is_top,
    is_unit,
)

LONGEST = 1_000
# In what capacity an office is held, by the words for it.
CAPACITIES = (
    (
        "acting",
        r"(?:acting|interim|ad interim|a\.\s?i\.|и\.\s?о\.?|врио|врип|"
        r"(?:временно )?исполняющ(?:ий|ая|его|ей) обязанности|м\.\s?а\.|м\.у\.а\.|"
        r"(?:уақытша )?міндетін (?:уақытша )?атқарушы|kohusetäitja|k\.\s?t\.|kt\.?)",
    ),
    ("elect", r"(?:-elect|elect|избранн(?:ый|ая)|сайланған|(?:ametisse )?valitud)"),
    ("honorary", r"(?:honorary|почётн(?:ый|ая)|почетн(?:ый|ая)|құрметті)"),
)
CAPACITY_WORDS = [
    (name, re.compile(rf"(?:(?<=\s)|^|(?=-)){words}(?=[\s,]|$)", re.IGNORECASE))
    for name, words in CAPACITIES
]


@dataclass(frozen=True)
class Person:
    """What a cell says of somebody; the country and what follows it are as they were printed."""

    name: str = ""
    office: str = ""
    institution: str = ""
    capacity: str = ""
    honorific: str = ""
    distinctions: str = ""
    country: str = ""
    also_office: str = ""
    also_institution: str = ""
    rest: str = ""


def person(text: str, offices: Iterable[str] = ()) -> Person:
    """Read a cell that names one person; known titles of offices help to tell what is one.

    A capacity is one of the values of `delegations.choices.Capacity`, or empty.
    """
    reader = _Reader(tuple(offices))
    for piece in pieces(text[:LONGEST]):
        reader.take(piece)
    return reader.person(text[LONGEST:])


@dataclass
class _Reader:
    """Collects what the pieces of a cell say."""

    offices: tuple[str, ...]
    found: dict[str, str] = field(default_factory=dict)
    unclear: list[Piece] = field(default_factory=list)
    last: str = ""

    def take(self, piece: Piece) -> None:
        honorific, text = split_honorific(piece.text)
        if honorific:
            self._add("honorific", honorific)
        text = self._without_capacity(text)
        if not text:
            return
        if reading := read_piece(text, self.offices):
            self._take_office(reading, text)
        else:
            self._take_other(Piece(text, piece.separator))

    def _add(self, part: str, text: str, separator: str = " ") -> None:
        self.found[part] = separator.join(filter(None, [self.found.get(part), text]))
        self.last = part

    def _without_capacity(self, text: str) -> str:
        """Note “acting” and the like, unless it is a part of a known title."""
        for capacity, pattern in CAPACITY_WORDS:
            found = pattern.search(text)
            if found is None:
                continue
            known = known_title(text.split(" "), self.offices)
            if known and pattern.search(known[2]):
                continue
            self.found["capacity"] = capacity
            return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" ,")
        return text

    def _take_office(self, reading: Reading, printed: str) -> None:
        also = "also_" if self.found.get("office") else ""
        if also and self.found.get("also_office"):
            self.unclear.append(Piece(printed))
            return
        self._add(f"{also}office", reading.office)
        if reading.institution:
            self._take_body(reading.institution)
        if reading.name:
            self._take_name(reading.name)

    def _take_name(self, text: str) -> None:
        honorific, text = split_honorific(text)
        if honorific:
            self._add("honorific", honorific)
        words, distinctions = split_distinctions(text.split(" "))
        if distinctions:
            self._add("distinctions", distinctions, ", ")
        if self.found.get("name"):
            self.unclear.append(Piece(text))
        else:
            self._add("name", " ".join(words))

    def _take_body(self, text: str) -> None:
        """A body; what is a part of a larger one that follows belongs to the office."""
        also = "also_" if self.found.get("also_office") else ""
        part = f"{also}institution"
        known = self.found.get(part, "")
        if not known:
            self._add(part, text)
        elif _is_large(text) and not _is_large(known):
            self._add(f"{also}office", known, ", ")
            self.found[part] = text
        else:
            self.unclear.append(Piece(text))

    def _take_other(self, piece: Piece) -> None:
        text = piece.text
        words, _degree = split_distinctions(text.split(" "))
        if DISTINCTIONS.fullmatch(text):
            self._add("distinctions", text, ", ")
        elif self._goes_on(piece):
            self._add(self.last, text, ", ")
        elif is_name(words) and not self.found.get("name"):
            self._take_name(text)
        elif any(map(is_body, text.split(" "))) or self._is_short_name(text):
            self._take_body(text)
        elif is_country(text) and not self.found.get("country"):
            self._add("country", text)
        else:
            self.unclear.append(piece)

    def _goes_on(self, piece: Piece) -> bool:
        """Whether a piece after a comma is more of the office: …, Innovation and Research."""
        words = [bare(word) for word in piece.text.split(" ")]
        joins = any(NEVER_NAMES.match(word) or is_unit(word) for word in words) or (
            len(words) > 1 and not SMALL.isdisjoint(words)
        )
        is_after = self.last.endswith("office") and piece.separator == COMMA
        return is_after and joins and not any(map(is_body, words))

    def _is_short_name(self, text: str) -> bool:
        return " " not in text and is_acronym(text) and bool(self.found.get("name"))

    def person(self, cut_off: str) -> Person:
        """What was collected; a name is found among what is unclear if there is no other."""
        if not self.found.get("name") and self.unclear:
            self._name_what_is_unclear()
        if not self.found.get("office"):
            self._office_after_a_dash()
        rest = [piece.text for piece in self.unclear] + [cut_off.strip()]
        return Person(**self.found, rest="; ".join(filter(None, rest)))

    def _name_what_is_unclear(self) -> None:
        first, *others = self.unclear
        if others and _is_reversed(first, others[0]):
            self.found["name"] = f"{others[0].text} {first.text}"
            self.unclear = others[1:]
        elif _may_be_name(first.text):
            self.found["name"], self.unclear = first.text, others

    def _office_after_a_dash(self) -> None:
        """In “NAME – SOMETHING” what follows is an office, even one that nobody knows."""
        place = next((n for n, each in enumerate(self.unclear) if each.separator == STRONG), None)
        if place is None or not self.found.get("name") or is_name(self.unclear[place].text.split()):
            return
        self.found["office"] = self.unclear.pop(place).text


def _is_large(text: str) -> bool:
    return any(map(is_top, text.split(" ")))


def _is_reversed(first: Piece, second: Piece) -> bool:
    """Bekova, Aliya: one word and then one or two more, all with a capital."""
    words = second.text.split(" ")
    return (
        " " not in first.text
        and second.separator != STRONG
        and len(words) < 3
        and all(map(is_name_word, [first.text, *words]))
    )


def _may_be_name(text: str) -> bool:
    """Whether what was not understood is probably a name, as in a column of names."""
    words = text.split(" ")
    return len(words) < 6 and not any(letter.isdigit() for letter in text) and not _is_marker(text)


def _is_marker(text: str) -> bool:
    return bare(text) in MARKERS


# What stands in the place of a name that is not known yet.
MARKERS = frozenset(
    (
        "tbc",
        "tba",
        "tbd",
        "n.n",
        "nn",
        "to be confirmed",
        "to be announced",
        "уточняется",
        "по согласованию",
        "нақтыланады",
        "келісім бойынша",
        "täpsustamisel",
        "kinnitamisel",
        "video message",
        "video",
        "online",
        "видеообращение",
        "бейнеүндеу",
        "videopöördumine",
    )
)
