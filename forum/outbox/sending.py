"""Sending what is in the outbox: again and later if it fails, and not for ever.

A letter is sent in a transaction of its own, one sender at a time, as reminders are; the Message-ID
follows from the letter, so that one sent twice in a crash is known to be the same.
"""

import datetime as dt
import hashlib
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from forum.alone import alone
from forum.choices import LetterState
from forum.models import Letter
from forum.outbox.posting import OPENERS, PLACE

# What a server, the network or an address can do wrong; a ValueError is an impossible address.
FAILURES = (SMTPException, OSError, ValueError)
# How long to wait after each failure: about two days in all, then a letter is given up.
WAITS = tuple(dt.timedelta(minutes=each) for each in (5, 30, 120, 480, 960, 1440))


def due(now: dt.datetime) -> list[int]:
    """The letters that are to be tried now, the oldest first."""
    waiting = Letter.objects.filter(state=LetterState.WAITING, next_try_at__lte=now)
    return list(waiting.order_by("made_at", "pk").values_list("pk", flat=True))


def send(key: int, now: dt.datetime) -> bool:
    """Try to send a letter, unless somebody has done so meanwhile; whether it is settled."""
    with alone("letters"):
        letter = Letter.objects.filter(pk=key, state=LetterState.WAITING).first()
        if letter is None:
            return True
        try:
            text = _text(letter)
            if text:
                _message(letter, text).send()
        except FAILURES as error:
            _fail(letter, error, now)
        else:
            letter.state = LetterState.SENT if text else LetterState.FAILED
            letter.error = "" if text else _("What it leads to has been ended.")
            letter.sent_at = now if text else None
        letter.tries += 1
        letter.save()
    return letter.state == LetterState.SENT


def _text(letter: Letter) -> str:
    """What is sent, with a private address made for it; nothing if there is none to give."""
    if not letter.opens:
        return letter.text
    path = OPENERS[letter.opens](letter.key)
    return letter.text.replace(PLACE, settings.SITE_URL.rstrip("/") + path) if path else ""


def _message(letter: Letter, text: str) -> EmailMessage:
    said = f"{letter.pk} {letter.made_at.isoformat()} {letter.recipient}"
    digits = hashlib.sha256(said.encode()).hexdigest()[:32]
    headers = {
        "Message-ID": f"<{digits}@{settings.SITE_DOMAIN}>",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(letter.subject, text, to=[letter.recipient], headers=headers)


def _fail(letter: Letter, error: Exception, now: dt.datetime) -> None:
    # What a server says may have the address in it: only of what kind it is.
    letter.error = type(error).__name__
    if letter.tries < len(WAITS):
        letter.next_try_at = now + WAITS[letter.tries]
    else:
        letter.state = LetterState.FAILED
