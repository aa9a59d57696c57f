"""Where allauth asks the site: its words, its mail, its limits, what enters the audit trail."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from config.access import mail, recording
from config.access.proof import recently_proved
from forum.history.locking import lock
from forum.late import begin

# Of all that allauth would say after something was done, what is worth a sentence.
DONE = {
    "account/messages/password_changed.txt": _(
        "Your password is changed, and all other sessions are ended."
    ),
    "account/messages/password_set.txt": _(
        "Your password is changed, and all other sessions are ended."
    ),
    "mfa/messages/totp_activated.txt": _("Codes of your app are now asked for when you sign in."),
    "mfa/messages/totp_deactivated.txt": _("Codes of an app are no longer asked for."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
}
# What is told by mail to whom it concerns, so that a change by somebody else is noticed.
TOLD = {
    "account/email/password_changed": _("Your password was changed."),
    "account/email/password_set": _("Your password was changed."),
    "account/email/password_reset": _("Your password was set anew by a link sent by mail."),
    "mfa/email/totp_activated": _("Codes of an app were set up as a second factor."),
    "mfa/email/totp_deactivated": _("Codes of an app were removed as a second factor."),
    "mfa/email/webauthn_added": _("A passkey was added."),
    "mfa/email/webauthn_removed": _("A passkey was removed."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made."),
}
# How somebody proves again who they are.
WAYS = {
    "reauthenticate": _("Use the password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}

# What Django says of it, it says in every language.
WRONG = "username_password_mismatch"


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This is not the code. Try the next one."),
        "incorrect_password": _("This is not your password."),
        "invalid_password_reset": _("This link is not valid."),
        "rate_limited": _("Too many attempts. Wait a few minutes, then try again."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes, then try again."),
    }

    def validation_error(self, code, *args):
        if code == WRONG:
            return AuthenticationForm().get_invalid_login_error()
        return super().validation_error(code, *args)

    # Who may come in.

    def is_open_for_signup(self, request) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Only to this very host, whatever else the site may be called."""
        request = context.request
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        return not recently_proved(context.request)

    def get_reauthentication_methods(self, user) -> list[dict]:
        known = super().get_reauthentication_methods(user)
        return [method | {"description": WAYS[method["id"]]} for method in known]

    def respond_user_inactive(self, request, user):
        for error in self.validation_error(WRONG):
            self.add_message(request, messages.ERROR, message=error)
        return HttpResponseRedirect(reverse("account_login"))

    # Limits.

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        # The same under each name of the site, and whatever the case.
        return credentials.get("username", "").casefold()

    def pre_authenticate(self, request, **credentials) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            recording.locked_out(request, credentials.get("username", ""))
            raise

    def authentication_failed(self, request, **credentials) -> None:
        recording.failed(request, credentials.get("username", ""), means="password")

    # What is changed, and who is told.

    def set_password(self, user, password: str) -> None:
        former = user.password
        user.set_password(password)  # Takes a moment: before the transaction.
        with transaction.atomic():
            begin()
            lock(user)
            if not get_user_model().objects.filter(pk=user.pk, password=former).exists():
                self._refuse_second_password()
            user.save(update_fields=["password"])
            recording.changed(user, "password", request=context.request)

    def _refuse_second_password(self) -> None:
        """A link, or the old password, serves once, also where it is sent twice at one time."""
        text = _("The password was changed meanwhile: sign in with the new one.")
        messages.error(context.request, text)
        raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))

    def add_message(
        self,
        request,
        level,
        message_template=None,
        message_context=None,
        extra_tags="",
        message=None,
    ) -> None:
        if text := message or DONE.get(message_template):
            messages.add_message(request, level, text)

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        if user.email and template_prefix in TOLD:
            said = {"user": user, "what": TOLD[template_prefix]}
            mail.send(self.request, user.email, "account/email/changed", said)

    def send_mail(self, template_prefix, email, context) -> None:
        mail.send(self.request, email, template_prefix, context)

    def get_reset_password_from_key_url(self, key: str) -> str:
        # Never to the host that the request names.
        path = reverse("account_reset_password_from_key", args=["UID", "KEY"])
        return settings.SITE_URL.rstrip("/") + path.replace("UID-KEY", key)
