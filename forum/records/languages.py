"""Languages as BCP 47 tags (en, kk-Arab, uz-Cyrl), named by CLDR.

The standard reads tags whatever their case; they are kept in the one it recommends.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from forum.records import collation
from forum.records.texts import alphabetical

SEPARATOR = re.compile(r"[\s,;]+")
WORD = re.compile(r"[^\s,;]+")
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[A-Z][a-z]{3}))?(-(?P<region>[A-Z]{2}|\d{3}))?"
)
DEFAULT_SCRIPT = {"kk": "Cyrl", "uz": "Latn"}


def split_tags(text: str) -> list[str]:
    return [tag for tag in SEPARATOR.split(text) if tag]


def normalised(text: str) -> str:
    """Write each tag of a text as RFC 5646, 2.1.1, recommends: zh-Hant, pt-BR, not zh_hant, PT-br.

    What is no tag is left for validate_tags() to refuse.
    """
    return WORD.sub(lambda match: _in_usual_case(match[0]), text)


def _in_usual_case(tag: str) -> str:
    language, *subtags = tag.replace("_", "-").split("-")
    return "-".join([language.lower(), *(_subtag(each) for each in subtags)])


def _subtag(text: str) -> str:
    """A script of four letters (Hant), a region of two (BR) or anything else in small letters."""
    writings: Mapping[int, Callable[[str], str]] = {4: str.title, 2: str.upper}
    return writings.get(len(text), str.lower)(text)


def validate_tag(tag: str) -> None:
    """Refuse what is not a language tag such as “kk” or “kk-Arab” (BCP 47)."""
    match = TAG.fullmatch(tag)
    english = Locale("en")
    known = match and (
        match["language"] in english.languages
        and (not match["script"] or match["script"] in english.scripts)
        and (not match["region"] or match["region"] in english.territories)
    )
    if not known:
        raise ValidationError(
            _("“%(tag)s” is not a language tag. Write for example en, kk, ru or uz-Cyrl."),
            params={"tag": tag},
            code="language",
        )


def validate_tags(text: str) -> None:
    """Refuse a list (commas or spaces between) with a tag in it that is none."""
    for tag in split_tags(text):
        validate_tag(tag)


@lru_cache(maxsize=512)
def _name(tag: str, reader: str) -> str:
    locale, match = Locale.parse(reader), TAG.fullmatch(tag)
    if not match:
        return tag
    name = locale.languages.get(match["language"], tag)
    script = match["script"]
    if script and DEFAULT_SCRIPT.get(match["language"]) != script:
        name = f"{name} ({locale.scripts.get(script, script)})"
    return name


def alphabets() -> list[tuple[str, str]]:
    """Choices of the languages whose alphabetical order is known, in the reader's language."""
    named = [(language, language_name(language)) for language in collation.LANGUAGES]
    return sorted(named, key=lambda choice: alphabetical(choice[1]))


def language_name(tag: str) -> str:
    """Name a language in the reader's language."""
    return _name(tag, get_language() or "en")


def language_names(text: str) -> str:
    """Name a list of languages in the reader's language, in the order given."""
    return ", ".join(language_name(tag) for tag in split_tags(text))
