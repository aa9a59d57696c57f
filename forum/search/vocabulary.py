"""The words of all names, by which one that is misspelled or in another script is found."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import F

from forum.alone import lock_name
from forum.late import begin
from forum.models import SearchEntry, SearchKey, SearchWord
from forum.search import likeness, words
from forum.search.words import Term

LONGEST, BATCH = 200, 500
# After all letters.
LAST = "\U0010ffff"
# Of the spellings that are like a word, so many.
MOST = 40


def words_of(lines: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The folded words of each line of names."""
    return [words.folded(text) for _language, text in lines]


def count(entry_lines: Iterable[list[tuple[str, str]]]) -> Counter[str]:
    """In how many of these entries, given by their lines of names, each word is."""
    return Counter(
        word
        for lines in entry_lines
        for word in {word for name in words_of(lines) for word in name}
        if len(word) <= LONGEST
    )


def change(before: Counter[str], after: Counter[str]) -> None:
    """Count the entries again in which words were and in which they are now."""
    # Two would wait for each other.
    lock_name("search-words")
    by_difference: dict[int, list[str]] = {}
    for word in sorted({*before, *after}):
        if difference := after[word] - before[word]:
            by_difference.setdefault(difference, []).append(word)
    _learn(
        [word for difference, found in by_difference.items() if difference > 0 for word in found]
    )
    for difference, found in by_difference.items():
        for start in range(0, len(found), BATCH):
            known = SearchWord.objects.filter(word__in=found[start : start + BATCH])
            known.update(entries=F("entries") + difference)


def _learn(found: list[str]) -> None:
    for start in range(0, len(found), BATCH):
        batch = found[start : start + BATCH]
        known = {*SearchWord.objects.filter(word__in=batch).values_list("word", flat=True)}
        new = [word for word in batch if word not in known]
        SearchWord.objects.bulk_create(
            [SearchWord(word=word) for word in new], ignore_conflicts=True
        )
        rows = SearchWord.objects.filter(word__in=new)
        keys = [SearchKey(word=row, key=key) for row in rows for key in likeness.keys(row.word)]
        SearchKey.objects.bulk_create(keys, ignore_conflicts=True, batch_size=BATCH)


def recount() -> None:
    """Count all entries anew, and remove the words that no entry has any more.

    Nobody has to wait for that unless something is to be written.
    """
    if _difference():
        begin()
        if difference := _difference():
            change(*difference)
    forget_unused()


def _difference() -> tuple[Counter[str], Counter[str]] | None:
    """How often words are on record, and how often they are, if that is not the same."""
    lines = SearchEntry.objects.values_list("name_lines", flat=True)
    found = count(lines.iterator(chunk_size=2_000))
    stored = Counter(dict(SearchWord.objects.values_list("word", "entries")))
    return None if stored == found else (stored, found)


def forget_unused() -> None:
    """Remove the words that no entry has any more."""
    unused = SearchWord.objects.filter(entries__lte=0)
    if unused.exists():
        unused.delete()


@dataclass(frozen=True)
class Common:
    """In how many entries a term is in a name, and the words that most of these have for it."""

    entries: int
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, term: Term) -> "Common":
        if not term.is_said:
            return cls(0)
        found = [_completed(word) for word in term.word.split()]
        return cls(min(entries for _word, entries in found), tuple(word for word, _ in found))


def _completed(word: str) -> tuple[str, int]:
    """The commonest word of names with this beginning, and how many entries have such words."""
    rows = SearchWord.objects.filter(word__startswith=word, entries__gt=0)
    if connection.vendor == "sqlite":
        # So that it looks into the index of the words.
        rows = rows.filter(word__range=(word, f"{word}{LAST}"))
    found = list(rows.order_by("-entries").values_list("word", "entries")[:MOST])
    return (found[0][0] if found else word), sum(entries for _word, entries in found)


def rarest_first(terms: list[Term], common: int) -> tuple[list[Term], list[list[Term]]]:
    """The terms of a query, the rarest first; and, if each has at least so many entries, each as
    whole words: as it is written, and as most names go on."""
    known = sorted(((Common.of(term), term) for term in terms), key=lambda pair: pair[0].entries)
    ordered = [term for _common, term in known]
    if not known or known[0][0].entries < common:
        return ordered, []
    written = [replace(term, ways=(tuple(term.word.split()),)) for term in ordered]
    usual = [replace(term, ways=(found.words,)) for found, term in known]
    return ordered, [written, usual] if usual != written else [written]


def alike(
    wanted: Collection[str], as_they_are: Collection[str] = ()
) -> tuple[dict[str, dict[str, float]], dict[str, int]]:
    """For each word the words of names that are like it, the likest first.

    Some are looked up as they are. Beside it, how many entries have each word that was found.
    """
    keys_of = {word: likeness.keys(word) for word in wanted}
    keys = {key for found in keys_of.values() for key in found}
    # A word that no entry has any more stays until all is written anew.
    used = SearchKey.objects.filter(key__in=keys, word__entries__gt=0)
    rows = used.values_list("key", "word__word", "word__entries")
    known = SearchWord.objects.filter(word__in={*wanted, *as_they_are}, entries__gt=0)
    entries = dict(known.values_list("word", "entries"))
    by_key: dict[str, set[str]] = {}
    for key, word, number in rows:
        by_key.setdefault(key, set()).add(word)
        entries[word] = number
    found = {word: {word: 1.0} for word in as_they_are if word in entries}
    for word, keys in keys_of.items():
        others = {word} & {*entries} | {each for key in keys for each in by_key.get(key, ())}
        found[word] = likeness.likest(word, others, MOST)
    return found, entries
