"""One search for all kinds of records, in any spelling and script.

Each app says in its `findable.py` what can be found of its records and what that is read from;
the entries are derived from them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import Q
from django.utils.translation import override

from forum.derived import Derivation, derive, derive_also
from forum.derived.registry import Reads
from forum.models import SearchEntry
from forum.prepared import Prepared, prepared
from forum.records import countries
from forum.records.texts import LANGUAGES
from forum.search import fulltext, vocabulary, words


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
    # What else a row shows is brought along for the records of a page.
    bring: Callable[[list[models.Model]], None] = lambda _records: None
    # The name of the address of its list, if it has one.
    list_url: str = ""
    # What tells staff a record from others of its name; `records` bring along what it reads.
    about: Callable[[models.Model], str] = lambda _record: ""

    @cached_property
    def read(self) -> Prepared:
        """Read the records with these keys for their entries, in the order of the keys."""
        return prepared(lambda keys: self.records().filter(pk__in=keys).order_by("pk"))

    @property
    def mark(self) -> str:
        """The letter that each word of its entries begins with in the index."""
        return self.name[0]


# What an entry says, beside whose it is.
SAID = (
    *("is_published", "happened_on", "names", "texts", "staff_texts"),
    *("name_lines", "text_lines"),
)
KINDS: dict[str, Kind] = {}
# What other apps add to the content of a kind's records, by their keys.
Addition = Callable[[list[int]], Mapping[int, Content]]
ADDITIONS: dict[str, list[Addition]] = defaultdict(list)


def register(kind: Kind, read_from: Reads) -> None:
    """Make a kind of record findable; `read_from` as in a derivation."""
    if any(kind.mark == other.mark for other in KINDS.values()):
        raise ImproperlyConfigured(f"Another kind than {kind.name} begins with {kind.mark}.")
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
    """Write what has changed: most of what is marked says what it said before."""
    added = [addition(keys) for addition in ADDITIONS[kind.name]]
    stored = SearchEntry.objects.filter(kind=kind.name, object_id__in=keys)
    gone = {entry.object_id: entry for entry in stored}
    changed, former = [], []
    for record in kind.read(keys):
        entry = _entry(kind, record, [each[record.pk] for each in added if record.pk in each])
        before = gone.pop(record.pk, None)
        if before is None or _says(before) != _says(entry):
            changed.append(entry)
            former += [before] if before else []
    lines = [entry.name_lines for entry in [*gone.values(), *former]]
    vocabulary.change(
        vocabulary.count(lines), vocabulary.count(entry.name_lines for entry in changed)
    )
    if gone:
        stored.filter(object_id__in=[*gone]).delete()
    SearchEntry.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["kind", "object_id"], update_fields=SAID
    )


def _says(entry: SearchEntry) -> tuple:
    return tuple(getattr(entry, name) for name in SAID)


def forget_words() -> None:
    """Remove words that no entry has any more, also from where the full text keeps them."""
    vocabulary.forget_unused()
    fulltext.tidy()


def _sweep(kind: Kind) -> None:
    """Remove entries of records that are gone, and of kinds that are."""
    records = kind.model._base_manager.values("pk")
    gone = Q(kind=kind.name) & ~Q(object_id__in=records)
    entries = SearchEntry.objects.filter(~Q(kind__in=KINDS) | gone)
    if entries.exists():
        entries.delete()
    # The words of all kinds are counted with the first.
    if kind is next(iter(KINDS.values())):
        vocabulary.recount()


def _entry(kind: Kind, record, added: list[Content]) -> SearchEntry:
    contents = [kind.content(record), *added]
    indexed = partial(words.marked, kind.mark)
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
        names=indexed(words.for_names(map(_text, names))),
        texts=indexed(_words(map(_text, others), map(_text, texts))),
        staff_texts=indexed(_words(hidden, [slug])),
    )


def _words(names: Iterable[str], texts: Iterable[str]) -> str:
    return " ".join(filter(None, (words.for_names(names), words.for_texts(texts))))


def _text(line: list[str]) -> str:
    return line[1]


def _distinct(lines: Iterable[tuple[str, str]]) -> list[list[str]]:
    languages = {}
    for language, text in lines:
        if text:
            languages.setdefault(text, language)
    return [[language, text] for text, language in languages.items()]


def translated(record, *fields: str) -> list[tuple[str, str]]:
    """What a record says in each language, for a content; nothing for no record."""
    return [
        (language, getattr(record, f"{name}_{language}") or "")
        for name in fields
        for language in LANGUAGES
        if record is not None
    ]


def choice(record, name: str) -> list[tuple[str, str]]:
    """What the record's choice is called in each language, for a content."""
    return [*_labels(record._meta.get_field(name), getattr(record, name))]


@lru_cache(maxsize=1000)
def _labels(field: models.Field, value: str) -> tuple[tuple[str, str], ...]:
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append((language, str(dict(field.flatchoices).get(value, value))))
    return tuple(found)


def country(code: str) -> list[tuple[str, str]]:
    """A country's names in each language, for a content: the office's and the usual one."""
    return [*_names_of_country(code)] if code else []


@lru_cache(maxsize=1000)
def _names_of_country(code: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (language, known(language)[code])
        for language in LANGUAGES
        for known in (countries.names, countries.usual_names)
    )
