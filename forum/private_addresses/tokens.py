"""Private addresses: made, found again by their token, ended.

A token is shown once and kept nowhere. An address ends on its last day, with what its model says
that it ends with (an owner's password or account), with its next token, and when somebody ends it.
"""

import datetime as dt
import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from forum.audit.trail import note
from forum.choices import AuditKind
from forum.history.locking import lock
from forum.models import OwnAddress, PrivateAddress

BYTES = 24
# A use is noted at most so often: calendars ask all day.
NOTED_AGAIN = dt.timedelta(hours=1)


def give_token(address: PrivateAddress, until: dt.datetime) -> str:
    """A new token of an address, which is not saved here; its former token opens nothing then."""
    token = secrets.token_urlsafe(BYTES)
    address.digest = _digest(token, settings.SECRET_KEY)
    address.made_at, address.until, address.last_used_at = timezone.now(), until, None
    return token


def make_address(model: type[OwnAddress], *, owner, request=None, **of) -> str:
    """The token of a new address of the owner, or of whatever `of` names; the former one ends."""
    until = timezone.now() + dt.timedelta(days=settings.PRIVATE_ADDRESS_DAYS)
    with transaction.atomic():
        # As it is by now, with its password; a request has it only as a promise.
        owner = get_user_model()._base_manager.get(pk=owner.pk)
        lock(next(iter(of.values()), owner))
        model.objects.filter(**of or {"owner": owner}).delete()
        address = model(owner=owner, password_mark=owner.get_session_auth_hash(), **of)
        token = give_token(address, until)
        address.save(force_insert=True)
        said = {"act": "made", "until": until.isoformat(timespec="seconds")}
        note(AuditKind.TOKEN, by=owner, subject=address, request=request, **said)
    return token


@transaction.atomic
def end_address(address: PrivateAddress, *, by, request=None) -> None:
    note(AuditKind.TOKEN, by=by, subject=address, request=request, act="ended")
    address.delete()


def find_address(model: type[PrivateAddress], token: str, now: dt.datetime):
    """The address of this token; None if there is none or it has ended."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [_digest(token, key) for key in keys]
    rows = model.objects.select_related(*model.ends_with)
    address = rows.filter(digest__in=digests).first()
    return address if address and is_open(address, now) else None


def is_open(address: PrivateAddress, now: dt.datetime) -> bool:
    """Whether it still works: its last day has not come, and what it ends with stands."""
    return now < address.until and address.still_stands()


def note_use(address: PrivateAddress, now: dt.datetime) -> None:
    if address.last_used_at is None or now - address.last_used_at >= NOTED_AGAIN:
        type(address).objects.filter(pk=address.pk).update(last_used_at=now)


def _digest(token: str, key: str) -> str:
    return salted_hmac("forum.private_addresses", token, key, algorithm="sha256").hexdigest()
