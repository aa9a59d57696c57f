"""A text that is being read: its words, and the marks found so far by the words that they cover."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from config.desk.article.reading.marks import Mark, State, What
from config.desk.article.reading.tokens import Token

# No name and no title has more words.
FARTHEST = 25


@dataclass(frozen=True)
class Page:
    text: str
    tokens: tuple[Token, ...]
    language: str
    marks: tuple[Mark, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def with_marks(self, marks: Iterable[Mark]) -> "Page":
        return replace(self, marks=tuple(marks))

    @cached_property
    def _at(self) -> list[Mark | None]:
        found: list[Mark | None] = [None] * len(self.tokens)
        for mark in self.marks:
            for place in self.places(mark):
                found[place] = mark
        return found

    @cached_property
    def _first_at(self) -> dict[int, int]:
        return {token.start: place for place, token in enumerate(self.tokens)}

    def at(self, place: int) -> Mark | None:
        """The mark that covers a word; the outermost words of the text have neighbours without."""
        return self._at[place] if 0 <= place < len(self.tokens) else None

    def places(self, mark: Mark) -> range:
        """The words that a mark covers, by their numbers."""
        first = last = self._first_at[mark.start]
        while last < len(self.tokens) and self.tokens[last].start < mark.end:
            last += 1
        return range(first, last)

    def sentence_of(self, mark: Mark) -> int:
        return self.tokens[self._first_at[mark.start]].sentence

    def is_same_sentence(self, one: int, other: int) -> bool:
        """Whether two places of the text, counted in letters, are in one sentence."""
        return self._sentence_at(one) == self._sentence_at(other)

    def _sentence_at(self, start: int) -> int:
        place = bisect_right(self.tokens, start, key=lambda token: token.start)
        # A quotation mark stands before its first word.
        place = place if self.tokens[max(place - 1, 0)].end <= start else place - 1
        return self.tokens[min(max(place, 0), len(self.tokens) - 1)].sentence

    def goes_on(self, place: int) -> bool:
        """Whether a word follows the one before it, with nothing but blanks or a hyphen between."""
        inside = 0 < place < len(self.tokens)
        return inside and self.tokens[place].follows and self.is_one_sentence(place - 1, place)

    def is_one_sentence(self, one: int, other: int) -> bool:
        return self.tokens[one].sentence == self.tokens[other].sentence

    def mark(self, first: int, after: int, what: What, **values: object) -> Mark:
        """A new mark over these words."""
        start, last = self.tokens[first].start, self.tokens[after - 1]
        end = last.start + len(last.word)
        values.setdefault("state", State.NEW)
        return Mark(start, end, what, self.text[start:end], **values)  # type: ignore[arg-type]

    def extended(self, mark: Mark, first: int, after: int) -> Mark:
        """The mark over these words as well."""
        places = self.places(mark)
        first, after = min(first, places.start), max(after, places.stop)
        grown = self.mark(first, after, mark.what)
        return replace(mark, start=grown.start, end=grown.end, text=grown.text)

    def of(self, *kinds: What) -> list[Mark]:
        return [mark for mark in self.marks if mark.what in kinds]

    def run(self, place: int, step: int, goes: Callable[[int], bool]) -> int:
        """How far one can go from a word, by steps, as long as each next one may belong to it."""
        edge = place
        for following in range(place + step, place + step * FARTHEST, step):
            inside = 0 <= following < len(self.tokens)
            if not (inside and self._joins(edge, step) and goes(following)):
                break
            edge = following
        return edge

    def _joins(self, place: int, step: int) -> bool:
        return self.goes_on(place + 1 if step > 0 else place)
