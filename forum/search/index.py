"""One search for all kinds of records, in any spelling and script.

Each app says in its `findable.py` what can be found of its records and what that is read from;
the entries are derived from them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from django.db import models
from django.utils.translation import override

from forum.derived import Derivation, derive, derive_also
from forum.derived.registry import Reads
from forum.models import SearchEntry
from forum.records import countries
from forum.records.texts import LANGUAGES
from forum.search import vocabulary, words


@dataclass
class Content:
    """What can be found of a record: texts with the language that each is in."""

    names: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    # Names of others, who have to do with it: found in any spelling, but not as its own.
    others: list[tuple[str, str]] = field(default_factory=list)
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
    # The name of the address of its list, if it has one.
    list_url: str = ""
    # What tells staff a record from others of its name; `records` bring along what it reads.
    about: Callable[[models.Model], str] = lambda _record: ""


KINDS: dict[str, Kind] = {}
# What other apps add to the content of a kind's records, by their keys.
Addition = Callable[[list[int]], Mapping[int, Content]]
ADDITIONS: dict[str, list[Addition]] = defaultdict(list)


def register(kind: Kind, read_from: Reads) -> None:
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


def add(name: str, addition: Addition, read_from: Reads) -> None:
    """Let the records of a kind be found also by what an upper app knows of them."""
    ADDITIONS[name].append(addition)
    derive_also(f"search-{name}", read_from)


def _write(kind: Kind, keys: list[int]) -> None:
    added = [addition(keys) for addition in ADDITIONS[kind.name]]
    entries = [
        _entry(kind, record, [each[record.pk] for each in added if record.pk in each])
        for record in kind.records().filter(pk__in=keys).order_by("pk")
    ]
    stored = SearchEntry.objects.filter(kind=kind.name, object_id__in=keys)
    before = vocabulary.count(stored.values_list("name_lines", flat=True))
    vocabulary.change(before, vocabulary.count(entry.name_lines for entry in entries))
    stored.exclude(object_id__in=[entry.object_id for entry in entries]).delete()
    SearchEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=[
            *("is_published", "happened_on", "name_lines", "text_lines"),
            *("names", "texts", "staff_texts"),
        ],
    )


def _sweep(kind: Kind) -> None:
    """Remove entries of records that are gone, and of kinds that are."""
    SearchEntry.objects.exclude(kind__in=KINDS).delete()
    records = kind.model._base_manager.values("pk")
    SearchEntry.objects.filter(kind=kind.name).exclude(object_id__in=records).delete()
    vocabulary.recount()


def _entry(kind: Kind, record, added: list[Content]) -> SearchEntry:
    contents = [kind.content(record), *added]
    names, texts, others = (
        _distinct(line for content in contents for line in getattr(content, lines))
        for lines in ("names", "texts", "others")
    )
    hidden = [text for content in contents for text in content.staff_texts]
    slug = getattr(record, "slug", "").replace("-", " ")
    return SearchEntry(
        kind=kind.name,
        object_id=record.pk,
        is_published=record.is_published,
        happened_on=contents[0].happened_on,
        name_lines=names,
        text_lines=_distinct([*others, *texts]),
        names=words.for_names(map(_text, names)),
        texts=f"{words.for_names(map(_text, others))} {words.for_texts(map(_text, texts))}",
        staff_texts=f"{words.for_names(hidden)} {words.for_texts([slug])}",
    )


def _text(line: tuple[str, str]) -> str:
    return line[1]


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


def labels(label: Callable[[], object]) -> list[tuple[str, str]]:
    """What a choice is called in each language, for a content."""
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append((language, str(label())))
    return found


def country(code: str) -> list[tuple[str, str]]:
    """A country's names in each language, for a content: the office's and the usual one."""
    return [
        (language, known(language)[code])
        for language in LANGUAGES
        for known in (countries.names, countries.usual_names)
        if code
    ]
