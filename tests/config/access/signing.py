"""Signing in as people do: by the forms, with codes as an app makes them."""

import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth import get_user_model

LOGIN, SECOND_STEP = "/account/login/", "/account/login/second-factor/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "tundra violin 41 herring"


def make_account(username="aigul", **fields):
    fields = {"email": f"{username}@example.org", "is_staff": True, "is_superuser": True} | fields
    return get_user_model().objects.create_user(username, password=PASSWORD, **fields)


def sign_in(client, username="aigul", password=PASSWORD, **options):
    return client.post(LOGIN, {"login": username, "password": password}, **options)


def fail(client, times, username="aigul", **options):
    """Try so many wrong passwords; what was answered to the last."""
    for number in range(times):
        answer = sign_in(client, username, f"wrong-{number}", **options)
    return answer


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def set_up_codes(user) -> list[str]:
    """Give the user an app and recovery codes; the recovery codes."""
    TOTP.activate(user, SECRET)
    return RecoveryCodes.activate(user).get_unused_codes()


def code(secret=SECRET, steps=0) -> str:
    """What the app shows now, or so many half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))
