import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.life.months import Grid, add_months


@pytest.mark.parametrize(
    ("date", "months", "expected"),
    [
        (dt.date(2030, 5, 1), 12, dt.date(2031, 5, 1)),
        (dt.date(2032, 2, 29), 12, dt.date(2033, 2, 28)),
        (dt.date(2032, 2, 29), 48, dt.date(2036, 2, 29)),
        (dt.date(2033, 2, 28), 36, dt.date(2036, 2, 28)),
        (dt.date(2096, 2, 29), 48, dt.date(2100, 2, 28)),
        (dt.date(2031, 1, 31), 1, dt.date(2031, 2, 28)),
        (dt.date(2032, 1, 31), 1, dt.date(2032, 2, 29)),
        (dt.date(2031, 1, 31), 3, dt.date(2031, 4, 30)),
        (dt.date(2031, 12, 31), 2, dt.date(2032, 2, 29)),
        (dt.date(2031, 11, 30), 1, dt.date(2031, 12, 30)),
        (dt.date(2031, 5, 31), 0, dt.date(2031, 5, 31)),
        (dt.date(1, 1, 31), 1, dt.date(1, 2, 28)),
        (dt.date(9999, 11, 30), 1, dt.date(9999, 12, 30)),
        (dt.date(9999, 12, 31), 1, dt.date.max),
        (dt.date(9999, 6, 15), 1200, dt.date.max),
    ],
    ids=[
        "a year",
        "a year from 29 February",
        "four years from 29 February",
        "28 February stays the 28th",
        "no 29 February in 2100",
        "a month from 31 January",
        "a month from 31 January in a leap year",
        "31 January to April",
        "across the turn of the year",
        "into December",
        "no month at all",
        "in the first year",
        "up to the last month",
        "a month beyond the calendar",
        "a century beyond the calendar",
    ],
)
def test_months_are_added(date, months, expected):
    assert add_months(date, months) == expected


@settings(derandomize=True, database=None)
@given(date=st.dates(), months=st.integers(0, 2400))
def test_the_sum_lies_in_the_month_it_should(date, months):
    end = add_months(date, months)

    assert end == dt.date.max or (end.year - date.year) * 12 + end.month - date.month == months
    assert end == dt.date.max or end.day in (date.day, 28, 29, 30)
    assert end >= date


# Days in a row, each counted from the original one.


@pytest.mark.parametrize(
    ("anchor", "months", "days"),
    [
        (dt.date(2024, 8, 31), 6, ["2025-02-28", "2025-08-31", "2026-02-28", "2026-08-31"]),
        (dt.date(2023, 8, 31), 6, ["2024-02-29", "2024-08-31", "2025-02-28", "2025-08-31"]),
        (dt.date(2024, 2, 29), 12, ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        (dt.date(2025, 1, 31), 1, ["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"]),
    ],
    ids=["31 August", "31 August before a leap year", "29 February", "31 January"],
)
def test_a_short_month_shortens_no_later_term(anchor, months, days):
    grid = Grid(anchor=anchor, first=months, period=months)

    assert [grid.day(number).isoformat() for number in range(4)] == days


def test_of_a_day_known_in_part_the_terms_end_with_whole_months():
    grid = Grid(anchor=dt.date(2025, 2, 28), first=1, period=1, whole=True)

    assert [grid.day(n) for n in (0, 1)] == [dt.date(2025, 3, 31), dt.date(2025, 4, 30)]


def test_without_a_period_there_is_one_day():
    grid = Grid(anchor=dt.date(2025, 1, 31), first=1)

    assert grid.next(dt.date(2099, 1, 1)) == dt.date(2025, 2, 28)


@settings(derandomize=True, database=None)
@given(
    anchor=st.dates(),
    first=st.integers(0, 600),
    period=st.integers(1, 600),
    lead=st.integers(0, 60),
    day=st.dates(),
    whole=st.booleans(),
)
def test_the_next_day_is_the_first_that_is_not_past(anchor, first, period, lead, day, whole):
    grid = Grid(anchor=anchor, first=first, period=period, whole=whole)
    found = grid.next(day, lead)
    days = [grid.day(number) for number in range(20)]

    is_past = [add_months(each, -lead) < day for each in days]
    assert found == dt.date.max or add_months(found, -lead) >= day
    assert found in days or all(is_past)
    assert all(past for each, past in zip(days, is_past, strict=True) if each < found)
