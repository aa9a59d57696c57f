"""Finding records of every kind, by any spelling and in any script."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.db import models

from forum.derived import catch_up
from forum.models import SearchEntry
from forum.records.texts import reader_language
from forum.search import fulltext, marking, words
from forum.search.index import KINDS, Kind
from forum.search.similar import Written, similar

# Fewer entries than these are little: names that are only similar follow them.
LITTLE = 5


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
    # Of each kind the best first, and the kind with the best of all first; at most 1,000 each.
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
        found = similar(self._written) if len(known) < LITTLE else []
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


@dataclass(frozen=True)
class Matches:
    """The primary keys of records of a kind that match, for a lookup with __in."""

    keys: models.QuerySet | Collection[int]
    # None has all words: these have similar names.
    are_similar: bool = False


def matches(kind: str, query: str, *, staff: bool = False) -> Matches:
    """Which records of a kind match; only staff find what is not published."""
    catch_up()
    entries = SearchEntry.objects.filter(kind=kind)
    exact = entries.matching(words.terms(query), staff=staff)
    if exact.exists():
        return Matches(exact.values("object_id"))
    alike = similar(Written.of(query), kind, staff=staff)
    return Matches([each.entry.object_id for each in alike], are_similar=bool(alike))


def nearest(kind: str, name: str, most: int) -> list[int]:
    """The keys of records that have a name, or one like it, for staff: the nearest first."""
    catch_up()
    entries = SearchEntry.objects.filter(kind=kind)
    exact = entries.matching(words.terms(name), staff=True).values_list("object_id", flat=True)
    alike = similar(Written.names([name]), kind, staff=True)
    return [*dict.fromkeys([*exact[:most], *(each.entry.object_id for each in alike)])][:most]


def find(query: str) -> Found:
    """What a visitor finds by some words."""
    catch_up()
    wanted = words.terms(query)
    best = {kind: fulltext.best(wanted, kind) for kind in KINDS} if wanted else {}
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
