"""What a view hands to its template."""

import pytest

from forum.records.pages import Some, some_of, together


def never():
    raise AssertionError("Nobody asked for that.")


@pytest.mark.parametrize("rows", [[], [1], [1, 2]])
def test_few_rows_are_all_there_are_and_nobody_counts_them(rows):
    some = some_of(rows, 2, never)

    assert (some.rows, some.is_more, some.total) == (rows, False, len(rows))
    assert bool(some) == bool(rows)


def test_of_many_rows_the_first_are_shown_and_all_are_counted():
    some = some_of([1, 2, 3], 2, lambda: [70])

    assert (some.rows, some.is_more, some.total) == ([1, 2], True, 70)


def test_several_under_one_heading_are_told_together():
    some, none = Some([1, 2], is_more=True, total=70), Some([], is_more=False, total=0)

    assert together(none, some, Some([3], is_more=False, total=1)) == Some([1, 2, 3], True, 71)
    assert not together(none, none)


def test_rows_are_told_as_a_page_has_them():
    some = Some([1, 2], is_more=True, total=70)

    assert some.told(lambda rows: [-row for row in rows]) == Some([-1, -2], True, 70)
