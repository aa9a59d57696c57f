"""A number of places that are taken and come free again after a time, for all workers together."""

from django.core.cache import cache


def take(name: str, most: int, seconds: int) -> bool:
    """Take a place of that name; False if all are taken.

    Adding is whole where counting up is not: two at once never get the same place.
    """
    keys = [_key(name, number) for number in range(most)]
    taken = cache.get_many(keys)
    return any(cache.add(key, True, seconds) for key in keys if key not in taken)


def is_full(name: str, most: int) -> bool:
    """Whether the last place is taken, and with it all others."""
    return cache.get(_key(name, most - 1)) is not None


def _key(name: str, number: int) -> str:
    return f"{name}:{number}"
