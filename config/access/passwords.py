"""Which passwords are refused, from lists that ship with the site: nobody outside is asked.

zxcvbn knows 30,000 passwords of breaches, words, names, rows of keys, repetitions and dates, and
estimates how many guesses a password takes that is made of them.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LONGEST = 128
# What takes fewer guesses than ten thousand million is found from a stolen hash.
STRONG = 4
# zxcvbn takes a time that grows with the square of the length.
LOOKED_AT = 72
# Where a Russian keyboard has its letters: “йцукен” is a row of keys, “пароль” is “gfhjkm”.
KEYS = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")


class HasALongestLength:
    """Refuse what is longer than any person or password manager needs."""

    def validate(self, password, user=None):
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self):
        return ngettext(
            "Your password can contain at most %(number)d character.",
            "Your password can contain at most %(number)d characters.",
            LONGEST,
        ) % {"number": LONGEST}


class IsHardToGuess:
    """Refuse what is made of known passwords, words, names, rows of keys and repetitions."""

    def validate(self, password, user=None):
        known = [*_words_of(user), settings.SITE_NAME, *settings.SITE_DOMAIN.split(".")]
        typed = password.lower()
        if any(_is_weak(each, known) for each in {password, typed.translate(KEYS)}):
            raise ValidationError(
                _(
                    "This password is too easy to guess: it is made of common words, names,"
                    " rows of keys, repetitions or dates. Take a few more words."
                ),
                code="password_too_weak",
            )

    def get_help_text(self):
        return _(
            "It must be hard to guess: several words that do not belong together are good, and"
            " what a password manager makes is better."
        )


def _is_weak(password: str, known: list[str]) -> bool:
    # Imported where it is needed: its lists take ten megabytes.
    from zxcvbn import zxcvbn

    return zxcvbn(password[:LOOKED_AT], user_inputs=known)["score"] < STRONG


def _words_of(user) -> list[str]:
    said = (user.username, user.first_name, user.last_name, user.email) if user else ()
    return [text for text in said if text]
