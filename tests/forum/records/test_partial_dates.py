import datetime as dt

import pytest
from django.utils.translation import override

from forum.records.partial_dates import (
    first_day,
    format_day,
    format_partial,
    format_range,
    last_day,
)

AUGUST_17 = dt.date(2016, 8, 17)


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        pytest.param("day", AUGUST_17, AUGUST_17, id="a day stands for itself"),
        pytest.param("month", dt.date(2016, 8, 1), dt.date(2016, 8, 31), id="a month"),
        pytest.param("year", dt.date(2016, 1, 1), dt.date(2016, 12, 31), id="a year"),
    ],
)
def test_a_partial_date_spans_what_it_names(precision, first, last):
    assert (first_day(AUGUST_17, precision), last_day(AUGUST_17, precision)) == (first, last)


@pytest.mark.parametrize(
    ("year", "last"), [(2023, 28), (2024, 29)], ids=["common year", "leap year"]
)
def test_february_ends_on_its_last_day(year, last):
    assert last_day(dt.date(year, 2, 3), "month") == dt.date(year, 2, last)


@pytest.mark.parametrize(
    ("language", "precision", "written"),
    [
        ("en", "day", "17 August 2016"),
        ("kk", "day", "2016\u202fж. 17 тамыз"),
        ("ru", "day", "17 августа 2016\u202fг."),
        ("et", "day", "17. august 2016"),
        ("en", "month", "August 2016"),
        ("kk", "month", "2016\u202fж. тамыз"),
        ("ru", "month", "август 2016\u202fг."),
        ("et", "month", "august 2016"),
        ("en", "year", "2016"),
        ("kk", "year", "2016"),
        ("ru", "year", "2016"),
        ("et", "year", "2016"),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(language, precision, written):
    with override(language):
        assert format_partial(AUGUST_17, precision) == written


def test_a_date_not_known_is_said_to_be_so_and_one_not_given_is_empty():
    assert format_partial(None, "unknown") == "date not known"
    assert format_partial(None) == ""
    assert format_range(None, None, "unknown") == "date not known"
    assert format_range(None, None) == ""


@pytest.mark.parametrize(
    ("language", "start", "end", "precision", "written"),
    [
        pytest.param("en", (2030, 5, 1), None, "day", "1 May 2030", id="one day"),
        pytest.param("en", (2030, 5, 1), (2030, 5, 1), "day", "1 May 2030", id="the same day"),
        pytest.param("en", (2030, 5, 1), (2030, 5, 31), "month", "May 2030", id="one month"),
        pytest.param("en", (2030, 1, 1), (2030, 12, 31), "year", "2030", id="one year"),
        pytest.param("en", (2030, 5, 1), (2030, 5, 3), "day", "1–3 May 2030", id="days"),
        pytest.param(
            "en", (2030, 5, 1), (2030, 6, 30), "month", "May\u2009–\u2009June 2030", id="months"
        ),
        pytest.param("en", (2030, 1, 1), (2031, 12, 31), "year", "2030–2031", id="years"),
        pytest.param("kk", (2030, 5, 1), (2030, 5, 3), "day", "2030\u202fж. 1–3 мам.", id="Kazakh"),
        pytest.param("ru", (2030, 5, 1), (2030, 5, 3), "day", "1–3 мая 2030\u202fг.", id="Russian"),
        pytest.param("et", (2030, 5, 1), (2030, 5, 3), "day", "1.–3. mai 2030", id="Estonian"),
    ],
)
def test_a_span_is_written_without_repetition(language, start, end, precision, written):
    with override(language):
        said = format_range(dt.date(*start), dt.date(*end) if end else None, precision)

    assert said == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Wednesday, 17 August 2016"),
        ("kk", "2016\u202fж. 17 тамыз, сәрсенбі"),
        ("ru", "среда, 17 августа 2016\u202fг."),
        ("et", "kolmapäev, 17. august 2016"),
    ],
)
def test_a_day_of_a_programme_has_its_weekday(language, written):
    with override(language):
        assert format_day(AUGUST_17) == written
