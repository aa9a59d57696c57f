"""Texts that a field offers while one types.

The page has a list of the usual ones; a script (static/admin/offering.js) asks for others.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse

from forum.records.texts import LANGUAGES


@dataclass(frozen=True)
class Offered:
    """What is offered: `usual` gives the texts by the language that they are in, "" for none."""

    name: str
    usual: Callable[[], dict[str, list[str]]]
    # The name of the address that finds others by what is typed, if there is one.
    more: str = ""

    def id_in(self, language: str) -> str:
        return f"{self.name}-{language}" if language else self.name


def lists(parts: Iterable) -> list[dict]:
    """The lists of a page, each once, for the forms and rows of forms that are its parts."""
    offered = {each for part in parts for each in getattr(part, "offers", {}).values()}
    return [
        {
            "id": each.id_in(language),
            "texts": texts,
            "more": each.more and f"{reverse(each.more)}?language={language}",
        }
        for each in sorted(offered, key=lambda each: each.name)
        for language, texts in each.usual().items()
    ]


def language_of(db_field) -> str:
    """The language of a column of a translated field; empty for any other field."""
    language = getattr(db_field, "_translated_field_language_code", "")
    return language if language in LANGUAGES else ""
