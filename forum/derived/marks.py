"""Marking what is no longer true, in the transaction that makes it so."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save

from forum.derived.refresh import marked
from forum.derived.registry import DERIVATIONS, READERS, Derivation, Reader, Reads, concerned
from forum.derived.turning import remember


def derive(derivation: Derivation) -> None:
    """Keep the rows of a derivation true from now on."""
    DERIVATIONS[derivation.name] = derivation
    _connect(derivation.readers())
    for relation in derivation.of._meta.many_to_many:
        through = relation.remote_field.through
        m2m_changed.connect(_related, sender=through, dispatch_uid="derived")


def derive_also(name: str, read_from: Reads) -> None:
    """Say what else the rows of a derivation are read from: what an upper app adds to it."""
    _connect(DERIVATIONS[name].readers_of(read_from))


def _connect(readers: Iterable[tuple[type[models.Model], Reader]]) -> None:
    for model, reader in readers:
        READERS[model].append(reader)
        pre_save.connect(_about_to_move, sender=model, dispatch_uid="derived")
        post_save.connect(_saved, sender=model, dispatch_uid="derived")
        pre_delete.connect(_about_to_go, sender=model, dispatch_uid="derived")


def _mark(readers: Iterable[Reader], values: Callable[[Reader], Iterable]) -> None:
    """Mark the records that the readers find by the values of their attribute."""
    stale = apps.get_model("forum", "Stale")
    found = concerned((reader, {*values(reader)} - {None}) for reader in readers)
    if found:
        stale.objects.bulk_create(stale(derivation=name, key=key) for name, key in found)
        marked()


def _saved(instance, created, raw=False, **signal):
    # What a fixture loads comes with what was derived from it.
    if raw:
        return
    readers = READERS[type(instance)]
    remember(type(instance), [instance.pk])
    if created:
        readers = [reader for reader in readers if not reader.is_found_by_ties]
    _mark(readers, lambda reader: [getattr(instance, reader.attribute)])


def _about_to_move(instance, raw=False, **signal):
    """Mark the records that a row belonged to until now."""
    readers = [reader for reader in READERS[type(instance)] if reader.attribute != "pk"]
    if not readers or raw or instance._state.adding:
        return
    attributes = {reader.attribute for reader in readers}
    stored = type(instance)._base_manager.filter(pk=instance.pk).values(*attributes).first() or {}
    left = [r for r in readers if stored.get(r.attribute) != getattr(instance, r.attribute)]
    _mark(left, lambda reader: [stored.get(reader.attribute)])


def _about_to_go(instance, **signal):
    """Mark the records that a row is tied to: its ties go before it does."""
    _mark(READERS[type(instance)], lambda reader: [getattr(instance, reader.attribute)])


def _related(instance, action, reverse, model, pk_set, **signal):
    """Mark the records whose list of related rows changes, on whichever side it was changed."""
    if action == "pre_clear" or action.startswith("post_"):
        _mark(READERS[type(instance)], lambda reader: [getattr(instance, reader.attribute)])
    if reverse and pk_set:
        own = [reader for reader in READERS[model] if reader.lookup == "pk"]
        _mark(own, lambda reader: pk_set if reader.attribute == "pk" else ())


@contextmanager
def changing(queryset: models.QuerySet) -> Iterator[None]:
    """Mark what reads the rows of a queryset, as they are before and after they are changed."""
    readers = READERS.get(queryset.model)
    if not readers:
        yield
        return
    with transaction.atomic(savepoint=False):
        keys = list(queryset.order_by().values_list("pk", flat=True))
        _mark_stored(queryset.model, keys, [r for r in readers if r.attribute != "pk"])
        yield
        _mark_stored(queryset.model, keys, readers)
        remember(queryset.model, keys)


def created(rows: list[models.Model]) -> None:
    """Mark what reads these rows, which were all written at once."""
    readers = READERS.get(type(rows[0]), ()) if rows else ()
    _mark(readers, lambda reader: [getattr(row, reader.attribute) for row in rows])
    if rows:
        remember(type(rows[0]), [row.pk for row in rows])


def going(queryset: models.QuerySet) -> None:
    """Mark what reads the rows of a queryset, which is about to be deleted at once."""
    keys = list(queryset.order_by().values_list("pk", flat=True))
    _mark_stored(queryset.model, keys, READERS.get(queryset.model, []))


def _mark_stored(model, keys: list[int], readers: list[Reader]) -> None:
    attributes = {"pk", *(reader.attribute for reader in readers)}
    stored = list(model._base_manager.filter(pk__in=keys).values(*attributes)) if readers else []
    _mark(readers, lambda reader: [row[reader.attribute] for row in stored])
