"""What enters the audit trail of signing in, and the signals by which it is noticed.

What was typed as a user name is no account's is often a password: only a keyed hash is kept of it.
"""

import logging
import time

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import password_reset, user_logged_in
from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.contrib.auth import get_user_model
from django.contrib.auth import signals as auth
from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.crypto import salted_hmac

from config.access import lifetimes
from config.access.factors import FACTORS
from forum.audit.trail import note
from forum.choices import AuditKind

log = logging.getLogger(__name__)
# Somebody who is locked out and goes on trying is one entry in this many seconds.
LOCKED_FOR = 300


def failed(request, name: str, *, means: str) -> None:
    """Note that somebody could not sign in under this name by this means."""
    _note_of(AuditKind.SIGN_IN_FAILED, request, name, means=means)


def locked_out(request, name: str) -> None:
    """Note, once in a while, that nobody can sign in under this name for now."""
    if cache.add(f"locked-out:{_hashed(name.casefold())}", True, LOCKED_FOR):
        _note_of(AuditKind.LOCKED_OUT, request, name)


def changed(user, what: str, *, request) -> None:
    """Note what was changed of an account, by whoever is signed in, or who had a link."""
    note(AuditKind.ACCOUNT_CHANGED, subject=user, request=request, what=what)


def _note_of(kind, request, name: str, **details) -> None:
    account = get_user_model().objects.filter(username=name).first()
    typed = {} if account else {"typed": _hashed(name)}
    note(kind, subject=account or "", request=request, **details, **typed)
    who = f"account {account.pk}" if account else f"no account, {typed['typed']}"
    log.warning("%s: %s", kind.value, who)


def _hashed(name: str) -> str:
    return salted_hmac("config.access.recording", name, algorithm="sha256").hexdigest()[:16]


# Signing in and out.


@receiver(auth.user_logged_in)
def begin_session(request, **kwargs):
    lifetimes.begin(request.session, now=time.time())


@receiver(user_logged_in)
def note_signed_in(request, user, **kwargs):
    records = get_authentication_records(request, user)
    used = [record.get("type", record["method"]) for record in records]
    note(AuditKind.SIGNED_IN, by=user, subject=user, request=request, used=used)


@receiver(auth.user_logged_out)
def note_signed_out(request, user, **kwargs):
    if user is not None:
        why = getattr(request, "session_is_over", False)
        note(AuditKind.SIGNED_OUT, by=user, subject=user, request=request, session_is_over=why)


@receiver(authentication_failed)
def note_wrong_code(request, user, authenticator, **kwargs):
    failed(request, user.username, means=authenticator.type)


# Changes of an account.


@receiver(post_save, sender=Authenticator)
def note_added(instance, created, **kwargs):
    if created:
        changed(instance.user, f"{instance.type} added", request=context.request)
    if created and context.request and instance.type in FACTORS:
        # Elsewhere nobody has shown the factor that is asked for from now on.
        end_other_sessions(context.request, instance.user)


@receiver(post_delete, sender=Authenticator)
def note_removed(instance, **kwargs):
    changed(instance.user, f"{instance.type} removed", request=context.request)


@receiver(password_reset)
def unlock(request, user, **kwargs):
    """Who was locked out by others and has set a new password comes in again."""
    key = user.username.casefold()
    ratelimit.clear(request, app="allauth.account", action="login_failed", key=key)
