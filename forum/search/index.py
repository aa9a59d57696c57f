"""One search for all kinds of records, in any spelling and script.

Each app says in its `findable.py` what can be found of its records and what that is read from;
the entries are derived from them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from django.db import models

from forum.derived import Derivation, derive
from forum.models import SearchEntry
from forum.records import countries
from forum.records.texts import LANGUAGES
from forum.search import words


@dataclass
class Content:
    """What can be found of a record: texts with the language that each is in."""

    names: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    # Found by staff alone: names of persons and institutions that are not published.
    staff_texts: list[str] = field(default_factory=list)
    happened_on: object = None


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be found."""

    name: str
    model: type[models.Model]
    # The records with all that `content` reads, and as the result page lists them.
    records: Callable[[], models.QuerySet]
    content: Callable[[models.Model], Content]
    listing: Callable[[], models.QuerySet]
    row: str
    list_url: str


KINDS: dict[str, Kind] = {}


def register(kind: Kind, read_from: dict[type[models.Model], str | tuple[str, str]]) -> None:
    """Make a kind of record findable; `read_from` as in a derivation."""
    KINDS[kind.name] = kind
    derive(
        Derivation(
            name=f"search-{kind.name}",
            of=kind.model,
            write=partial(_write, kind),
            read_from=read_from,
            sweep=partial(_sweep, kind),
        )
    )


def _write(kind: Kind, keys: list[int]) -> None:
    entries = [_entry(kind, record) for record in kind.records().filter(pk__in=keys).order_by("pk")]
    written = {entry.object_id for entry in entries}
    SearchEntry.objects.filter(kind=kind.name, object_id__in=set(keys) - written).delete()
    SearchEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=[
            *("is_published", "happened_on", "lines", "names", "texts", "staff_texts"),
        ],
    )


def _sweep(kind: Kind) -> None:
    """Remove entries of records that are gone, and of kinds that are."""
    SearchEntry.objects.exclude(kind__in=KINDS).delete()
    records = kind.model._base_manager.values("pk")
    SearchEntry.objects.filter(kind=kind.name).exclude(object_id__in=records).delete()


def _entry(kind: Kind, record) -> SearchEntry:
    content = kind.content(record)
    names, texts = _distinct(content.names), _distinct(content.texts)
    slug = record.slug.replace("-", " ")
    return SearchEntry(
        kind=kind.name,
        object_id=record.pk,
        is_published=record.is_published,
        happened_on=content.happened_on,
        lines=[*names, *texts],
        names=words.for_names(text for _language, text in names),
        texts=words.for_texts(text for _language, text in texts),
        staff_texts=f"{words.for_names(content.staff_texts)} {words.for_texts([slug])}",
    )


def _distinct(lines: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    languages = {}
    for language, text in lines:
        if text:
            languages.setdefault(text, language)
    return [(language, text) for text, language in languages.items()]


def translated(record, *fields: str) -> list[tuple[str, str]]:
    """What a record says in each language, for a content; nothing for no record."""
    return [
        (language, getattr(record, f"{name}_{language}") or "")
        for name in fields
        for language in LANGUAGES
        if record is not None
    ]


def country(code: str) -> list[tuple[str, str]]:
    """A country's name in each language, for a content."""
    return [(language, countries.names(language)[code]) for language in LANGUAGES if code]
