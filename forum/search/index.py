"""One search for all kinds of records, in any spelling and script.

Each app says in its `findable.py` what can be found of its records and what that is read from.
Saving or deleting any of it makes entries stale; they are written anew when the transaction is
committed, all together, or when somebody searches before that. `manage.py rebuild_search_index`
writes them all, after bulk operations that save no record.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial, reduce
from operator import or_

from django.db import connection, models, transaction
from django.db.models import Q
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_save,
    pre_delete,
    pre_save,
)

from forum.models import SearchEntry
from forum.records import countries
from forum.records.texts import LANGUAGES
from forum.search import words

BATCH = 500


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
# For each model: the kinds of record that are found by it, as (kind, lookup, attribute).
READERS: dict[type[models.Model], list[tuple[str, str, str]]] = defaultdict(list)


def register(kind: Kind, read_from: dict[type[models.Model], str | tuple[str, str]]) -> None:
    """Make a kind of record findable.

    `read_from` names the other models that its content is read from: for each, the lookup from
    the record to a row of it, or (lookup, attribute of the row) if that is not its primary key.
    """
    KINDS[kind.name] = kind
    for model, lookup in {kind.model: "pk", **read_from}.items():
        path, attribute = lookup if isinstance(lookup, tuple) else (lookup, "pk")
        READERS[model].append((kind.name, path, attribute))
        for signal in (post_save, post_delete):
            signal.connect(_saved_or_deleted, sender=model, dispatch_uid="search")
        pre_save.connect(_about_to_move, sender=model, dispatch_uid="search")
        pre_delete.connect(_about_to_go, sender=model, dispatch_uid="search")
    for relation in kind.model._meta.many_to_many:
        through = relation.remote_field.through
        m2m_changed.connect(partial(_relations_changed, kind.name), sender=through, weak=False)


def _saved_or_deleted(instance, raw=False, **signal):
    # What a fixture loads comes with its entries.
    if not raw:
        changed([instance])


def _about_to_move(instance, raw=False, **signal):
    """Note the records that a row belonged to until now."""
    moving = [(k, p, a) for k, p, a in READERS[type(instance)] if a != "pk"]
    if moving and not raw and not instance._state.adding:
        stored = type(instance)._base_manager.filter(pk=instance.pk)
        for kind, path, attribute in moving:
            _note(kind, path, stored.values_list(attribute, flat=True))


def _about_to_go(instance, **signal):
    """Note the records that a row is tied to: its ties go before it does."""
    for kind, path, attribute in READERS[type(instance)]:
        if path != "pk" and attribute == "pk":
            tied = KINDS[kind].model._base_manager.filter(**{path: instance.pk})
            _note(kind, "pk", tied.values_list("pk", flat=True))


def _relations_changed(kind, instance, reverse, pk_set, **signal):
    _note(kind, "pk", pk_set or () if reverse else [instance.pk])


def changed(records: Iterable[models.Model]) -> None:
    """Note that what is found of these records, or by way of them, is no longer true."""
    for record in records:
        for kind, path, attribute in READERS[type(record)]:
            _note(kind, path, [getattr(record, attribute)])


def _note(kind: str, path: str, values: Iterable) -> None:
    _stale()[kind][path].update(values)
    transaction.on_commit(refresh)


def _stale() -> dict[str, dict[str, set]]:
    # Kept beside the transaction that it belongs to. Rolled back, it costs a needless refresh.
    if not hasattr(connection, "stale_entries"):
        connection.stale_entries = defaultdict(lambda: defaultdict(set))
    return connection.stale_entries


def refresh() -> None:
    """Write the entries of all records that changed on this connection."""
    while _stale():
        name, paths = _stale().popitem()
        kind = KINDS[name]
        changed = reduce(or_, (Q(**{f"{path}__in": keys}) for path, keys in paths.items()))
        keys = kind.model._base_manager.filter(changed).values_list("pk", flat=True)
        keys = sorted({*keys, *paths.get("pk", ())} - {None})
        for start in range(0, len(keys), BATCH):
            _write(kind, keys[start : start + BATCH])


def rebuild() -> dict[str, int]:
    """Write every entry anew; returns how many there are of each kind."""
    _stale().clear()
    SearchEntry.objects.exclude(kind__in=KINDS).delete()
    counts = {}
    for kind in KINDS.values():
        gone = SearchEntry.objects.filter(kind=kind.name).exclude(
            object_id__in=kind.model._base_manager.values("pk")
        )
        gone.delete()
        keys = list(kind.model._base_manager.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            _write(kind, keys[start : start + BATCH])
        counts[kind.name] = len(keys)
    return counts


@transaction.atomic
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
