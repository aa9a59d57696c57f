"""What takes a look at the whole archive: found once, until something changes that visitors see."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.core.signals import setting_changed
from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language

from forum.derived import catch_up
from forum.derived.version import version

Given, Found = ParamSpec("Given"), TypeVar("Found")
# So many answers of a function are kept: a few languages, each with what it is given.
KEPT = 16


def kept(find: Callable[Given, Found]) -> Callable[Given, Found]:
    """Keep what a function finds for the version of the content, the language and the day.

    It is shared by all who ask, so that nobody may change it. Of records it gives keys: the rows
    themselves cost little, and much memory. In a transaction nothing is kept: the version moves
    once in it, whatever follows.
    """

    @lru_cache(KEPT)
    def found(_version, _language, _day, *given, **named):
        return find(*given, **named)

    @wraps(find)
    def asked(*given: Given.args, **named: Given.kwargs) -> Found:
        catch_up()
        if connection.in_atomic_block:
            return find(*given, **named)
        return found(version(), get_language(), timezone.localdate(), *given, **named)

    # A setting may be in any answer; only tests change one.
    setting_changed.connect(lambda **_change: found.cache_clear(), weak=False)
    return asked
