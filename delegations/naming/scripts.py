"""The same name in another script: on a badge both the host's people and the guest read it."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from babel.core import get_global
from babel.languages import get_official_languages

from delegations.naming.values import NOTHING, Wording


def script_of(text: str) -> str:
    """The script of the first letter of a text, as Unicode calls it: LATIN, CYRILLIC, GEORGIAN."""
    letter = next(filter(str.isalpha, text), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def in_another_script(name: str, others: Iterable[Wording], languages: Sequence[str]) -> Wording:
    """Of the other forms the one in another script whose language comes first of these.

    If none is in any of them it is the first form in another script; none if there is none.
    """
    script = script_of(name)
    found = [each for each in others if script_of(each.text) not in ("", script)]
    return min(found, key=lambda each: _place(each.language, languages), default=NOTHING)


def _place(tag: str, languages: Sequence[str]) -> int:
    language = tag.partition("-")[0]
    return languages.index(language) if language in languages else len(languages)


@lru_cache(maxsize=256)
def own_languages(country: str) -> tuple[str, ...]:
    """The official languages of a country, first those that are most its own.

    That is what fewest other countries speak: in Kazakhstan Kazakh comes before Russian.
    """
    found = [tag.partition("_")[0] for tag in get_official_languages(country)]
    return tuple(sorted(dict.fromkeys(found), key=_countries_of))


@lru_cache(maxsize=256)
def _countries_of(language: str) -> int:
    return sum(
        language in {tag.partition("_")[0] for tag in get_official_languages(country)}
        for country in get_global("territory_languages")
    )


def initials(name: str) -> str:
    """What stands for a picture: the first letters of the first and the last word of a name."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0].upper() for word in dict.fromkeys([*words[:1], *words[-1:]]))
