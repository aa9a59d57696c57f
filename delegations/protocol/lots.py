"""Drawing lots so that anybody can repeat it.

The seed is drawn once and shown. The lot of a delegation is the SHA-256 of the seed, a colon and
the number under which the delegation is on record, in hexadecimal; the lowest lot comes first.
So `printf %s SEED:12 | sha256sum` gives the lot of delegation 12 on any computer, the order in
which the delegations were recorded or put in changes nothing, and nobody could choose a seed
without knowing what it brings: that is why a draw is kept, and drawing again needs a reason.
"""

import hashlib
import secrets
from collections.abc import Iterable

SEED_BYTES = 8


def new_seed() -> str:
    return secrets.token_hex(SEED_BYTES)


def lot(seed: str, number: int) -> str:
    return hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()


def drawn(seed: str, numbers: Iterable[int]) -> list[int]:
    """The numbers in the order of their lots."""
    return sorted(numbers, key=lambda number: (lot(seed, number), number))
