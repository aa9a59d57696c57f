from itertools import pairwise

import pytest

from forum.records.years import spans, ticks


@pytest.mark.parametrize(
    ("years", "written"),
    [
        ([], []),
        ([2024], ["2024"]),
        ([2021, 2024], ["2021", "2022", "2023", "2024"]),
        ([1970, 1975, 2004], ["1970–1974", *(f"{y}–{y + 4}" for y in range(1975, 2005, 5))]),
        ([1836, 2024], [f"{y}–{y + 9}" for y in range(1830, 2030, 10)]),
        ([1, 9999], [f"{y}–{y + 499}" for y in range(0, 10000, 500)]),
    ],
)
def test_spans_cover_the_years_without_a_gap(years, written):
    assert [str(span) for span in spans(years, 20)] == written


@pytest.mark.parametrize("last", [1, 5, 20, 21, 99, 100, 1000, 9999])
@pytest.mark.parametrize("first", [1, 2, 7, 1970])
def test_there_are_few_enough_spans_and_each_year_is_in_one(first, last):
    years = sorted({first, last})
    found = spans(years, 20)

    assert len(found) <= 20
    assert all(sum(year in span for span in found) == 1 for year in years)
    assert all(one.last + 1 == other.first for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (2026, 2026, [2026]),
        (2020, 2023, [2020, 2021, 2022, 2023]),
        (1998, 2027, [1997, 2002, 2007, 2012, 2017, 2022, 2027]),
        (3, 2027, [1, 27, 527, 1027, 1527, 2027]),
    ],
)
def test_ticks_lead_from_the_first_to_the_last_at_even_distances(first, last, years):
    assert ticks(first, last, 20) == years
