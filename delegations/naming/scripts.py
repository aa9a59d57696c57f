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


def in_another_script(
    name: str, others: Iterable[Wording], own: Sequence[str], host: Sequence[str]
) -> Wording:
    """Of the other forms one in another script: in a language of one's own, or of the host's.

    If none is in any of them it is the first in another script. A form in a script that is not
    the usual one of its language (kk-Arab) comes last, and is of use only to whom it is their own.
    """
    script = script_of(name)
    found = [each for each in others if script_of(each.text) not in ("", script)]
    found = [each for each in found if _is_usual(each) or _language(each) in own]
    return min(found, key=lambda each: _place(each, (*own, *host)), default=NOTHING)


def _language(form: Wording) -> str:
    return form.language.partition("-")[0]


def _is_usual(form: Wording) -> bool:
    return "-" not in form.language


def _place(form: Wording, languages: Sequence[str]) -> tuple[bool, int]:
    language = _language(form)
    place = languages.index(language) if language in languages else len(languages)
    return not _is_usual(form), place


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
