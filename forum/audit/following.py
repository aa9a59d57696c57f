"""What follows from a change of a record whose history is kept, by whatever door it is made."""

from collections.abc import Iterable, Sequence

from django.db.models import Model, QuerySet

from forum.audit.trail import note, note_each
from forum.choices import AuditKind


def note_change(stored: Model | None, record: Model, fields: Iterable[str] | None) -> None:
    """Note that the record, of which these fields or all are saved, goes on the site or off it."""
    is_saved = fields is None or "is_published" in fields
    published = getattr(record, "is_published", None)
    if is_saved and published != getattr(stored, "is_published", None):
        note(AuditKind.PUBLISHED if published else AuditKind.UNPUBLISHED, subject=record)


def note_new(records: Sequence[Model]) -> None:
    """Note which of these new records are published from the beginning."""
    published = [record for record in records if getattr(record, "is_published", False)]
    if published:
        note_each(AuditKind.PUBLISHED, published, new=True)


def note_removal(record: Model, origin: Model | QuerySet | None) -> None:
    """Note that the record was deleted, unless it only goes along with what was."""
    is_meant = origin is record or getattr(origin, "model", None) is type(record)
    if is_meant:
        note(AuditKind.DELETED, subject=record)
