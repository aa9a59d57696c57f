"""Keeping what was changed, when and by whom: one revision for whatever changed together.

An app says in its `kept.py` of which models a history is kept, and of which record a row is
a part. django-reversion then writes a version of each record that a form, an action, an import,
a service or a command changes inside a revision(); requests that write are one by themselves.
Beside its versions stand rows of our own: what was deleted (Removal), in whose history a version
stands (Touch) and who it was by name (Author); former addresses are kept by addresses.py.
"""

import datetime as dt
import json
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass

import reversion
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import models
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from reversion.models import Revision, Version
from reversion.signals import post_revision_commit, pre_revision_commit

from forum.history.addresses import keep_address
from forum.history.author import name_of
from forum.models import Author, Removal, Touch
from forum.records.sorting import SortKeyColumn


@dataclass(frozen=True)
class Kept:
    """How the history of a model is kept: relations by name."""

    part_of: tuple[str, ...]
    touches: tuple[str, ...]


KEPT: dict[type[models.Model], Kept] = {}


def keep_history(
    *models: type[models.Model], part_of: Iterable[str] = (), touches: Iterable[str] = ()
) -> None:
    """Keep the history of these models.

    `part_of` names relations to the records in whose history a row stands too; `touches` those
    whose `changed_at` rises when the row changes or goes.
    """
    for model in models:
        KEPT[model] = Kept(tuple(part_of), tuple(touches))
        excluded = [field.name for field in model._meta.fields if _follows(field)]
        reversion.register(model, exclude=excluded)
        pre_save.connect(_about_to_change, sender=model, dispatch_uid="history")
        pre_delete.connect(_about_to_go, sender=model, dispatch_uid="history")
        for signal in (post_save, post_delete):
            signal.connect(_touch, sender=model, dispatch_uid="history")


@contextmanager
def revision(*, by=None, comment: str = ""):
    """Keep all that changes inside as one revision, whole or not at all.

    Inside another one it is a part of that, which keeps its author.
    """
    with reversion.create_revision():
        if by is not None and reversion.get_user() is None:
            reversion.set_user(by)
        if comment:
            reversion.set_comment(comment)
        yield


def label(model: type[models.Model] | models.Model) -> str:
    """How the rows of a history name a model: forum.event."""
    return model._meta.label_lower


def serialized(record: models.Model) -> dict:
    """All that is kept of a record, as plain data."""
    fields = [
        field.name
        for field in [*record._meta.local_fields, *record._meta.local_many_to_many]
        if not _follows(field)
    ]
    return json.loads(serializers.serialize("json", [record], fields=fields))[0]


def wholes_of(record: models.Model) -> list[tuple[str, int]]:
    """The record, and the records that it is a part of, as (model, key)."""
    found = {(label(record), record.pk): None}
    for name in KEPT[type(record)].part_of:
        field = record._meta.get_field(name)
        key = getattr(record, field.attname)
        if key is None:
            continue
        found[label(field.related_model), key] = None
        if KEPT[field.related_model].part_of:
            found |= dict.fromkeys(wholes_of(getattr(record, name)))
    return list(found)


def _about_to_change(instance, raw=False, **signal):
    if raw or instance._state.adding:
        return
    stored = type(instance)._base_manager.filter(pk=instance.pk).first()
    if stored is None:
        return
    keep_address(stored, instance)
    if hasattr(instance, "changed_at") and _differ(stored, instance):
        instance.changed_at = timezone.now()
    if reversion.is_active():
        _keep_beginning(stored)


def _follows(field: models.Field) -> bool:
    """Whether a field follows from a save by itself, and is no change that anybody made."""
    return field.name == "changed_at" or isinstance(field, SortKeyColumn)


def _differ(stored, instance) -> bool:
    names = [field.attname for field in stored._meta.concrete_fields if not _follows(field)]
    return any(getattr(stored, name) != getattr(instance, name) for name in names)


def _keep_beginning(stored) -> None:
    """Keep a record as it was before its first recorded change.

    It may have come by a door that keeps no history, such as a fixture or the shell.
    """
    if Version.objects.get_for_object(stored).exists():
        return
    before, _is_new = Revision.objects.get_or_create(
        date_created=_just_before(reversion.get_date_created()), user=None, comment=""
    )
    version = Version.objects.create(
        revision=before,
        object_id=str(stored.pk),
        content_type=ContentType.objects.get_for_model(stored),
        db="default",
        format="json",
        serialized_data=json.dumps([serialized(stored)]),
        object_repr=str(stored),
    )
    _note_touches([(version, stored)])


def _just_before(moment: dt.datetime) -> dt.datetime:
    """The time that beginnings bear which a revision of that moment has found."""
    return moment - dt.timedelta(microseconds=1)


def _about_to_go(instance, **signal):
    if reversion.is_active():
        Removal.objects.create(
            model=label(instance),
            key=instance.pk,
            text=str(instance)[:500],
            data=serialized(instance),
            wholes=wholes_of(instance),
        )


def _touch(instance, raw=False, **signal):
    for name in () if raw else KEPT[type(instance)].touches:
        field = instance._meta.get_field(name)
        touched = field.related_model._base_manager.filter(pk=getattr(instance, field.attname))
        touched.update(changed_at=timezone.now())


def _settle(revision, versions, **signal):
    """Let each version say what the record is now that all is done, and drop what did not change.

    Something may have been changed back, or undone by a savepoint, since it was noted; what did
    not change needs no beginning either.
    """
    beginnings = Version.objects.filter(
        revision__date_created=_just_before(revision.date_created), revision__user=None
    )
    for version in list(versions):
        version.record = version._model._base_manager.get(pk=version.object_id)
        version.serialized_data = json.dumps([serialized(version.record)])
        version.object_repr = str(version.record)
        last = Version.objects.get_for_object(version.record).first()
        if last and json.loads(last.serialized_data) == json.loads(version.serialized_data):
            versions.remove(version)
            beginnings.filter(pk=last.pk).delete()
    Revision.objects.filter(date_created=_just_before(revision.date_created), version=None).delete()


def _committed(revision, versions, **signal):
    if not versions:
        revision.delete()
        return
    if revision.user:
        Author.objects.create(revision=revision, name=name_of(revision.user))
    _note_touches((version, version.record) for version in versions)


def _note_touches(kept: Iterable[tuple[Version, models.Model]]) -> None:
    rows = [
        Touch(version=version, model=model, key=key)
        for version, record in kept
        for model, key in (record.wholes if isinstance(record, Removal) else wholes_of(record))
    ]
    Touch.objects.bulk_create(rows)


reversion.register(Removal)
pre_revision_commit.connect(_settle, dispatch_uid="history")
post_revision_commit.connect(_committed, dispatch_uid="history")
