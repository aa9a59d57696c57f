import datetime as dt

import pytest
from django.db.models import DateField, F, Value
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.life.months import AddMonths, add_months
from agreements.models import Agreement
from tests.factories import MAY_1, make_agreement


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
@pytest.mark.django_db
def test_months_are_added_alike_in_python_and_in_the_database(date, months, expected):
    make_agreement(in_force_on=date, term_months=months or None)
    months_given = F("term_months") if months else Value(0)

    in_database = Agreement.objects.annotate(end=AddMonths("in_force_on", months_given)).get().end

    assert add_months(date, months) == expected
    assert in_database == expected


@pytest.mark.django_db
def test_many_dates_give_the_same_in_the_database():
    start = dt.date(2027, 12, 27)
    terms = [1, 2, 3, 6, 11, 12, 13, 24, 47, 48, 600, 1200]
    dates = [start + dt.timedelta(days=day) for day in range(0, 450, 3)]
    Agreement.objects.bulk_create(
        Agreement(title_en="A", slug=f"a{day}-{term}", in_force_on=date, term_months=term)
        for day, date in enumerate(dates)
        for term in terms
    )

    rows = Agreement.objects.annotate(end=AddMonths("in_force_on", "term_months"))

    wrong = [
        row
        for row in rows.values_list("in_force_on", "term_months", "end")
        if row[2] != add_months(*row[:2])
    ]
    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [{"in_force_on": MAY_1}, {"term_months": 12}, {}],
    ids=["no months", "no date", "neither"],
)
def test_nothing_added_to_nothing_is_nothing(fields):
    make_agreement(**fields)

    end = Agreement.objects.annotate(end=AddMonths("in_force_on", "term_months")).get().end

    assert end is None


@pytest.mark.django_db
def test_the_database_compares_and_sorts_the_sum_as_a_date():
    early = make_agreement(in_force_on=MAY_1, term_months=1)
    late = make_agreement(in_force_on=MAY_1, term_months=24)
    agreements = Agreement.objects.annotate(end=AddMonths("in_force_on", "term_months"))

    assert list(agreements.order_by("-end")) == [late, early]
    assert agreements.get(end__gt=dt.date(2030, 6, 1)) == late
    assert agreements.get(end=Value(dt.date(2030, 6, 1), output_field=DateField())) == early


@settings(derandomize=True, database=None)
@given(date=st.dates(), months=st.integers(0, 2400))
def test_the_sum_lies_in_the_month_it_should(date, months):
    end = add_months(date, months)

    assert end == dt.date.max or (end.year - date.year) * 12 + end.month - date.month == months
    assert end == dt.date.max or end.day in (date.day, 28, 29, 30)
    assert end >= date
