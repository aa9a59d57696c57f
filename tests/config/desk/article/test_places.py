"""Days, as they are written in the four languages."""

import datetime as dt

import pytest

from config.desk.article.reading.marks import State, What
from config.desk.article.reading.places import dates, span_of
from tests.config.desk.article.known import marks


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 17 November 2025 in", "2025-11-17"),
        ("on November 17, 2025, in", "2025-11-17"),
        ("on the 17th of November 2025", "2025-11-17"),
        ("on 17–19 November 2025", "2025-11-17/2025-11-19"),
        ("in November 2025", "2025-11"),
        ("on 2025-11-17", "2025-11-17"),
        ("17 ноября 2025 года в", "2025-11-17"),
        ("с 17 по 19 ноября 2025 г.", "2025-11-17/2025-11-19"),
        ("в ноябре 2025 года", "2025-11"),
        ("2025 жылғы 17 қарашада", "2025-11-17"),
        ("2025 жылғы 17–19 қараша", "2025-11-17/2025-11-19"),
        ("17. novembril 2025. aastal", "2025-11-17"),
        ("17.–19. novembrini 2025", "2025-11-17/2025-11-19"),
        ("17.11.2025", "2025-11-17"),
    ],
)
def test_a_day_is_read_as_it_is_written(text, value):
    (mark,) = marks(text, What.DATE)

    assert (mark.value, mark.state) == (value, State.KNOWN)


@pytest.mark.parametrize(
    "text", ["17 November", "room 17", "in May", "31 February 2025", "1,500 people", "117.11.20255"]
)
def test_what_is_no_whole_date_is_none(text):
    assert list(dates(text, None)) == []


def test_a_day_without_a_year_is_doubtful_in_the_year_of_the_publication():
    (mark,) = dates("17 November", 2025)

    assert (mark.value, mark.state) == ("2025-11-17", State.DOUBTFUL)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-11-17", (dt.date(2025, 11, 17), None, "day")),
        ("2025-11-17/2025-11-19", (dt.date(2025, 11, 17), dt.date(2025, 11, 19), "day")),
        ("2025-11", (dt.date(2025, 11, 1), None, "month")),
    ],
)
def test_a_value_says_how_exactly_a_day_is_known(value, expected):
    assert span_of(value) == expected
