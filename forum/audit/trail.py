"""Writing the audit trail: in the transaction of the act, or at once where there is none."""

from collections.abc import Iterable
from contextvars import ContextVar

import reversion
from django.db.models import Model
from django.http import HttpRequest

from forum.choices import AuditKind
from forum.history.author import name_of
from forum.models import AuditEntry

# The request that is being answered.
ASKED: ContextVar[HttpRequest | None] = ContextVar("asked", default=None)


class KnowWhoAsks:
    """A middleware: what is noted deep below a page is so with who asked for it, and whence."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        before = ASKED.set(request)
        try:
            return self.get_response(request)
        finally:
            ASKED.reset(before)


def note(
    kind: AuditKind, *, by=None, subject: Model | str = "", request=None, **details
) -> AuditEntry:
    """Add an entry: an act of `by`, or of whoever makes the revision or the request.

    `details` are plain data, never a password, a token or the content of a private field.
    """
    entry = _entry(kind, subject, details, request or ASKED.get(), by)
    entry.save(force_insert=True)
    return entry


def note_each(kind: AuditKind, subjects: Iterable[Model], **details) -> None:
    """Add an entry for each of many records at once."""
    entries = [_entry(kind, subject, details, ASKED.get()) for subject in subjects]
    AuditEntry.objects.bulk_create(entries)


def _entry(kind: AuditKind, subject: Model | str, details: dict, request, by=None) -> AuditEntry:
    by = by or _author() or getattr(request, "user", None)
    known = by is not None and by.is_authenticated
    return AuditEntry(
        kind=kind,
        who=name_of(by) if known else "",
        account=by.pk if known else None,
        origin=request.META.get("REMOTE_ADDR") or None if request else None,
        details=details,
        **_named(subject),
    )


def _author():
    return reversion.get_user() if reversion.is_active() else None


def _named(subject: Model | str) -> dict:
    if isinstance(subject, str):
        return {"subject": subject[:500]}
    return {"subject": str(subject)[:500], "model": subject._meta.label_lower, "key": subject.pk}
