"""How a partial date is inflected inside a sentence, in each of our languages, as data.

Dates that stand by themselves are CLDR's (see partial_dates); CLDR has no cases. A pattern names
the day, the year and the month in one of the forms of MONTHS. The Russian ones all end in «г.»,
so a Russian sentence that ends in a date has no full stop of its own.
"""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from forum.choices import DatePrecision

UNTIL = "until"  # The last day, included.
SINCE = "since"
BY = "by"  # The last day on which something can still be done.
ON = "on"  # With its preposition.

MONTHS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "month": (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    },
    "ru": {
        "accusative": (
            *("январь", "февраль", "март", "апрель", "май", "июнь"),
            *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
        ),
        "genitive": (
            *("января", "февраля", "марта", "апреля", "мая", "июня"),
            *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
        ),
        "prepositional": (
            *("январе", "феврале", "марте", "апреле", "мае", "июне"),
            *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
        ),
    },
    "kk": {
        "dative": (
            *("қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға"),
            *("шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"),
        ),
        "ablative": (
            *("қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан"),
            *("шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан"),
        ),
        "locative": (
            *("қаңтарда", "ақпанда", "наурызда", "сәуірде", "мамырда", "маусымда"),
            *("шілдеде", "тамызда", "қыркүйекте", "қазанда", "қарашада", "желтоқсанда"),
        ),
    },
    "et": {
        "genitive": (  # The other cases are this and an ending.
            *("jaanuari", "veebruari", "märtsi", "aprilli", "mai", "juuni"),
            *("juuli", "augusti", "septembri", "oktoobri", "novembri", "detsembri"),
        ),
    },
}


class Forms(NamedTuple):
    """A date in one case, by what is known of it."""

    day: str
    month: str
    year: str
    unknown: str


# U+202F before «г.», as CLDR has it.
_ENGLISH = Forms("{day} {month} {year}", "{month} {year}", "{year}", "a date not known")
_RUSSIAN_GENITIVE = Forms(
    "{day} {genitive} {year}\u202fг.",
    "{genitive} {year}\u202fг.",
    "{year}\u202fг.",
    "неизвестной даты",
)
_KAZAKH_ABLATIVE = Forms(
    "{year} жылғы {day} {ablative}",
    "{year} жылғы {ablative}",
    "{year} жылдан",
    "белгісіз күннен",
)
_ESTONIAN_WHEN = Forms(
    "{day}. {genitive}l {year}",
    "{genitive}s {year}",
    "{year}. aastal",
    "teadmata kuupäeval",
)

PATTERNS: Mapping[str, Mapping[str, Forms]] = {
    "en": {
        UNTIL: _ENGLISH,
        SINCE: _ENGLISH,
        BY: _ENGLISH,
        ON: Forms(
            "on {day} {month} {year}", "in {month} {year}", "in {year}", "on a date not known"
        ),
    },
    "ru": {
        UNTIL: _RUSSIAN_GENITIVE._replace(
            month="{accusative} {year}\u202fг.", unknown="неизвестную дату"
        ),
        SINCE: _RUSSIAN_GENITIVE,
        BY: _RUSSIAN_GENITIVE,
        ON: _RUSSIAN_GENITIVE._replace(
            month="в {prepositional} {year}\u202fг.",
            year="в {year}\u202fг.",
            unknown="в неизвестный день",
        ),
    },
    "kk": {
        UNTIL: Forms(
            "{year} жылғы {day} {dative}", "{year} жылғы {dative}", "{year} жылға", "белгісіз күнге"
        ),
        SINCE: _KAZAKH_ABLATIVE,
        BY: _KAZAKH_ABLATIVE,
        ON: Forms(
            "{year} жылғы {day} {locative}",
            "{year} жылғы {locative}",
            "{year} жылы",
            "белгісіз күні",
        ),
    },
    "et": {
        UNTIL: Forms(
            "{day}. {genitive}ni {year}",
            "{genitive}ni {year}",
            "{year}. aastani",
            "teadmata kuupäevani",
        ),
        SINCE: Forms(
            "{day}. {genitive}st {year}",
            "{genitive}st {year}",
            "{year}. aastast",
            "teadmata kuupäevast",
        ),
        BY: _ESTONIAN_WHEN,
        ON: _ESTONIAN_WHEN,
    },
}


def inflect(date: dt.date | None, precision: str, case: str, language: str) -> str:
    """Write a partial date in a case; empty for no date, unless it is said to be unknown."""
    forms = PATTERNS[language][case]
    if precision == DatePrecision.UNKNOWN:
        return forms.unknown
    if date is None:
        return ""
    months = {form: names[date.month - 1] for form, names in MONTHS[language].items()}
    pattern: str = getattr(forms, precision)
    return pattern.format(day=date.day, year=date.year, **months)
