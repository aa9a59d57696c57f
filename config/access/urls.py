"""The pages of an account: those of allauth that are needed, by name, and no other.

There is no signing up and no changing of one's e-mail address. What changes an account is one
transaction; where a password is checked none is open, for that takes half a second.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.db.transaction import atomic
from django.urls import path, re_path, reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from config.access import views
from config.access.proof import needs_proof

home = RedirectView.as_view(url=reverse_lazy("mfa_index"))

PAGES = [
    ("", views.Account.as_view(), "mfa_index"),
    ("login/", account.login, "account_login"),
    ("login/passkey/", passkeys.login_webauthn, "mfa_login_webauthn"),
    ("login/second-factor/", factor.authenticate, "mfa_authenticate"),
    # Proving it again.
    ("proof/", account.reauthenticate, "account_reauthenticate"),
    ("proof/code/", factor.reauthenticate, "mfa_reauthenticate"),
    ("proof/passkey/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    # The password.
    ("password/change/", account.password_change, "account_change_password"),
    ("password/set/", needs_proof(account.password_set), "account_set_password"),
    ("password/reset/", account.password_reset, "account_reset_password"),
    ("password/reset/sent/", account.password_reset_done, "account_reset_password_done"),
    (
        "password/reset/done/",
        account.password_reset_from_key_done,
        "account_reset_password_from_key_done",
    ),
    # The second factor.
    ("second-factor/", views.factor_needed, "factor_needed"),
    ("second-factor/codes/", codes.activate_totp, "mfa_activate_totp"),
    ("second-factor/codes/remove/", atomic(codes.deactivate_totp), "mfa_deactivate_totp"),
    ("second-factor/recovery-codes/", recovery.view_recovery_codes, "mfa_view_recovery_codes"),
    (
        "second-factor/recovery-codes/new/",
        recovery.generate_recovery_codes,
        "mfa_generate_recovery_codes",
    ),
    ("second-factor/passkeys/", home, "mfa_list_webauthn"),
    ("second-factor/passkeys/add/", atomic(passkeys.add_webauthn), "mfa_add_webauthn"),
    (
        "second-factor/passkeys/<int:pk>/remove/",
        atomic(views.RemovePasskey.as_view()),
        "mfa_remove_webauthn",
    ),
    ("second-factor/passkeys/<int:pk>/rename/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    ("sessions/", views.sessions, "account_sessions"),
]

urlpatterns = [
    *(path(route, never_cache(view), name=name) for route, view, name in PAGES),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[0-9A-Za-z-]+)/$",
        never_cache(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
