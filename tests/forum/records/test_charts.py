import datetime as dt

import pytest

from forum.records import charts


def test_columns_stand_on_the_base_and_the_highest_fills_the_room():
    chart = charts.stacked_columns([("2024", {"a": 1, "b": 3}), ("2025", {"a": 2})], ["a", "b"])

    first, second = chart.columns
    assert [(block.kind, block.count) for block in first.blocks] == [("a", 1), ("b", 3)]
    assert first.blocks[0].y + first.blocks[0].height == chart.base
    assert first.blocks[1].y + first.blocks[1].height == first.blocks[0].y
    assert first.top == 24
    assert (second.total, second.blocks[0].height) == (2, first.blocks[0].height * 2)


def test_only_kinds_that_occur_are_in_the_legend():
    assert charts.stacked_columns([("2024", {"b": 1})], ["a", "b"]).kinds == ["b"]


def test_no_numbers_draw_nothing():
    assert charts.stacked_columns([], ["a"]).columns == []
    assert charts.bars([]) == []
    assert charts.network([], [], {}).ties == []
    assert charts.world_map([]).places == []


def test_bars_are_as_long_as_their_numbers():
    bars = charts.bars([("One", 4, "/1/"), ("Other", 1, "/2/")])

    assert [(bar.label, bar.width) for bar in bars] == [("One", 200), ("Other", 50)]


def test_a_day_stands_where_it_belongs_and_never_beyond_the_line():
    line = charts.TimeLine(dt.date(2020, 1, 1), dt.date(2030, 1, 1), width=1000, margin=0)

    assert line.x(dt.date(2020, 1, 1)) == 0
    assert line.x(dt.date(2025, 1, 1)) == pytest.approx(500, abs=1)
    assert line.x(dt.date(1990, 1, 1)) == 0
    assert line.x(dt.date(2050, 1, 1)) == 1000


@pytest.mark.parametrize(("years", "most"), [(3, 3), (10, 8), (200, 8)])
def test_a_line_has_few_enough_years_written_under_it(years, most):
    line = charts.TimeLine(dt.date(1900, 6, 1), dt.date(1900 + years, 6, 1))

    assert 1 <= len(line.years()) <= most


def test_a_line_ends_where_the_calendar_does():
    line = charts.TimeLine.around([dt.date.min, dt.date.max], before=400, after=400)

    assert (line.first, line.last) == (dt.date.min, dt.date.max)


def test_ties_join_the_two_sides_and_are_thicker_for_more():
    network = charts.network([(1, "A")], [(2, "B"), (3, "C")], {(1, 2): 1, (1, 3): 3, (1, 9): 5})

    assert [node.label for node in network.left + network.right] == ["A", "B", "C"]
    assert [tie.width for tie in network.ties] == [1.5, 4.5]


def test_a_map_shows_the_countries_and_what_is_around_them():
    drawn = charts.world_map([("EE", 1), ("KZ", 4), ("XX", 9)])

    assert [place.code for place in drawn.places] == ["EE", "KZ"]
    x, y, width, height = drawn.view
    for place in drawn.places:
        assert x < place.x < x + width
        assert y < place.y < y + height
    estonia, kazakhstan = drawn.places
    assert estonia.radius < kazakhstan.radius
    assert kazakhstan.path.startswith("M")


def test_a_country_too_small_for_an_outline_is_a_dot():
    (place,) = charts.world_map([("SG", 1)]).places

    assert place.path == ""
    assert place.x > 1000
