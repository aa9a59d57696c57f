"""Who does something dangerous has just proved who they are, by a password or a second factor."""

import time
from functools import wraps

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse

from config.access.lifetimes import SIGNED_IN
from forum.admin.careful.aside import keep_form, sender_of


def recently_proved(request, now: float | None = None) -> bool:
    """Whether the user signed in, or proved it again, in the last PROOF_MINUTES."""
    now = time.time() if now is None else now
    return now - _proved_at(request) < settings.PROOF_MINUTES * 60


def needs_proof(view):
    """Ask for a proof before the view is shown, and lead back to it.

    A form that is sent too late is set aside and comes back, if it is one that can be brought back.
    """

    @wraps(view)
    def proved(request, *args, **kwargs):
        if recently_proved(request):
            return view(request, *args, **kwargs)
        if request.method == "POST":
            keep_form(request, sender_of(request))
        return redirect_to_login(request.get_full_path(), reverse("account_reauthenticate"))

    return proved


def _proved_at(request) -> float:
    records = get_authentication_records(request, request.user)
    again = [record["at"] for record in records if record.get("reauthenticated")]
    return max([request.session.get(SIGNED_IN, 0), *again])
