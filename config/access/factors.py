"""The second factor: who needs one, what it is called, how its secret is kept."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.access import encryption

# Recovery codes only stand in for one of these.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_factor(user) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def lacks_factor(user) -> bool:
    """Whether the user must set up a second factor before anything else."""
    return settings.SECOND_FACTOR and user.is_authenticated and not has_factor(user)


def take_off(user) -> int:
    """Take all factors and recovery codes off an account whose owner lost them; how many."""
    factors = Authenticator.objects.filter(user=user)
    number = len(factors)
    factors.delete()
    return number


def is_needed(authenticator: Authenticator) -> bool:
    """Whether its owner would be left without the second factor that everybody must have."""
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
    return settings.SECOND_FACTOR and not others.exclude(pk=authenticator.pk).exists()


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": gettext_lazy(
            "This is your only second factor, and you need one: add another one first."
        ),
        "cannot_generate_recovery_codes": gettext_lazy(
            "Recovery codes stand in for a second factor: set one up first."
        ),
        "incorrect_code": gettext_lazy("This is not the code. Try the next one."),
    }

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        # What cannot be read matches no code, and breaks no page.
        return encryption.decrypt(encrypted_text) or generate_totp_secret()

    def can_delete_authenticator(self, authenticator) -> bool:
        return not is_needed(authenticator)

    def generate_authenticator_name(self, user, type) -> str:  # noqa: A002 - allauth's name
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def _get_site_name(self) -> str:
        return settings.SITE_NAME
