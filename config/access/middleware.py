"""What each request passes: from where it comes, whether its session is over, the factor."""

import ipaddress
import time

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from config.access import lifetimes
from config.access.factors import lacks_factor


def is_of_an_account(request) -> bool:
    """Whether the request is for a page on which people sign in or keep their account."""
    return request.path_info.startswith(reverse("mfa_index"))


class KnowTheVisitor:
    """Put the visitor's own address in REMOTE_ADDR, where PROXIES stand in front.

    Each of them adds the address that it was asked from at the right of X-Forwarded-For: what
    stands further left, the visitor may have written. Who asks by a socket is on this machine.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        known = [*_told_by_proxies(request), request.META.get("REMOTE_ADDR", ""), "127.0.0.1"]
        request.META["REMOTE_ADDR"] = next(filter(_is_address, known))
        return self.get_response(request)


class EndSessions:
    """Sign out whose session is over, and write down now and then that one is used.

    Who has no session is asked nothing, and costs nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        _look_at(request, time.time())
        response = self.get_response(request)
        if SESSION_KEY not in request.session:
            # Pages of the admin are still in the browser of a desk that others use.
            response["Clear-Site-Data"] = '"cache"'
        return response


class AskForSecondFactor:
    """Take who lacks the second factor for nobody, but where it is set up and to sign out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.lacks_factor = (
            settings.SECOND_FACTOR
            and settings.SESSION_COOKIE_NAME in request.COOKIES
            and not is_of_an_account(request)
            and request.path_info != reverse("admin:logout")
            and lacks_factor(request.user)
        )
        if request.lacks_factor:
            request.user = AnonymousUser()
        return self.get_response(request)


def _told_by_proxies(request) -> list[str]:
    told = request.headers.get("x-forwarded-for", "").split(",")
    return [told[-settings.PROXIES].strip()] if 0 < settings.PROXIES <= len(told) else []


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _look_at(request, now: float) -> None:
    if lifetimes.is_over(request.session, now):
        request.session_is_over = True
        logout(request)
        messages.info(request, _("You were signed out: your session was over. Sign in again."))
    elif lifetimes.is_to_be_noted(request.session, now):
        request.session[lifetimes.SEEN] = now
        used = UserSession.objects.filter(session_key=request.session.session_key)
        used.update(last_seen_at=timezone.now(), ip=request.META["REMOTE_ADDR"])
