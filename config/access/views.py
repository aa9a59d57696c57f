"""Pages of an account that allauth does not have, or has otherwise."""

from urllib.parse import urlencode

from allauth.mfa.base.views import IndexView
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from config.access import recording
from config.access.adapter import AccountAdapter
from config.access.factors import FactorAdapter, is_needed, lacks_factor
from config.access.sessions import places

ALL = "all"


def to_sign_in(request, follows: str):
    """Lead a visitor to signing in, who lacks the second factor to setting it up, and then on."""
    door = "factor_needed" if request.lacks_factor else "account_login"
    return HttpResponseRedirect(f"{reverse(door)}?{urlencode({'next': follows}, safe='/')}")


def admin_login(request):
    """Where Django's admin sends whom it does not let in: somebody without the right stays out."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return to_sign_in(request, _wanted(request))


def _wanted(request) -> str:
    """Where the request says it wants to go on to, if that is here."""
    follows = request.GET.get("next", "")
    return follows if AccountAdapter().is_safe_url(follows) else reverse("admin:index")


@login_required
def factor_needed(request):
    """Explain that a second factor is needed, and lead to setting one up."""
    if not lacks_factor(request.user):
        return HttpResponseRedirect(_wanted(request))
    return render(request, "account/factor_needed.html")


class Account(IndexView):
    """What somebody can do with their account: password, second factor, sessions."""

    template_name = "account/account.html"

    def get_context_data(self, **kwargs):
        here = places(self.request.user)
        needs = {"lacks_factor": lacks_factor(self.request.user), "session_count": len(here)}
        return super().get_context_data(**kwargs) | needs


class RemovePasskey(RemoveWebAuthnView):
    """Remove a passkey, but for the last factor of who needs one."""

    def form_valid(self, form):
        if is_needed(self.get_object()):
            refusal = FactorAdapter.error_messages["cannot_delete_authenticator"]
            messages.error(self.request, refusal)
            return redirect(self.success_url)
        return super().form_valid(form)


@login_required
def sessions(request):
    """List the sessions of the user, and end one of them or all."""
    if request.method == "POST":
        return _end(request, request.POST.get("session", ""))
    return render(request, "account/sessions.html", {"places": places(request.user)})


def _end(request, which: str):
    own = UserSession.objects.filter(user=request.user)
    if which != ALL:
        own = own.filter(pk=which) if which.isdecimal() and len(which) < 19 else own.none()
    recording.changed(request.user, f"{len(own)} sessions ended", request=request)
    end_sessions(request, own)
    if not request.user.is_authenticated:
        return redirect("account_login")
    messages.success(request, _("The session is ended."))
    return redirect("account_sessions")


def too_many(request):
    """Refuse who asks too often; for how long, the limits of `ACCOUNT_RATE_LIMITS` say."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "60"
    return response
