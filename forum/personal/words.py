"""By which words a person is found in any text: names, in any case, and identifiers. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Of a name with a single word, or an identifier, fewer signs would be found everywhere.
SHORTEST = 4


@dataclass(frozen=True)
class Words:
    """What a person is called, and by what else a text could tell of them."""

    names: frozenset[str] = frozenset()
    # E-mail addresses, phone numbers, identifiers, addresses of pages.
    values: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], values: Iterable[str]) -> "Words":
        """Of names with several words the single ones are left out: others have them too."""
        clean = {" ".join(name.split()) for name in names} - {""}
        full = {name for name in clean if " " in name}
        single = {name for name in clean if len(name) >= SHORTEST}
        usable = {text for value in values if _is_no_word(text := value.strip())}
        return cls(frozenset(full or single), frozenset(usable))

    def pattern(self, *, names: bool) -> re.Pattern | None:
        """What finds any of them; None if there is nothing to find."""
        found = {*self.values, *(self.names if names else ())}
        if not found:
            return None
        longest_first = sorted(found, key=lambda each: (-len(each), each))
        any_of = "|".join(_spelt(each) for each in longest_first)
        return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)

    def rare(self, *, names: bool) -> tuple[str, ...]:
        """Words of which a text has at least one, in small letters, if it says any of them."""
        found = {*self.values, *(self.names if names else ())}
        return tuple({max(re.findall(r"\w+", each), key=len, default="").lower() for each in found})


def _is_no_word(value: str) -> bool:
    """Whether a value is found nowhere by chance: it has more than letters."""
    return len(value) >= SHORTEST and not value.isalpha()


def _spelt(text: str) -> str:
    return r"\s+".join(re.escape(word) for word in text.split())


def rewritten(value, write: Callable[[str, str], str], key: str = ""):
    """Plain data with each text in it written anew; `write` is told the key it stands under."""
    if isinstance(value, str):
        return write(value, key)
    if isinstance(value, dict):
        return {name: rewritten(each, write, name) for name, each in value.items()}
    if isinstance(value, list):
        return [rewritten(each, write, key) for each in value]
    return value
