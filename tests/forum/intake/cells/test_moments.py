import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.intake.cells import dates, time_range


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025", [("2025-01-01", "2025-12-31", "year")]),
        ("November 2025", [("2025-11-01", "2025-11-30", "month")]),
        ("18–20.11.2025", [("2025-11-18", "2025-11-20", "day")]),
        ("18.11.2025", [("2025-11-18", "2025-11-18", "day")]),
        ("18-20 November 2025", [("2025-11-18", "2025-11-20", "day")]),
        ("18.–20. november 2025", [("2025-11-18", "2025-11-20", "day")]),
        ("с 18 по 20 ноября 2025 г.", [("2025-11-18", "2025-11-20", "day")]),
        ("November 18–20, 2025", [("2025-11-18", "2025-11-20", "day")]),
        ("2025 ж. 18–20 қараша", [("2025-11-18", "2025-11-20", "day")]),
        ("30.11–02.12.2025", [("2025-11-30", "2025-12-02", "day")]),
        ("30 November – 2 December 2025", [("2025-11-30", "2025-12-02", "day")]),
        (
            "18.11.2025; 20.11.2025",
            [("2025-11-18", "2025-11-18", "day"), ("2025-11-20", "2025-11-20", "day")],
        ),
        (
            "18.11.2025, 20.11.2025",
            [("2025-11-18", "2025-11-18", "day"), ("2025-11-20", "2025-11-20", "day")],
        ),
        (
            "18 and 20 November 2025",
            [("2025-11-18", "2025-11-18", "day"), ("2025-11-20", "2025-11-20", "day")],
        ),
        ("18.11.2025 - 20.11.2025", [("2025-11-18", "2025-11-20", "day")]),
        ("2025-11-18 – 2025-11-20", [("2025-11-18", "2025-11-20", "day")]),
        ("November – December 2025", [("2025-11-01", "2025-12-31", "month")]),
        ("2023–2024", [("2023-01-01", "2024-12-31", "year")]),
        ("2025-11", [("2025-11-01", "2025-11-30", "month")]),
        (
            "18.11.2025 и 20.11.2025",
            [("2025-11-18", "2025-11-18", "day"), ("2025-11-20", "2025-11-20", "day")],
        ),
        ("18/11/2025 to 20/11/2025", [("2025-11-18", "2025-11-20", "day")]),
        ("from 18 to 20 November 2025", [("2025-11-18", "2025-11-20", "day")]),
        (
            "18.11.2025\n20.11.2025",
            [("2025-11-18", "2025-11-18", "day"), ("2025-11-20", "2025-11-20", "day")],
        ),
        (
            "18., 20. november 2025",
            [("2025-11-18", "2025-11-18", "day"), ("2025-11-20", "2025-11-20", "day")],
        ),
    ],
)
def test_days_and_spans_of_days_are_read(cell, expected):
    found = [(each.first, each.last, each.precision) for each in dates(cell)]
    assert [(str(first), str(last), precision) for first, last, precision in found] == expected


@pytest.mark.parametrize("cell", ["soon", "20–18.11.2025", "", "1" * 501])
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError is the answer
        dates(cell)


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("09:00–10:30", "09:00", "10:30"),
        ("9.00-10.30", "09:00", "10:30"),
        ("с 9:00 до 10:30", "09:00", "10:30"),
        ("9:00", "09:00", None),
        ("10h", "10:00", None),
        ("10h00-11h30", "10:00", "11:30"),
        ("9h30", "09:30", None),
        ("9–10:30", "09:00", "10:30"),
        ("9:00 am – 10:30 am", "09:00", "10:30"),
        ("9 am", "09:00", None),
        ("12 pm", "12:00", None),
        ("11:00–1:00 pm", "11:00", "13:00"),
        ("from 9:00 to 10:30", "09:00", "10:30"),
        ("kell 9.00", "09:00", None),
        ("kell 9.00–10.30", "09:00", "10:30"),
        ("kella 9.00-st 10.30-ni", "09:00", "10:30"),
        ("9:00-ден 10:30-ға дейін", "09:00", "10:30"),
        ("сағат 9:00", "09:00", None),
        ("10:00 - 10:40", "10:00", "10:40"),
        ("10:00-", "10:00", None),
        ("23:00–01:00", "23:00", "01:00"),
        ("09:00:00", "09:00", None),
        ("09:00:00 – 10:00:00", "09:00", "10:00"),
        ("10 ч. – 11 ч.", "10:00", "11:00"),
        ("10:00 10:40", "10:00", "10:40"),
    ],
)
def test_times_are_read(cell, start, end):
    times = [dt.time.fromisoformat(start), end and dt.time.fromisoformat(end)]
    assert list(time_range(cell)) == times


@pytest.mark.parametrize("cell", ["9-10", "25:00", "morning", "9", "0900", "13 pm"])
def test_what_is_no_time_is_refused(cell):
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError is the answer
        time_range(cell)


@given(st.text(alphabet="0123456789:.–- ampчh", max_size=20))
def test_any_text_is_a_time_or_refused(cell):
    for read in (time_range, dates):
        try:
            read(cell)
        except ValueError:
            continue
