"""Reminders by mail: one digest for each recipient and run.

A digest is one transaction: the mail is handed to the mail server, then the rows that say so are
written. Whoever is killed before the mail is accepted leaves no row behind, and the next run sends
it. Two runs at once do not send the same: the second waits until it is clear what is left to send,
and nobody else has to wait for a mail server.

Between the mail server's answer and the commit lies an instant in which a crash sends a digest
again: once in all but that, at least once in any case. The second mail then has the Message-ID of
the first, made of what it says, by which mail servers and readers know that it is the same.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from agreements.models import Reminder
from agreements.reminders.due import Due, due, everyone, recipients, sentence
from forum.alone import alone

# What a server, the network or an address can do wrong; a ValueError is an impossible address.
FAILURES = (SMTPException, OSError, ValueError)


@dataclass(frozen=True)
class Line:
    """A reminder as one recipient is told it: staff with the way to the record."""

    due: Due
    is_for_staff: bool

    @property
    def row(self) -> dict:
        """What the row in the database says of it, but for the recipient."""
        return {
            "kind": self.due.kind,
            "agreement": None if self.due.commitment else self.due.agreement,
            "commitment": self.due.commitment,
            "due_on": self.due.due_on,
            "days_before": self.due.days_before,
        }


@dataclass
class Digest:
    """All that one recipient is told in one run."""

    email: str
    language: str
    on: dt.date
    lines: list[Line] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The address as rows know it: capitals make no other recipient."""
        return self.email.lower()

    def add(self, due: Due, is_for_staff: bool) -> None:
        """Add a line, unless the recipient is told this already."""
        if all(line.due is not due for line in self.lines):
            self.lines.append(Line(due, is_for_staff))


def digests(on: dt.date) -> list[Digest]:
    """What is to be sent on that day and was not sent before."""
    found: dict[str, Digest] = {}
    staff, dues = everyone(), due(on)
    # Staff first, everywhere: who is both is told in the language chosen here.
    told = [(each, who) for each in dues for who in recipients(each, staff)]
    for each, who in sorted(told, key=lambda pair: not pair[1].is_staff):
        digest = found.setdefault(who.email.lower(), Digest(who.email, who.language, on))
        digest.add(each, who.is_staff)
    sent = _sent(dues)
    for digest in found.values():
        digest.lines = [line for line in digest.lines if not _was_sent(line, digest, sent)]
        digest.lines.sort(key=lambda line: (line.due.due_on, line.due.key))
    return sorted((d for d in found.values() if d.lines), key=lambda d: d.address)


def _sent(dues: list[Due]) -> dict[tuple, int]:
    """The latest stage that each recipient was sent of each."""
    rows = Reminder.objects.filter(due_on__in={each.due_on for each in dues})
    sent: dict[tuple, int] = {}
    for row in rows.order_by("-days_before"):
        subject = ("commitment", row.commitment_id) if row.commitment_id else None
        subject = subject or ("agreement", row.agreement_id)
        sent[(row.recipient, row.kind, *subject, row.due_on)] = row.days_before
    return sent


def _was_sent(line: Line, digest: Digest, sent: dict[tuple, int]) -> bool:
    stage = sent.get((digest.address, *line.due.key))
    return stage is not None and stage <= line.due.days_before


def send(digest: Digest) -> int:
    """Send what no other run has sent meanwhile, and say how many reminders that were.

    Raises one of FAILURES if it could not be sent; then nothing is on record as sent.
    """
    with alone("reminders"):
        # Another run may have sent some since the digest was made.
        sent = _sent([line.due for line in digest.lines])
        lines = [line for line in digest.lines if not _was_sent(line, digest, sent)]
        if lines:
            message(digest, lines).send()
        # After that: whoever writes need not wait for a mail server.
        for line in lines:
            Reminder.objects.create(recipient=digest.address, **line.row)
    return len(lines)


def message(digest: Digest, lines: list[Line]) -> EmailMultiAlternatives:
    """The mail, as text and as HTML, in the recipient's language."""
    with override(digest.language):
        subject = ngettext(
            "%(site)s: %(count)d reminder", "%(site)s: %(count)d reminders", len(lines)
        )
        context = {
            "subject": subject % {"site": settings.SITE_NAME, "count": len(lines)},
            "language": digest.language,
            "site_name": settings.SITE_NAME,
            "lines": list(_written(lines, digest.on)),
            "settings_url": absolute(reverse("reminders")) if _has_staff(lines) else "",
        }
        mail = EmailMultiAlternatives(
            context["subject"],
            render_to_string("mail/reminders.txt", context),
            to=[digest.email],
            headers={
                "Message-ID": message_id(digest, lines),
                # RFC 3834: no out-of-office notes, please.
                "Auto-Submitted": "auto-generated",
            },
        )
        mail.attach_alternative(render_to_string("mail/reminders.html", context), "text/html")
    return mail


def _has_staff(lines: list[Line]) -> bool:
    return any(line.is_for_staff for line in lines)


def _written(lines: list[Line], on: dt.date) -> Iterator[dict[str, str]]:
    for line in lines:
        agreement = line.due.agreement
        is_public = agreement is not None and agreement.is_published
        yield {
            "sentence": sentence(line.due, on),
            "record_url": absolute(line.due.admin_path) if line.is_for_staff else "",
            "page_url": absolute(agreement.get_absolute_url()) if is_public else "",
        }


def absolute(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path


def message_id(digest: Digest, lines: list[Line]) -> str:
    """The same for the same recipient and reminders, whenever they are sent."""
    said = [digest.address, *(f"{line.due.key} {line.due.days_before}" for line in lines)]
    digits = hashlib.sha256("\n".join(said).encode()).hexdigest()
    return f"<{digits[:32]}@{settings.SITE_DOMAIN}>"
