"""Finding records of every kind, by any spelling and in any script."""

from dataclasses import dataclass

from django.db import models

from forum.derived import catch_up
from forum.models import SearchEntry
from forum.search import fulltext, words
from forum.search.index import KINDS, Kind


@dataclass(frozen=True)
class Hit:
    """A record that was found, and the words that it was found by."""

    record: models.Model
    reasons: list[tuple[str, str]]


def kind_of(model) -> str | None:
    """The name of the model's kind, if its records can be found."""
    return next((kind.name for kind in KINDS.values() if kind.model is model), None)


def keys(kind: str, query: str, *, staff: bool = False):
    """The primary keys of records that match, as a subquery."""
    catch_up()
    entries = SearchEntry.objects.filter(kind=kind).matching(words.terms(query), staff=staff)
    return entries.values("object_id")


def find(query: str) -> dict[str, list[int]]:
    """Published entries that match, by kind and from the best to the worst; at most 1,000 each."""
    catch_up()
    wanted = words.terms(query)
    found = {kind: fulltext.best(wanted, kind) for kind in KINDS} if wanted else {}
    return {kind: entries for kind, entries in found.items() if entries}


def hits(kind: Kind, entries: list[int], query: str) -> list[Hit]:
    """The records of some entries, in their order, each with the reason for which it was found."""
    wanted = words.terms(query)
    by_key = SearchEntry.objects.in_bulk(entries)
    found = [by_key[key] for key in entries if key in by_key]
    records = kind.listing().in_bulk([entry.object_id for entry in found])
    return [
        Hit(records[entry.object_id], _reasons(entry, str(records[entry.object_id]), wanted))
        for entry in found
        if entry.object_id in records
    ]


def _reasons(entry: SearchEntry, title: str, wanted: list[words.Term]) -> list[tuple[str, str]]:
    """Lines of an entry that have the terms which the title does not show."""
    missing = set(wanted) - words.matched(title, wanted)
    reasons = []
    for language, line in entry.lines:
        found = words.matched(line, list(missing))
        if found and len(reasons) < 2:
            excerpt = words.excerpt(line, list(found))
            reasons.append((language, words.mark(excerpt, wanted)))
            missing -= found
    return reasons
