"""A form does its work once, however often it is sent: a double click makes no second record."""

import datetime as dt
from hashlib import sha256
from secrets import token_urlsafe

from django.db import models
from django.utils import timezone

from forum import late
from forum.admin.careful.aside import AsideUpload
from forum.models import SentForm

ONCE = "once"
REMEMBERED = dt.timedelta(days=2)


def token_of(request) -> str:
    """What the form that was sent carries, or a new token for one that is opened."""
    return request.POST.get(ONCE) or token_urlsafe(24)


def claim(request, model: type[models.Model]) -> int | None:
    """Take the form for this transaction, or say which record it has made or changed already.

    Whoever sends the same twice waits for the first, here or before the first write. A form that
    carries no token is not asked; one that was sent again with something else in it is another.
    """
    if not request.POST.get(ONCE):
        return None
    token = _print_of(request)
    if not late.is_looking():
        return _take(token, model)
    late.at_begin((ONCE, token), lambda: _take_untaken(token, model))
    return _key_of(token)


def done(request, record: models.Model) -> None:
    """Remember what the form made or changed."""
    SentForm.objects.filter(token=_print_of(request)).update(key=record.pk)


def release(request) -> None:
    """Let a form that was refused be sent again.

    Raises Overtaken if the same was sent twice, and refused for what the first has just done.
    """
    token = _print_of(request)
    if not late.is_looking():
        SentForm.objects.filter(token=token, key=None).delete()
        return
    late.not_at_begin((ONCE, token))
    if _key_of(token) is not None:
        raise late.Overtaken


def _take(token: str, model: type[models.Model]) -> int | None:
    SentForm.objects.filter(sent_at__lt=timezone.now() - REMEMBERED).delete()
    label = {"model": model._meta.label_lower}
    sent, _is_new = SentForm.objects.get_or_create(token=token, defaults=label)
    return sent.key


def _take_untaken(token: str, model: type[models.Model]) -> None:
    if _take(token, model) is not None:
        raise late.Overtaken


def _key_of(token: str) -> int | None:
    return SentForm.objects.filter(token=token).values_list("key", flat=True).first()


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
