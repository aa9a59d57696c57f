"""What the audit trail says of a person who is erased."""

from forum.models import AuditEntry
from forum.personal.edits import Edits
from forum.personal.eraser import Eraser

BATCH = 1_000


def rewrite_trail(eraser: Eraser, edits: Edits) -> None:
    """Find which entries name the person; who did something, and when, stays."""
    for entry in AuditEntry.objects.iterator(BATCH):
        new = {"subject": _subject(eraser, entry), "details": eraser.plain(entry.details)}
        changed = {name: value for name, value in new.items() if value != getattr(entry, name)}
        edits.change(AuditEntry, entry.pk, changed)


def _subject(eraser: Eraser, entry: AuditEntry) -> str:
    is_person = entry.model == eraser.subject.model._meta.label_lower
    if is_person and entry.key in eraser.keys:
        return eraser.called(eraser.subject.model, entry.key, entry.subject)
    # Another person may have the same name.
    return entry.subject if is_person else eraser.plain(entry.subject)[:500]
