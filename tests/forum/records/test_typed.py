import datetime as dt
from contextlib import suppress
from decimal import Decimal

import pytest
from django.conf import settings
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from forum.choices import DatePrecision
from forum.records import partial_dates
from forum.records.typed import parse_date, parse_number, parse_time

NOVEMBER_18 = dt.date(2025, 11, 18)
WRITERS = [
    partial_dates.format_partial,
    partial_dates.format_until,
    partial_dates.format_since,
    partial_dates.format_by,
    partial_dates.format_on,
]


@pytest.mark.parametrize(
    "typed",
    [
        *("18.11.2025", "18/11/2025", "2025-11-18", "18-11-2025", "18. 11. 2025", " 18.11.2025 "),
        *("18 November 2025", "November 18, 2025", "the 18th of November 2025", "18 Nov 2025"),
        *("18 ноября 2025 г.", "18 ноября 2025 года", "18 НОЯБРЬ 2025", "18 ноя 2025"),
        *("2025 ж. 18 қараша", "2025 жылғы 18 қарашада", "18 қараша 2025"),
        *("18. november 2025", "18. novembril 2025. a", "18\u00a0novembrini\u202f2025"),
    ],
)
def test_a_day_is_read_as_anybody_writes_it(typed):
    assert parse_date(typed) == (NOVEMBER_18, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("typed", "date", "precision"),
    [
        ("03/04/2025", dt.date(2025, 4, 3), "day"),
        ("2025", dt.date(2025, 1, 1), "year"),
        ("2025. aastal", dt.date(2025, 1, 1), "year"),
        ("в 2025 году", dt.date(2025, 1, 1), "year"),
        ("2025 жылы", dt.date(2025, 1, 1), "year"),
        ("11.2025", dt.date(2025, 11, 1), "month"),
        ("11/2025", dt.date(2025, 11, 1), "month"),
        ("2025-11", dt.date(2025, 11, 1), "month"),
        ("ноябрь 2025", dt.date(2025, 11, 1), "month"),
        ("в мае 2025 г.", dt.date(2025, 5, 1), "month"),
        ("mai 2025", dt.date(2025, 5, 1), "month"),
        ("мамырда 2025", dt.date(2025, 5, 1), "month"),
        ("маусым 2025", dt.date(2025, 6, 1), "month"),
    ],
)
def test_the_day_comes_first_and_what_is_left_out_is_not_known(typed, date, precision):
    assert parse_date(typed) == (date, precision)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "18.11.25", "31.02.2025", "13.2025", "18 2025", "1.2.3.2025", "20251118"),
        *("ju 2025", "ма 2025", "18 November", "18 May June 2025", "11:2025", "18.11.2025 10:00"),
        *("0000", "2025 2026", "1" * 5000, "a" * 5000, "1 " * 5000),
        *("2025 11 " + "9" * 40, "2025-" + "9" * 20),
    ],
    ids=lambda typed: typed[:20],
)
def test_what_cannot_be_read_or_in_two_ways_is_no_date(typed):
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError is the answer
        parse_date(typed)


@pytest.mark.parametrize(("language", "_name"), settings.LANGUAGES)
@pytest.mark.parametrize("precision", ["day", "month", "year"])
@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_whatever_the_site_writes_can_be_typed(write, precision, language, _name):
    for month in range(1, 13):
        date = partial_dates.first_day(dt.date(2025, month, 18), precision)
        with override(language):
            assert parse_date(write(date, precision)) == (date, precision)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_value_error(text):
    with suppress(ValueError):
        parse_date(text)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        *(
            (typed, dt.time(10))
            for typed in ("10.00", "10:00", "10h", "10 h", "10ч", "10 сағат", "10:00:00")
        ),
        *((typed, dt.time(9, 30)) for typed in ("9:30", "9.30", "09:30", "9h30", "9 ч 30")),
    ],
)
def test_a_time_is_read_with_a_colon_a_stop_or_an_h(typed, time):
    assert parse_time(typed) == time


@pytest.mark.parametrize("typed", ["", "24:00", "9:5", "10", "1000", "10:60", "noon"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError is the answer
        parse_time(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        *((typed, "0.500") for typed in ("0,500", "0.500")),
        ("−5", "-5"),
        *((typed, "1500.50") for typed in ("1500,50", "1500.50", "1 500.50", "1 500,50")),
        *((typed, "1500.50") for typed in ("1\u00a0500,50", "1\u202f500.50", "1'500.50")),
        *((typed, "1500.50") for typed in ("1,500.50", "1.500,50")),
        *(("517 000 000", "517000000"), ("1.500.000", "1500000"), ("1,500,000", "1500000")),
        *(("40", "40"), ("-3,5", "-3.5"), ("1500,500", "1500.500")),
    ],
)
def test_a_number_is_read_with_a_comma_or_a_point_and_any_blanks(typed, number):
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "1,500", "1.500", "1 5", "1,5,0", "1,500,00", "1e5", "nan", "forty"]
)
def test_what_is_no_number_or_could_be_two_is_refused(typed):
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError is the answer
        parse_number(typed)


def test_three_decimal_places_are_no_thousands_where_numbers_have_as_many():
    assert parse_number("51.125", places=6) == Decimal("51.125")
    assert parse_number("1,500.5", places=6) == Decimal("1500.5")
