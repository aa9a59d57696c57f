"""How often one origin may call private addresses that there are not, for all workers together."""

from django.core.cache import cache

GUESSES, SECONDS = 20, 60 * 60


def may_guess(origin: str) -> bool:
    """Whether the origin has guesses left."""
    return cache.get(_key(origin, GUESSES - 1)) is None


def count_guess(origin: str) -> None:
    """Take up the first place that is free: adding is whole where counting up is not."""
    any(cache.add(_key(origin, number), True, SECONDS) for number in range(GUESSES))


def _key(origin: str, number: int) -> str:
    return f"guess:{origin}:{number}"
