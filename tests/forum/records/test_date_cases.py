import datetime as dt

import pytest
from django.conf import settings
from django.utils.translation import override

from forum.records.date_cases import MONTHS, PATTERNS
from forum.records.partial_dates import format_by, format_on, format_since, format_until

NOVEMBER_17 = dt.date(2025, 11, 17)
WRITERS = [format_until, format_since, format_by, format_on]

# Language, precision: until, since, by, on.
WRITTEN = {
    ("en", "day"): (*["17 November 2025"] * 3, "on 17 November 2025"),
    ("en", "month"): (*["November 2025"] * 3, "in November 2025"),
    ("en", "year"): (*["2025"] * 3, "in 2025"),
    ("ru", "day"): ["17 ноября 2025\u202fг."] * 4,
    ("ru", "month"): (
        *("ноябрь 2025\u202fг.", "ноября 2025\u202fг.", "ноября 2025\u202fг."),
        "в ноябре 2025\u202fг.",
    ),
    ("ru", "year"): (*["2025\u202fг."] * 3, "в 2025\u202fг."),
    ("kk", "day"): (
        *("2025 жылғы 17 қарашаға", "2025 жылғы 17 қарашадан"),
        *("2025 жылғы 17 қарашадан", "2025 жылғы 17 қарашада"),
    ),
    ("kk", "month"): (
        *("2025 жылғы қарашаға", "2025 жылғы қарашадан"),
        *("2025 жылғы қарашадан", "2025 жылғы қарашада"),
    ),
    ("kk", "year"): ("2025 жылға", "2025 жылдан", "2025 жылдан", "2025 жылы"),
    ("et", "day"): (
        *("17. novembrini 2025", "17. novembrist 2025"),
        *("17. novembril 2025", "17. novembril 2025"),
    ),
    ("et", "month"): (*("novembrini 2025", "novembrist 2025", "novembris 2025", "novembris 2025"),),
    ("et", "year"): ("2025. aastani", "2025. aastast", "2025. aastal", "2025. aastal"),
}


@pytest.mark.parametrize(("language", "precision"), WRITTEN)
def test_a_date_is_inflected_as_its_sentence_asks(language, precision):
    with override(language):
        written = [write(NOVEMBER_17, precision) for write in WRITERS]

    assert written == list(WRITTEN[language, precision])


@pytest.mark.parametrize(
    ("language", "writer", "month", "written"),
    [
        ("et", format_by, 5, "25. mail 2031"),
        ("et", format_by, 3, "25. märtsil 2031"),
        ("et", format_until, 2, "25. veebruarini 2031"),
        ("ru", format_on, 8, "25 августа 2031\u202fг."),
        ("kk", format_until, 4, "2031 жылғы 25 сәуірге"),
        ("kk", format_until, 9, "2031 жылғы 25 қыркүйекке"),
        ("kk", format_since, 12, "2031 жылғы 25 желтоқсаннан"),
        ("kk", format_on, 7, "2031 жылғы 25 шілдеде"),
    ],
)
def test_each_month_has_its_own_ending(language, writer, month, written):
    with override(language):
        assert writer(dt.date(2031, month, 25)) == written


@pytest.mark.parametrize(("language", "_name"), settings.LANGUAGES)
def test_every_language_has_twelve_months_in_every_case(language, _name):
    assert {len(names) for names in MONTHS[language].values()} == {12}
    assert set(PATTERNS[language]) == {"until", "since", "by", "on"}


def test_a_date_not_known_is_said_to_be_so_and_one_not_given_is_empty():
    assert format_on(None, "unknown") == "on a date not known"
    assert format_since(NOVEMBER_17, "unknown") == "a date not known"
    assert format_until(None) == ""
