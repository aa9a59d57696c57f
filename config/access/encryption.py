"""The secrets of second factors are kept encrypted, by a key that follows from SECRET_KEY."""

import base64
import logging

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

log = logging.getLogger(__name__)


def encrypt(text: str) -> str:
    return _cipher().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str | None:
    """The text; None if the key that encrypted it is known no more."""
    try:
        return _cipher().decrypt(encrypted.encode()).decode()
    except InvalidToken:
        log.error("A second factor cannot be read: is its key among SECRET_KEY_FALLBACKS?")
        return None


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    made = salted_hmac("config.access.encryption", "second factors", key, algorithm="sha256")
    return base64.urlsafe_b64encode(made.digest())
