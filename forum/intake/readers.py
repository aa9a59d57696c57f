"""How a cell is read: as a text, a day, a country, one of some choices.

Each reader is given what stands in the cell, without blanks around it, and raises
ValidationError with a sentence for what it cannot read; of an empty cell nobody asks it.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from babel import Locale
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Choices
from django.utils.translation import gettext as _
from django.utils.translation import override

from forum.choices import DatePrecision
from forum.intake.columns import plain
from forum.records import countries
from forum.records.languages import normalised, validate_tags
from forum.records.texts import LANGUAGES
from forum.records.typed import parse_date

# What countries are called beside their names in CLDR.
OTHER_NAMES = {
    "USA": "US",
    "UK": "GB",
    "Great Britain": "GB",
    "Великобритания": "GB",
    "США": "US",
    "АҚШ": "US",
    "USA-s": "US",
    "Korea": "KR",
    "Republic of Korea": "KR",
    "Republic of Kazakhstan": "KZ",
    "Республика Казахстан": "KZ",
    "РК": "KZ",
    "Russian Federation": "RU",
    "РФ": "RU",
    "Российская Федерация": "RU",
    "Czech Republic": "CZ",
    "Turkey": "TR",
    "Macedonia": "MK",
    "Swaziland": "SZ",
    "Ivory Coast": "CI",
    "Cape Verde": "CV",
    "Palestine, State of": "PS",
    "Viet Nam": "VN",
}
OFFICIAL_ENDING = re.compile(r", .*$")
LISTED = re.compile(r"\s*[,;/\n]\s*|\s+(?:and|и|және|ja)\s+")
ALPHA_2 = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True)
class Text:
    """A text on one line, no longer than its column."""

    most: int = 300
    is_long: bool = False

    def __call__(self, text: str) -> str:
        text = text if self.is_long else " ".join(text.split())
        if len(text) > self.most:
            sentence = _("This is longer than %(most)d characters.")
            raise ValidationError(sentence, params={"most": self.most})
        return text


SHORT = Text()


def country(text: str) -> str:
    """The code of a country, of which the code or a name in any of our languages is given."""
    if ALPHA_2.fullmatch(text) and text.upper() in countries.names("en"):
        return text.upper()
    table = _countries()
    code = table.get(plain(text)) or table.get(plain(OFFICIAL_ENDING.sub("", text)))
    if code is None:
        sentence = _("“%(text)s” is no country that is known here.")
        raise ValidationError(sentence, params={"text": text})
    return code


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    found = {plain(name): code for name, code in OTHER_NAMES.items()}
    for language in LANGUAGES:
        for names in (countries.usual_names(language), countries.names(language)):
            found |= {plain(name): code for code, name in names.items()}
    return found


@dataclass(frozen=True)
class Choice:
    """One of some choices, by its name in any of our languages or by another word for it."""

    choices: type[Choices]
    synonyms: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __call__(self, text: str) -> str:
        found = _choices(self.choices).get(plain(text)) or self._others().get(plain(text))
        if found is None:
            sentence = _("“%(text)s” is none of these: %(choices)s.")
            offered = ", ".join(map(str, self.choices.labels))
            raise ValidationError(sentence, params={"text": text, "choices": offered})
        return found

    def _others(self) -> dict[str, str]:
        return {plain(word): value for word, value in self.synonyms.items()}

    def labels(self, _place: object) -> Sequence[str]:
        """The choices in the reader's language, to be offered."""
        return [str(label) for label in self.choices.labels]


@lru_cache(maxsize=64)
def _choices(choices: type[Choices]) -> Mapping[str, str]:
    found = {plain(str(value)): value for value in choices.values}
    for language in LANGUAGES:
        with override(language):
            found |= {plain(str(label)): value for value, label in choices.choices}
    return found


def day(text: str) -> tuple[dt.date, DatePrecision]:
    """A day, a month or a year, and which of them it is."""
    try:
        return parse_date(text)
    except ValueError as error:
        sentence = _(
            "“%(typed)s” is not a date. Write it like 18.11.2025, or 11.2025 or 2025 alone."
        )
        raise ValidationError(sentence, params={"typed": text}) from error


@dataclass(frozen=True)
class Identifier:
    """An identifier, also as the last part of its web address; checked by its field's rule."""

    validate: Callable[[str], object]

    def __call__(self, text: str) -> str:
        found = text.rstrip("/").rsplit("/", 1)[-1]
        self.validate(found)
        return found


def address(text: str) -> str:
    """A web address, to which https:// is added where it is left out."""
    found = text.split()[0]
    found = found if "://" in found else f"https://{found}"
    URLValidator(schemes=["http", "https"])(found)
    return found


def languages(text: str) -> str:
    """Languages as tags, of which also the names in any of our languages are understood."""
    named = _languages()
    parts = [part for part in LISTED.split(text) if part]
    found = normalised(", ".join(named.get(plain(part), part) for part in parts))
    validate_tags(found)
    return found


@lru_cache(maxsize=1)
def _languages() -> Mapping[str, str]:
    return {
        plain(name): code
        for language in LANGUAGES
        for code, name in Locale(language).languages.items()
        if ALPHA_2.fullmatch(code)
    }
