"""Who was shown private fields of which record: noted once an hour, not for each look."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Model
from django.utils import timezone

from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import AuditEntry
from forum.rights import guarded, hidden_from

AGAIN = dt.timedelta(hours=1)


def note_seen(request, record: Model, rows: Iterable[Model]) -> None:
    """Note that the reader sees private fields of the record, if any row of it has some to see."""
    note_shown(request, record, {name for row in rows for name in _filled(request.user, row)})


def note_shown(request, record: Model, fields: set[str]) -> None:
    """Note that the reader is shown these private fields of the record, if there are any."""
    if fields and not _noted(request.user, record):
        note(AuditKind.PRIVATE_SEEN, request=request, subject=record, fields=sorted(fields))


def _filled(user, row: Model) -> list[str]:
    seen = guarded(type(row)) - hidden_from(user, type(row))
    return [name for name in seen if getattr(row, name)]


def _noted(user, record: Model) -> bool:
    ident = {"model": record._meta.label_lower, "key": record.pk, "account": user.pk}
    since = timezone.now() - AGAIN
    return AuditEntry.objects.filter(kind=AuditKind.PRIVATE_SEEN, at__gt=since, **ident).exists()
