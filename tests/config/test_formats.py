"""Django's own pages write a date as all others do."""

import datetime as dt

import pytest
from babel.dates import format_date, format_skeleton
from django.utils.formats import date_format
from django.utils.translation import override

DAY = dt.date(2025, 11, 18)


@pytest.mark.parametrize("language", ["kk", "ru", "et"])
def test_a_day_is_written_as_elsewhere(language):
    with override(language):
        assert date_format(DAY, "DATE_FORMAT") == format_date(DAY, "long", locale=language)
        assert date_format(DAY, "MONTH_DAY_FORMAT") == format_skeleton(
            "MMMMd", DAY, locale=language
        )


@pytest.mark.parametrize(
    ("language", "moment"),
    [
        ("en", "18 November 2025, 09:05"),
        ("kk", "2025\u202fж. 18 қараша, 09:05"),
        ("ru", "18 ноября 2025\u202fг., 09:05"),
        ("et", "18. november 2025, 09:05"),
    ],
)
def test_a_moment_has_its_clock_after_its_day(language, moment):
    with override(language):
        assert date_format(dt.datetime(2025, 11, 18, 9, 5), "DATETIME_FORMAT") == moment  # noqa: DTZ001
