"""Finding names that are like what was written, where not every word occurs as it was."""

import math
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from forum.models import SearchEntry
from forum.search import fulltext, likeness, vocabulary, words

# Of what was written so many words are looked at, of these so many rare ones looked for, of the
# entries that have the most of them so many compared, and of these so many shown.
MOST_WORDS, LOOKED_FOR, COMPARED, MOST = 24, 16, 100, 20
LONGEST = 500
# What scores less has only a common word, or a part of one, to do with it.
FLOOR = 0.2
# From here on a word is taken for a misspelling of another.
SURE = 0.75


@dataclass(frozen=True)
class Similar:
    """An entry whose name is like what was written, and how much."""

    entry: SearchEntry
    score: float


class Written:
    """What somebody wrote, in parts of words, and the words of names that are like them."""

    def __init__(self, parts: list[list[str]], acronyms: Collection[str] = ()):
        self.parts = parts
        wanted = dict.fromkeys(word for part in parts for word in part)
        self.alike, self.entries = vocabulary.alike(list(wanted)[:MOST_WORDS], acronyms)
        self.parts += [[acronym] for acronym in acronyms if acronym in self.entries]

    @classmethod
    def of(cls, text: str) -> "Written":
        """A query or an affiliation: an acronym of a part is looked for too."""
        parts = likeness.parts(text[:LONGEST], words.folded)
        acronyms = {acronym for part in parts if (acronym := words.acronym(part))}
        return cls(parts, acronyms)

    @classmethod
    def names(cls, texts: Iterable[str]) -> "Written":
        """All names of a record, each by itself."""
        return cls([part for part in map(words.folded, texts) if part])

    @cached_property
    def total(self) -> int:
        return SearchEntry.objects.count()

    def weight(self, word: str) -> float:
        """How telling a word is: 1 if one entry has it or the likest word, less with each more."""
        likest = next(iter(self.alike.get(word, ())), word)
        having = max(1, self.entries.get(likest, 0))
        return math.log(1 + self.total / having) / math.log(1 + self.total)

    @cached_property
    def rarest(self) -> list[str]:
        """The words to look for, those first that lead to the fewest entries."""
        known = [word for word, found in self.alike.items() if found]
        return sorted(known, key=lambda word: -self.weight(word))[:LOOKED_FOR]

    def score(self, entry: SearchEntry) -> float:
        """How well the best of the entry's names answers the best part of what was written."""
        return max(
            (
                likeness.score(part, name, self.alike, self.weight)
                for name in vocabulary.words_of(entry.name_lines)
                for part in self.parts
                if name
            ),
            default=0.0,
        )

    def corrected(self, entry: SearchEntry) -> str:
        """All that was written as one name of the entry spells it; empty if none has all of it."""
        wanted = max(self.parts, key=len, default=[])
        for _language, line in entry.name_lines:
            spelled = {words.fold(word): word for word in words.split(line)}
            found = [self._spelled(word, spelled) for word in wanted]
            if all(found):
                return " ".join(found)
        return ""

    def _spelled(self, word: str, spelled: dict[str, str]) -> str:
        """A word as the name spells it, if one of its words is nearly the same."""
        alike = self.alike.get(word, {}).items()
        sure = (each for each, how_much in alike if each in spelled and how_much >= SURE)
        return spelled.get(next(sure, ""), "")


def similar(written: Written, marks: str, *, staff: bool = False) -> list[Similar]:
    """Entries of the kinds with these marks whose names are like what was written, the likest
    first; only staff find what is not published."""
    points: Counter[int] = Counter()
    for word in written.rarest:
        for key in fulltext.having(list(written.alike[word]), marks, staff=staff):
            points[key] += written.weight(word)
    candidates = [key for key, _points in points.most_common(COMPARED)]
    entries = SearchEntry.objects.defer("text_lines", "names", "texts", "staff_texts")
    found = [Similar(entry, written.score(entry)) for entry in entries.filter(pk__in=candidates)]
    found.sort(key=lambda each: (-each.score, -points[each.entry.pk], -each.entry.pk))
    return [each for each in found if each.score >= FLOOR][:MOST]
