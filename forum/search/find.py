"""Finding records of every kind, by any spelling and in any script."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.db.models.expressions import RawSQL

from forum.derived import catch_up
from forum.models import SearchEntry
from forum.records.texts import reader_language
from forum.search import fulltext, marking, vocabulary, words
from forum.search.index import KINDS, Kind
from forum.search.similar import Written, similar

# Fewer entries than these are little: names that are only similar follow them.
LITTLE = 5
# So many matches are read as keys; of more, the list asks the index itself.
LISTED = 1000


@dataclass(frozen=True)
class Hit:
    """A record that was found, and the words that it was found by."""

    kind: Kind
    record: models.Model
    reasons: list[tuple[str, str]]


@dataclass(frozen=True)
class Found:
    """What a visitor finds: entries that have all words, and others whose names are similar."""

    query: str
    # Of each kind the best first, and the kind with the best of all first; at most 500 each.
    entries: dict[str, list[int]]

    @cached_property
    def _written(self) -> Written:
        return Written.of(self.query)

    @cached_property
    def similar(self) -> list[int]:
        """Published entries with similar names, where those with all words are few."""
        return [entry.pk for entry in self._alike]

    @cached_property
    def _alike(self) -> list[SearchEntry]:
        known = {key for keys in self.entries.values() for key in keys}
        if len(known) >= LITTLE:
            return []
        found = similar(self._written, "".join(kind.mark for kind in KINDS.values()))
        return [each.entry for each in found if each.entry.pk not in known]

    @cached_property
    def meant(self) -> str:
        """The query as the likest name spells it; empty if all its words were found."""
        if self.entries or not self._alike:
            return ""
        text = self._written.corrected(self._alike[0])
        return text if text and words.terms(text) and find(text).entries else ""


def kind_of(model) -> str | None:
    """The name of the model's kind, if its records can be found."""
    return next((kind.name for kind in KINDS.values() if kind.model is model), None)


def mark_of(model) -> str:
    """The mark of the model's kind, whose records can be found."""
    return KINDS[kind_of(model)].mark


@dataclass(frozen=True)
class Matches:
    """The primary keys of records of a kind that match, for a lookup with __in."""

    keys: RawSQL | Collection[int]
    # None has all words: these have similar names.
    are_similar: bool = False


def matches(kind: str, query: str, *, staff: bool = False) -> Matches:
    """Which records of a kind match; only staff find what is not published."""
    catch_up()
    mark, wanted = KINDS[kind].mark, words.terms(query)
    few = fulltext.first(wanted, mark, LISTED + 1, staff=staff) if wanted else []
    if len(few) > LISTED:
        return Matches(RawSQL(*fulltext.matching(wanted, mark, staff=staff)))  # noqa: S611
    if few:
        return Matches(few)
    alike = similar(Written.of(query), mark, staff=staff)
    return Matches([each.entry.object_id for each in alike], are_similar=bool(alike))


def named(model: type[models.Model], query: str) -> RawSQL | None:
    """The keys of all records of a findable kind that have these words in a name, for staff.

    None if there is no word in what is looked for, or the search does not know the kind.
    """
    kind, wanted = kind_of(model), words.terms(query)
    if kind is None or not wanted:
        return None
    return RawSQL(*fulltext.named(wanted, KINDS[kind].mark))  # noqa: S611


def nearest(kind: str, name: str, most: int) -> list[int]:
    """The keys of records that have a name, or one like it, for staff: the nearest first."""
    catch_up()
    mark, wanted = KINDS[kind].mark, words.terms(name)
    exact = fulltext.first(wanted, mark, most, staff=True) if wanted else []
    alike = similar(Written.names([name]), mark, staff=True)
    return [*dict.fromkeys([*exact, *(each.entry.object_id for each in alike)])][:most]


def find(query: str) -> Found:
    """What a visitor finds by some words."""
    catch_up()
    wanted, whole = vocabulary.rarest_first(words.terms(query), fulltext.RANKED)
    best = {
        kind.name: fulltext.best(wanted, whole, kind.mark) if wanted else []
        for kind in KINDS.values()
    }
    ranked = sorted((rows[0][0], kind) for kind, rows in best.items() if rows)
    return Found(query, {kind: [key for _rank, key in best[kind]] for _rank, kind in ranked})


def hits(keys: Collection[int], query: str) -> list[Hit]:
    """The records of some entries, in their order, each with the reason for which it was found."""
    wanted = words.terms(query)
    entries = SearchEntry.objects.in_bulk(keys)
    records = {}
    for kind in KINDS.values():
        own = [entry.object_id for entry in entries.values() if entry.kind == kind.name]
        found = kind.listing().in_bulk(own) if own else {}
        kind.bring([*found.values()])
        records |= {(kind.name, key): record for key, record in found.items()}
    return [
        Hit(KINDS[entry.kind], record, _reasons(entry, str(record), wanted))
        for entry in (entries[key] for key in keys if key in entries)
        if (record := records.get((entry.kind, entry.object_id)))
    ]


def _reasons(entry: SearchEntry, title: str, wanted: list[words.Term]) -> list[tuple[str, str]]:
    """Lines of an entry that have the terms which the title does not show."""
    missing = set(wanted) - marking.matched(title, wanted)
    reasons = []
    lines = [*entry.name_lines, *entry.text_lines]
    lines.sort(key=lambda line: line[0] not in (reader_language(), ""))
    for language, line in lines:
        found = marking.matched(line, list(missing)) if missing else set()
        if found and len(reasons) < 2:
            excerpt = marking.excerpt(line, list(found))
            reasons.append((language, marking.mark(excerpt, wanted)))
            missing -= found
    return reasons
