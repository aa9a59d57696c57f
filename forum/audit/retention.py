"""How long the audit trail is kept."""

import datetime as dt

from django.conf import settings
from django.db import transaction

from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import AuditEntry


@transaction.atomic
def clean_audit(now: dt.datetime) -> int:
    """Drop the entries that are older than AUDIT_DAYS, and note it; how many they were."""
    before = now - dt.timedelta(days=settings.AUDIT_DAYS)
    dropped = AuditEntry.objects.filter(at__lt=before).drop()
    if dropped:
        said = {"dropped": dropped, "before": before.isoformat(timespec="seconds")}
        note(AuditKind.OPERATED, subject="clean_audit", **said)
    return dropped
