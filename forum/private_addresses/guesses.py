"""How often one origin may call private addresses that there are not."""

from forum.private_addresses.places import is_full, take

GUESSES, SECONDS = 20, 60 * 60


def may_guess(origin: str) -> bool:
    """Whether the origin has guesses left."""
    return not is_full(f"guess:{origin}", GUESSES)


def count_guess(origin: str) -> None:
    take(f"guess:{origin}", GUESSES, SECONDS)
