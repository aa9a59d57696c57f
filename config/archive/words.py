"""The words of which everything is composed, each in English, Kazakh, Russian and Estonian."""

from functools import cache
from pathlib import Path

import yaml
from django.utils.text import capfirst
from django.utils.translation import override

from forum.records import countries
from forum.records.texts import LANGUAGES
from forum.records.translated import columns

Texts = tuple[str, ...]

# How often a country sends, hosts and signs; the first two have most to do with each other.
COUNTRIES = {
    **{"KZ": 120, "EE": 70, "PL": 40, "UZ": 40, "LV": 20, "LT": 20, "FI": 25, "SE": 12},
    **{"DE": 40, "FR": 25, "IT": 20, "ES": 12, "GB": 20, "NL": 12, "BE": 10, "AT": 10},
    **{"CZ": 12, "SK": 8, "HU": 15, "RO": 10, "BG": 8, "GR": 6, "TR": 35, "AZ": 20},
    **{"GE": 15, "AM": 8, "KG": 25, "TJ": 12, "TM": 6, "MN": 8, "CN": 40, "JP": 15},
    **{"KR": 20, "IN": 12, "PK": 6, "SA": 6, "AE": 8, "EG": 5, "US": 25, "CA": 8},
    **{"CH": 8, "NO": 6, "DK": 6, "UA": 10, "MD": 5, "RS": 5, "HR": 4, "SI": 4, "PT": 5, "IE": 4},
}


@cache
def table(*path: str) -> list[Texts]:
    """The texts that stand under a heading of the file."""
    rows = _file()
    for part in path:
        rows = rows.get(part, [])
    return [tuple(row[language] for language in LANGUAGES) for row in rows]


@cache
def _file() -> dict:
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text())


def of(record, field: str = "name") -> Texts:
    """What a record is called."""
    return tuple(getattr(record, column) or "" for column in columns(field))


@cache
def country(code: str) -> Texts:
    return tuple(countries.names(language)[code] for language in LANGUAGES)


@cache
def label(choice) -> Texts:
    """What a choice is called."""
    texts = []
    for language in LANGUAGES:
        with override(language):
            texts.append(capfirst(str(choice.label)))
    return tuple(texts)


def joined(pattern: str, *parts: Texts | str | int) -> Texts:
    """The parts of each language put into a pattern."""
    return tuple(
        pattern.format(*(part[place] if isinstance(part, tuple) else part for part in parts))
        for place in range(len(LANGUAGES))
    )


def city(code: str, number: int) -> Texts:
    """A city of a country; of one whose cities stand in no list, the country itself."""
    cities = table("cities", code)
    return cities[number % len(cities)] if cities else country(code)
