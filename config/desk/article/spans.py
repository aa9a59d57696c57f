"""Places of a text that a row is about, as a form carries them, and the text with them marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

TYPED = re.compile(r"^(?:\d{1,5}-\d{1,5}(?: |\Z)){0,400}\Z")


@dataclass(frozen=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A part of a text, and the rows that it stands in, the narrowest first."""

    text: str
    marks: tuple["Marked", ...] = ()
    # Those of the marks that begin here.
    begins: tuple["Marked", ...] = ()


@dataclass(frozen=True)
class Marked:
    anchor: str
    label: str
    kind: str
    state: str
    # Whether its row stands nowhere earlier in the text.
    is_first: bool = False


def as_typed_spans(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in dict.fromkeys(spans))


def spans_from(typed: str, length: int) -> list[Span]:
    """The spans that a form brings back; what is outside the text or no span is left out."""
    if not TYPED.fullmatch(typed):
        return []
    pairs = [each.split("-") for each in typed.split()]
    found = [Span(int(start), int(end)) for start, end in pairs]
    return [span for span in found if 0 <= span.start < span.end <= length]


def pieces(text: str, marked: Sequence[tuple[Span, Marked]]) -> list[Piece]:
    """The text cut where marks begin and end, each piece with the marks over it."""
    edges = {0, len(text)}
    for span, _mark in marked:
        edges |= {span.start, span.end}
    cuts = sorted(edges)
    ordered = sorted(marked, key=lambda each: each[0].start)
    found, start_at = [], 0
    active: list[tuple[Span, Marked]] = []
    for start, end in pairwise(cuts):
        active = [each for each in active if each[0].end > start]
        while start_at < len(ordered) and ordered[start_at][0].start <= start:
            active.append(ordered[start_at])
            start_at += 1
        over = sorted(active, key=lambda each: each[0].end - each[0].start)
        marks = tuple(dict.fromkeys(mark for _span, mark in over))
        begins = tuple(dict.fromkeys(mark for span, mark in over if span.start == start))
        found.append(Piece(text[start:end], marks, begins))
    return found
