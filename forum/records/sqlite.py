"""What SQLite lacks for texts that are not ASCII."""

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def _pattern(like: str, escape: str | None) -> re.Pattern:
    parts, characters = [], iter(like)
    for character in characters:
        if character == escape:
            parts.append(re.escape(next(characters, "")))
        else:
            parts.append({"%": ".*", "_": "."}.get(character, re.escape(character)))
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


def like(pattern, value, escape=None) -> bool | None:
    """SQL's LIKE with every alphabet's capitals: SQLite's own folds ASCII only."""
    if pattern is None or value is None:
        return None
    return _pattern(str(pattern), escape).fullmatch(str(value)) is not None


def add_unicode_functions(connection, **kwargs) -> None:
    """Receive connection_created: make icontains find Қазақстан for қазақстан."""
    if connection.vendor == "sqlite":
        for arguments in (2, 3):
            connection.connection.create_function("like", arguments, like, deterministic=True)
