"""Countries, named by CLDR in the reader's language, or as the setting COUNTRY_NAMES has it.

Codes are those of ISO 3166-1 alpha-2; of States that are no more, those of ISO 3166-3, which has
four letters and uses none twice (CS was Czechoslovakia, then Serbia and Montenegro).
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

from forum.records.collation import sort_key

# Codes that CLDR names but ISO 3166-1 does not assign to a country.
NOT_COUNTRIES = {
    *("AC", "CP", "CQ", "DG", "EA", "EU", "EZ"),
    *("IC", "QO", "TA", "UN", "XA", "XB", "ZZ"),
}
CODE_LENGTH = 4


class FormerState(NamedTuple):
    """A State that is no more, with its first and last year and its names."""

    since: int
    until: int
    names: dict[str, str]


FORMER = {
    "CSHH": FormerState(
        1918,
        1992,
        {
            "en": "Czechoslovakia",
            "kk": "Чехословакия",
            "ru": "Чехословакия",
            "et": "Tšehhoslovakkia",
        },
    ),
    "CSXX": FormerState(
        2003,
        2006,
        {
            "en": "Serbia and Montenegro",
            "kk": "Сербия және Черногория",
            "ru": "Сербия и Черногория",
            "et": "Serbia ja Montenegro",
        },
    ),
    "DDDE": FormerState(
        1949,
        1990,
        {
            "en": "German Democratic Republic",
            "kk": "Германия Демократиялық Республикасы",
            "ru": "Германская Демократическая Республика",
            "et": "Saksa Demokraatlik Vabariik",
        },
    ),
    "SUHH": FormerState(
        1922,
        1991,
        {"en": "Soviet Union", "kk": "Кеңес Одағы", "ru": "Советский Союз", "et": "Nõukogude Liit"},
    ),
    "YUCS": FormerState(
        1918,
        2003,
        {"en": "Yugoslavia", "kk": "Югославия", "ru": "Югославия", "et": "Jugoslaavia"},
    ),
}


@lru_cache(maxsize=64)
def names(language: str) -> dict[str, str]:
    """Map each country's code to its name, in that language's order."""
    countries = usual_names(language)
    renamed = settings.COUNTRY_NAMES.get(language, {})
    countries = countries | {code: name for code, name in renamed.items() if code in countries}
    return dict(sorted(countries.items(), key=lambda item: sort_key(item[1], language)))


@lru_cache(maxsize=64)
def usual_names(language: str) -> dict[str, str]:
    """Map each country's code to its name as it is without the setting COUNTRY_NAMES."""
    territories = Locale.parse(language).territories
    english = Locale("en").territories
    countries = {
        code: territories.get(code) or english[code]
        for code in map(str, english)
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }
    for code, state in FORMER.items():
        countries[code] = state.names.get(language) or state.names["en"]
    return countries


def country_choices() -> list[tuple[str, str]]:
    """Choices for a country field, in the reader's language; a former State has its years."""
    return [(code, _with_years(code, name)) for code, name in _here().items()]


def choices_among(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Choices of these countries alone, in the order of the reader's language."""
    wanted = set(codes)
    return [choice for choice in country_choices() if choice[0] in wanted]


def country_name(code: str) -> str:
    """Name a country in the reader's language; a code nobody knows stands for itself."""
    return _here().get(code, code)


def _here() -> dict[str, str]:
    return names(get_language() or "en")


def _with_years(code: str, name: str) -> str:
    state = FORMER.get(code)
    return f"{name} ({state.since}–{state.until})" if state else name
