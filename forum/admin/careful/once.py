"""A form does its work once, however often it is sent: a double click makes no second record."""

import datetime as dt
from hashlib import sha256
from secrets import token_urlsafe

from django.db import models
from django.utils import timezone

from forum.admin.careful.aside import AsideUpload
from forum.models import SentForm

ONCE = "once"
REMEMBERED = dt.timedelta(days=2)


def token_of(request) -> str:
    """What the form that was sent carries, or a new token for one that is opened."""
    return request.POST.get(ONCE) or token_urlsafe(24)


def claim(request, model: type[models.Model]) -> int | None:
    """Take the form for this transaction, or say which record it has made or changed already.

    Whoever sends the same twice waits here for the first. A form that carries no token is not
    asked; one that was sent again with something else in it is another.
    """
    if not request.POST.get(ONCE):
        return None
    SentForm.objects.filter(sent_at__lt=timezone.now() - REMEMBERED).delete()
    label = {"model": model._meta.label_lower}
    sent, _is_new = SentForm.objects.get_or_create(token=_print_of(request), defaults=label)
    return sent.key


def done(request, record: models.Model) -> None:
    """Remember what the form made or changed."""
    SentForm.objects.filter(token=_print_of(request)).update(key=record.pk)


def release(request) -> None:
    """Let a form that was refused be sent again."""
    SentForm.objects.filter(token=_print_of(request), key=None).delete()


def _print_of(request) -> str:
    """What tells this form, with all that was typed into it, from any other."""
    typed = [each for each in request.POST.lists() if each[0] != "csrfmiddlewaretoken"]
    files = [
        (name, file.name, file.size)
        for name, file in request.FILES.items()
        if not isinstance(file, AsideUpload)  # Its token is among the fields, and stays there.
    ]
    parts = repr((request.path, request.user.pk, sorted(typed), sorted(files)))
    return sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()
