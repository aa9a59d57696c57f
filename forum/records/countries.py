"""Countries: ISO 3166-1 alpha-2 codes, named by CLDR in the reader's language."""

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

from forum.records.collation import sort_key

# Codes that CLDR names but ISO 3166-1 does not assign to a country.
NOT_COUNTRIES = {
    *("AC", "CP", "CQ", "DG", "EA", "EU", "EZ"),
    *("IC", "QO", "TA", "UN", "XA", "XB", "ZZ"),
}


@lru_cache(maxsize=8)
def names(language: str) -> dict[str, str]:
    """Map each country's code to its name, in that language's order."""
    territories = Locale.parse(language).territories
    countries = {
        code: territories.get(code) or Locale("en").territories[code]
        for code in map(str, Locale("en").territories)
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    }
    return dict(sorted(countries.items(), key=lambda item: sort_key(item[1], language)))


def country_choices() -> list[tuple[str, str]]:
    """Choices for a country field, in the reader's language."""
    return list(names(get_language() or "en").items())


def choices_among(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Choices of these countries alone, in the order of the reader's language."""
    wanted = set(codes)
    return [choice for choice in country_choices() if choice[0] in wanted]


def country_name(code: str) -> str:
    """Name a country in the reader's language; a code nobody knows stands for itself."""
    return names(get_language() or "en").get(code, code)
