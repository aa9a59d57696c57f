"""The addresses of records, for pages that name hundreds of them."""

import re
from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language

# What stands in an address as it is: slugs and keys.
PLAIN = re.compile(r"[-\w]+", re.ASCII)
# Stands for a slug or a key while the address is taken apart; no other part of one is like it.
SLUG, KEY = "stand-in-{}-of-a-slug", 7_000_000_000_000_000_000


def address(view: str, *parts: str | int) -> str:
    """The same as `reverse(view, args=parts)`, which looks for the pattern each time anew.

    Raises NoReverseMatch as it does.
    """
    if not all(PLAIN.fullmatch(str(part)) for part in parts):
        return reverse(view, args=parts)
    kinds = tuple(map(type, parts))
    urlconf = get_urlconf() or settings.ROOT_URLCONF
    return _pattern(view, kinds, urlconf, get_script_prefix(), get_language()).format(*parts)


@lru_cache(maxsize=256)
def _pattern(view: str, kinds: tuple[type, ...], urlconf: str, _prefix: str, _language: str) -> str:
    """The address with a place for each part."""
    stand_ins = [
        KEY + number if issubclass(kind, int) else SLUG.format(number)
        for number, kind in enumerate(kinds)
    ]
    path = reverse(view, args=stand_ins, urlconf=urlconf)
    path = path.replace("{", "{{").replace("}", "}}")
    for number, stand_in in enumerate(stand_ins):
        path = path.replace(str(stand_in), f"{{{number}}}")
    return path
