"""Many records written at once, each with its version: what a list brings costs the same a row.

All that is written so inside a revision() belongs to it, beside what is saved one by one.
"""

from collections.abc import Iterable, Iterator, Sequence

import reversion
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from reversion.models import Revision, Version

from forum.audit.following import note_change, note_new
from forum.derived import going
from forum.history.author import name_of
from forum.history.keeping import (
    KEPT,
    just_before,
    note_touches,
    removal_of,
    serialized_text,
    touch,
)
from forum.models import Author, Removal

BATCH = 500


def opened() -> Revision:
    """The row of the revision that is open: made by the first that asks for it."""
    found, is_new = Revision.objects.get_or_create(
        date_created=reversion.get_date_created(),
        user=reversion.get_user(),
        defaults={"comment": reversion.get_comment()},
    )
    if is_new and found.user:
        Author.objects.create(revision=found, name=name_of(found.user))
    return found


def create(records: Sequence[models.Model]) -> None:
    """Write new records of one model, and keep them in the revision that is open."""
    for batch in _batches(records):
        type(batch[0]).objects.bulk_create(batch)
        touch(batch)
        keep_new(batch)


def keep_new(records: Sequence[models.Model]) -> None:
    """Keep records of one model that were just written, in the revision that is open."""
    note_new(records)
    _keep(records, opened())


def change(records: Sequence[models.Model], fields: Iterable[str]) -> None:
    """Write these fields of records of one model, and keep them in the revision that is open.

    What is written so has no address of its own: a slug changes by save().
    """
    fields = [*fields]
    for batch in _batches(records):
        model = type(batch[0])
        stored = model._base_manager.in_bulk([record.pk for record in batch])
        _keep_beginnings([*stored.values()])
        for record in batch:
            note_change(stored.get(record.pk), record, fields)
        if hasattr(model, "changed_at"):
            for record in batch:
                record.changed_at = timezone.now()
        model.objects.bulk_update(batch, _with_time(model, fields))
        touch(batch)
        _keep(batch, opened())


def remove(records: Sequence[models.Model]) -> None:
    """Delete records of one model to which no other points, and keep them in the open revision.

    What follows from them goes along; whoever calls this has seen that nothing else is lost.
    """
    for batch in _batches(records):
        _with_lists(batch)
        gone = [removal_of(record) for record in batch]
        touch(batch)
        Removal.objects.bulk_create(gone)
        _keep(gone, opened())
        rows = type(batch[0])._base_manager.filter(pk__in=[record.pk for record in batch])
        going(rows)
        for tied in _tied_to(rows):
            tied._raw_delete(tied.db)
        rows._raw_delete(rows.db)


def _tied_to(rows: models.QuerySet) -> Iterator[models.QuerySet]:
    """Rows of no history that go with these: what is derived, and lists of related records."""
    relations = rows.model._meta.get_fields(include_hidden=True)
    for relation in relations:
        is_reverse = relation.auto_created and not relation.concrete
        if is_reverse and relation.related_model not in KEPT:
            name = relation.field.name
            yield relation.related_model._base_manager.filter(**{f"{name}__in": rows})


def _with_time(model: type[models.Model], fields: list[str]) -> list[str]:
    return [*fields, "changed_at"] if hasattr(model, "changed_at") else fields


def _batches(records: Sequence[models.Model]) -> Iterable[Sequence[models.Model]]:
    return (records[start : start + BATCH] for start in range(0, len(records), BATCH))


def _keep_beginnings(stored: list[models.Model]) -> None:
    """Keep those as they were of which nothing is kept yet: they came by another door."""
    keys = [str(record.pk) for record in stored]
    kept = Version.objects.get_for_model(type(stored[0])).filter(object_id__in=keys)
    known = {*kept.values_list("object_id", flat=True)}
    new = [record for record in stored if str(record.pk) not in known]
    if new:
        before, _is_new = Revision.objects.get_or_create(
            date_created=just_before(reversion.get_date_created()), user=None, comment=""
        )
        _keep(new, before)


def _with_lists(records: Sequence[models.Model]) -> None:
    """Bring along what lists of related records say: a version has them too."""
    lists = [field.name for field in records[0]._meta.many_to_many]
    models.prefetch_related_objects(records, *lists)


def _keep(records: Sequence[models.Model], revision: Revision) -> None:
    _with_lists(records)
    content_type = ContentType.objects.get_for_model(type(records[0]))
    versions = [
        Version(
            revision=revision,
            object_id=str(record.pk),
            content_type=content_type,
            db="default",
            format="json",
            serialized_data=serialized_text(record),
            object_repr=str(record),
        )
        for record in records
    ]
    Version.objects.bulk_create(versions)
    note_touches(zip(versions, records, strict=True))
