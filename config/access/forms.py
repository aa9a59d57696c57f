"""The forms of allauth, in the words of the site and with what they lack."""

from allauth.account import forms as account
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base import forms as code
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkey
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from config.access import recording

# A code of an app is valid for its half minute and those beside it: seconds.
VALID_FOR = 120


class InOurWords:
    """A form whose fields have our labels, and no text inside them."""

    labels: dict = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)


class SignIn(InOurWords, account.LoginForm):
    labels = {"login": _("User name"), "password": _("Password")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What leads to a new password stands below the form.
        self.fields["password"].help_text = ""
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "autofocus": True}


class ProvePassword(InOurWords, account.ReauthenticateForm):
    labels = {"password": _("Password")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


NEW = {"password1": _("New password"), "password2": _("The same again")}


class ChangePassword(InOurWords, account.ChangePasswordForm):
    labels = NEW | {"oldpassword": _("Present password")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""


class SetPassword(InOurWords, account.SetPasswordForm):
    labels = NEW


class ResetPassword(InOurWords, account.ResetPasswordKeyForm):
    labels = NEW


class AskForReset(InOurWords, account.ResetPasswordForm):
    labels = {"email": _("E-mail address of your account")}

    def clean_email(self):
        # As it is on record now, in whatever case; allauth looks at addresses of its own first.
        email = self.cleaned_data["email"]
        found = get_user_model().objects.filter(email__iexact=email, is_active=True)
        # Who has no password is not to get one.
        self.users = [
            user for user in found if user.email.lower() == email and user.has_usable_password()
        ]
        return email


class Code:
    """A code of an app, or one of the recovery codes, taken once."""

    labels = {"code": _("Code")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True}

    def clean_code(self):
        try:
            entered = super().clean_code()
        except ValidationError as error:
            if error.code == "too_many_login_attempts":
                recording.locked_out(context.request, self.user.username)
            raise
        if not cache.add(f"code:{self.user.pk}:{normalize_user_code(entered)}", True, VALID_FOR):
            raise ValidationError(_("This code was used already. Wait for the next one."))
        return entered


class SignInByCode(Code, InOurWords, code.AuthenticateForm):
    pass


class ProveByCode(Code, InOurWords, code.ReauthenticateForm):
    pass


class SetUpCodes(Code, InOurWords, ActivateTOTPForm):
    pass


class AddPasskey(InOurWords, passkey.AddWebAuthnForm):
    labels = {"name": _("Name"), "passwordless": _("Let me sign in with this passkey alone")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].validators.append(MaxLengthValidator(100))
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].help_text = _(
            "It then asks for a fingerprint, your face or a PIN, in place of the password."
        )


class RenamePasskey(InOurWords, passkey.EditWebAuthnForm):
    labels = {"name": _("Name")}


class NotesFailure:
    """A passkey whose answer is refused enters the audit trail."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except ValidationError:
            name = self.user.username if self.user else ""
            recording.failed(context.request, name, means="webauthn")
            raise


class SignInByPasskey(NotesFailure, passkey.LoginWebAuthnForm):
    pass


class SecondByPasskey(NotesFailure, passkey.AuthenticateWebAuthnForm):
    pass


class ProveByPasskey(NotesFailure, passkey.ReauthenticateWebAuthnForm):
    pass
