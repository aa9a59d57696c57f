import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.programme.days import Item, now_and_next
from forum.programme.timetable import timetable


@dataclass(eq=False)
class Planned:
    name: str
    begins: dt.datetime | None
    finishes: dt.datetime | None = None
    venue: str | None = None


def at(clock):
    return dt.datetime.fromisoformat(f"2025-05-01T{clock}:00+05:00") if clock else None


def item(name, starts=None, ends=None, venue=None):
    return Item(Planned(name, at(starts), at(ends), venue))


def layout(table):
    """Each row's cells as (names, rows, columns)."""
    return [
        [
            cell and ([i.session.name for i in cell.items], cell.rows, cell.columns)
            for cell in row.cells
        ]
        for row in table.rows
    ]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param([], id="nothing"),
        pytest.param([item("a"), item("b")], id="no times"),
        pytest.param(
            [item("a", "09:00", "10:00", "x"), item("b", "10:00", "11:00", "y")], id="in turn"
        ),
        pytest.param(
            [item("a", "09:00", "10:00", "x"), item("b", "09:30", "11:00", "x")], id="one room"
        ),
    ],
)
def test_a_day_without_parallel_rooms_is_no_table(items):
    assert timetable(items) is None


def test_rooms_stand_side_by_side():
    table = timetable(
        [
            item("open", "09:00", "10:00", "hall"),
            item("long", "10:00", "12:00", "a"),
            item("first", "10:00", "11:00", "b"),
            item("second", "11:00", "12:00", "b"),
            item("lunch", "12:00", "13:00"),
        ]
    )

    assert table.rooms == ["a", "b"]
    assert [row.first.name for row in table.rows] == ["open", "long", "second", "lunch"]
    assert layout(table) == [
        [(["open"], 1, 2)],
        [(["long"], 2, 1), (["first"], 1, 1)],
        [(["second"], 1, 1)],
        [(["lunch"], 1, 2)],
    ]


def test_an_empty_room_is_a_gap_and_untimed_items_stand_apart():
    table = timetable(
        [
            item("a1", "10:00", "11:00", "a"),
            item("b1", "10:00", "11:00", "b"),
            item("b2", "11:00", "12:00", "b"),
            item("a2", "11:30", "12:00", "a"),
            item("some day"),
        ]
    )

    assert layout(table)[1:] == [[None, (["b2"], 2, 1)], [(["a2"], 1, 1)]]
    assert [each.session.name for each in table.untimed] == ["some day"]


def test_items_that_meet_in_a_room_share_its_cell():
    table = timetable(
        [
            item("a1", "10:00", "12:00", "a"),
            item("a2", "11:00", "12:00", "a"),
            item("b", "10:00", "12:00", "b"),
        ]
    )

    assert layout(table) == [[(["a1", "a2"], 2, 1), (["b"], 2, 1)], []]


def test_what_meets_a_parallel_item_in_its_room_stays_in_that_room():
    table = timetable(
        [
            item("a1", "09:00", "10:00", "a"),
            item("a2", "09:30", "11:00", "a"),
            item("b", "10:15", "11:00", "b"),
        ]
    )

    assert layout(table) == [[(["a1", "a2"], 3, 1), None], [None], [(["b"], 1, 1)]]


def test_an_item_without_length_takes_one_row():
    table = timetable(
        [
            item("a", "10:00", "11:00", "a"),
            item("b", "10:00", "11:00", "b"),
            item("Family photo", "12:00", "12:00"),
        ]
    )

    assert layout(table) == [[(["a"], 1, 1), (["b"], 1, 1)], [(["Family photo"], 1, 2)]]


CLOCKS = st.integers(0, 12).map(lambda n: f"{9 + n // 4:02}:{n % 4 * 15:02}")
ITEMS = st.builds(
    item, st.text(), st.none() | CLOCKS, st.none() | CLOCKS, st.sampled_from(["a", "b", "c", None])
)


@given(st.lists(ITEMS, max_size=8))
def test_any_items_fill_each_place_of_their_table_once(items):
    table = timetable(items)

    if table is not None:
        cells = [cell for row in table.rows for cell in row.cells]
        covered = sum(cell.rows * cell.columns if cell else 1 for cell in cells)
        drawn = [id(one) for cell in cells if cell for one in cell.items]
        assert covered == len(table.rows) * len(table.rooms)
        assert sorted(drawn + [id(one) for one in table.untimed]) == sorted(map(id, items))


def test_now_and_next():
    sessions = [
        each.session
        for each in (
            item("a", "09:00", "10:00"),
            item("b", "10:30"),
            item("c", "10:30"),
            item("d", "12:00"),
        )
    ]

    def names(clock):
        return [[session.name for session in found] for found in now_and_next(sessions, at(clock))]

    assert names("08:59") == [[], []]
    assert names("09:00") == [["a"], ["b", "c"]]
    assert names("10:00") == [[], ["b", "c"]]
    assert names("11:00") == [[], ["d"]]
    assert names("13:00") == [[], []]
