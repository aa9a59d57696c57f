"""Titles of offices that are known, found in any case of their words."""

from collections.abc import Mapping
from functools import lru_cache

from forum.intake.cells.vocabulary import COMMON_TITLES, EDGES, forms

# A title as it is spelled, and its words.
Title = tuple[str, list[str]]


@lru_cache(maxsize=16)
def _by_form(offices: tuple[str, ...]) -> Mapping[str, list[Title]]:
    """The known titles by each form of their first word."""
    table: dict[str, list[Title]] = {}
    for title in {*offices, *COMMON_TITLES}:
        words = title.split()
        for form in forms(words[0]) if words else ():
            table.setdefault(form, []).append((title, words))
    return table


def known_title(words: list[str], offices: tuple[str, ...]) -> tuple[int, int, str] | None:
    """Where the longest known title stands among the words, and how it is spelled there."""
    table = _by_form(offices)
    found = [
        (start, start + len(parts), title)
        for start, word in enumerate(words)
        for form in forms(word)
        for title, parts in table.get(form, [])
        if _same(words[start : start + len(parts)], parts)
    ]
    if not found:
        return None
    start, end, title = max(found, key=lambda one: (one[1] - one[0], -one[0], one[2]))
    return start, end, _spelled(words[start:end], title)


def _same(words: list[str], parts: list[str]) -> bool:
    pairs = zip(words, parts, strict=False)
    return len(words) == len(parts) and all(forms(one) & forms(other) for one, other in pairs)


def _spelled(words: list[str], title: str) -> str:
    """As it is printed, or in another case as it is known."""
    printed = " ".join(words).strip(EDGES)
    if printed.casefold() == title.casefold():
        return printed
    first = title[:1].upper() if printed[:1].isupper() else title[:1].lower()
    return first + title[1:]
