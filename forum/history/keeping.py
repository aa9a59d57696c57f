"""Keeping what was changed, when and by whom: one revision for whatever changed together.

An app says in its `kept.py` of which models a history is kept, and of which record a row is
a part. django-reversion then writes a version of each record that a form, an action, an import,
a service or a command changes inside a revision(); requests that write are one by themselves.
Beside its versions stand rows of our own: what was deleted (Removal), in whose history a version
stands (Touch) and who it was by name (Author); former addresses are kept by addresses.py.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import reversion
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import models
from django.db.models import Max
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from reversion.models import Revision, Version
from reversion.signals import post_revision_commit, pre_revision_commit

from forum.audit.following import note_change, note_new, note_removal
from forum.history.addresses import keep_address
from forum.history.author import name_of
from forum.late import begin
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

    Inside another one it is a part of that, which keeps its author and its comment. What is read
    inside stays so until it is written.
    """
    with reversion.create_revision():
        begin()
        if by is not None and reversion.get_user() is None:
            reversion.set_user(by)
        if comment and not reversion.get_comment():
            reversion.set_comment(comment)
        yield


def label(model: type[models.Model] | models.Model) -> str:
    """How the rows of a history name a model: forum.event."""
    return model._meta.label_lower


def serialized(record: models.Model) -> dict:
    """All that is kept of a record, as plain data."""
    return json.loads(serialized_text(record))[0]


def serialized_text(record: models.Model) -> str:
    """All that is kept of a record, as a version has it."""
    fields = [
        field.name
        for field in [*record._meta.local_fields, *record._meta.local_many_to_many]
        if not _follows(field)
    ]
    return serializers.serialize("json", [record], fields=fields)


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


def _about_to_change(instance, raw=False, update_fields=None, **signal):
    if raw or instance._state.adding:
        return
    stored = type(instance)._base_manager.filter(pk=instance.pk).first()
    if stored is None:
        return
    keep_address(stored, instance)
    note_change(stored, instance, update_fields)
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
        date_created=just_before(reversion.get_date_created()), user=None, comment=""
    )
    version = Version.objects.create(
        revision=before,
        object_id=str(stored.pk),
        content_type=ContentType.objects.get_for_model(stored),
        db="default",
        format="json",
        serialized_data=serialized_text(stored),
        object_repr=str(stored),
    )
    note_touches([(version, stored)])


def just_before(moment: dt.datetime) -> dt.datetime:
    """The time that beginnings bear which a revision of that moment has found."""
    return moment - dt.timedelta(microseconds=1)


def _about_to_go(instance, origin=None, **signal):
    note_removal(instance, origin)
    if reversion.is_active():
        removal_of(instance).save()


def removal_of(record: models.Model) -> Removal:
    """That a record goes, not saved."""
    return Removal(
        model=label(record),
        key=record.pk,
        text=str(record)[:500],
        data=serialized(record),
        wholes=wholes_of(record),
    )


def _touch(instance, raw=False, created=False, **signal):
    if raw:
        return
    touch([instance])
    if created:
        note_new([instance])


def touch(records: Sequence[models.Model]) -> None:
    """Let `changed_at` rise of whatever these records of one model touch."""
    for name in KEPT[type(records[0])].touches:
        field = records[0]._meta.get_field(name)
        keys = {getattr(record, field.attname) for record in records}
        touched = field.related_model._base_manager.filter(pk__in=keys)
        touched.update(changed_at=timezone.now())


def _settle(revision, versions, **signal):
    """Let each version say what the record is now that all is done, and drop what did not change.

    Something may have been changed back, or undone by a savepoint, since it was noted; what did
    not change needs no beginning either.
    """
    unchanged = []
    _join(revision, versions)
    for version, last in _with_last(list(versions)):
        version.serialized_data = serialized_text(version.record)
        version.object_repr = str(version.record)
        if last and json.loads(last.serialized_data) == json.loads(version.serialized_data):
            versions.remove(version)
            unchanged.append(last.pk)
    if unchanged:
        before = Revision.objects.filter(date_created=just_before(revision.date_created))
        beginnings = Version.objects.filter(revision__in=before.filter(user=None))
        beginnings.filter(pk__in=unchanged).delete()
        before.filter(version=None).delete()


def _join(revision, versions) -> None:
    """Make one of this revision and what was written of it in bulk, if anything was."""
    written = Revision.objects.filter(date_created=revision.date_created, user=revision.user)
    if found := written.first():
        revision.pk = found.pk
        for content_type, own in _by_type(versions).items():
            found.version_set.filter(content_type=content_type, object_id__in=[*own]).delete()


def _by_type(versions: Iterable[Version]) -> dict[ContentType, dict[str, Version]]:
    found: dict[ContentType, dict[str, Version]] = defaultdict(dict)
    for version in versions:
        found[version.content_type][version.object_id] = version
    return found


def _with_last(versions: Iterable[Version]) -> Iterator[tuple[Version, Version | None]]:
    """Each version, told its record, with the last one that was kept of that."""
    for content_type, own in _by_type(versions).items():
        model = content_type.model_class()
        records = model._base_manager.in_bulk([*own])
        kept = Version.objects.filter(content_type=content_type, object_id__in=[*own])
        newest = kept.order_by().values("object_id").annotate(newest=Max("pk")).values("newest")
        last = {each.object_id: each for each in Version.objects.filter(pk__in=newest)}
        for key, version in own.items():
            version.record = records[model._meta.pk.to_python(key)]
            yield version, last.get(key)


def _committed(revision, versions, **signal):
    if not versions and not revision.version_set.exists():
        revision.delete()
        return
    if revision.user:
        # What was written in bulk may have made one already.
        author = Author(revision=revision, name=name_of(revision.user))
        Author.objects.bulk_create([author], ignore_conflicts=True)
    note_touches((version, version.record) for version in versions)


def note_touches(kept: Iterable[tuple[Version, models.Model]]) -> None:
    rows = [
        Touch(version=version, model=model, key=key)
        for version, record in kept
        for model, key in (record.wholes if isinstance(record, Removal) else wholes_of(record))
    ]
    Touch.objects.bulk_create(rows)


reversion.register(Removal)
pre_revision_commit.connect(_settle, dispatch_uid="history")
post_revision_commit.connect(_committed, dispatch_uid="history")
