import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegations.protocol.seating import across, outwards, round_table, rows


@pytest.mark.parametrize(
    ("people", "seated"),
    [("", ""), ("1", "1"), ("12", "12"), ("123", "312"), ("1234", "3124"), ("12345", "53124")],
)
def test_the_second_sits_at_the_right_of_the_first_the_third_at_the_left(people, seated):
    assert "".join(outwards(people)) == seated


@pytest.mark.parametrize(
    ("guests", "hosts", "table"),
    [
        ("ABC", "123", ["C2", "A1", "B3"]),
        ("AB", "12", [" 2", "A1", "B "]),
        ("ABCDE", "1", ["E ", "C ", "A1", "B ", "D "]),
        ("A", "12345", [" 4", " 2", "A1", " 3", " 5"]),
        ("AB", "", ["A ", "B "]),
        ("", "", []),
    ],
    ids=["equal", "even", "a lonely host", "a lonely guest", "no hosts", "nobody"],
)
def test_the_heads_of_two_sides_sit_opposite_each_other(guests, hosts, table):
    found = [f"{left or ' '}{right or ' '}" for left, right in across(guests, hosts)]

    assert found == table


@pytest.mark.parametrize(
    ("people", "seated"), [("", ""), ("1", "1"), ("12", "12"), ("1234", "1342"), ("12345", "13542")]
)
def test_at_a_round_table_the_second_sits_at_the_right_of_the_first(people, seated):
    assert "".join(round_table(people)) == seated


@pytest.mark.parametrize(
    ("people", "width", "found"),
    [
        ("12345678", 5, ["53124", " 867 "]),
        ("12345", 4, ["3124", " 5  "]),
        ("12", 1, ["1", "2"]),
        ("", 3, []),
    ],
    ids=["odd", "even", "in single file", "nobody"],
)
def test_rows_are_filled_from_the_middle_and_from_the_front(people, width, found):
    assert ["".join(each or " " for each in row) for row in rows(people, width)] == found


def test_a_row_without_places_is_none():
    with pytest.raises(ValueError, match="at least one place"):
        rows("1", 0)


PEOPLE = st.integers(0, 60).map(lambda number: list(range(1, number + 1)))


@given(guests=PEOPLE, hosts=PEOPLE, width=st.integers(1, 20))
def test_everybody_has_a_place_and_only_one(guests, hosts, width):
    table = across(guests, hosts)

    assert sorted(left for left, _right in table if left) == guests
    assert sorted(right for _left, right in table if right) == hosts
    assert sorted(round_table(guests)) == guests
    assert sorted(each for row in rows(guests, width) for each in row if each) == guests
    if guests and hosts:
        assert (1, 1) in table
