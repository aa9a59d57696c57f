from dataclasses import dataclass

from forum.programme.days import by_day
from tests.factories import MAY_1, MAY_2


@dataclass
class Planned:
    pk: int
    day: object = MAY_1
    parent_id: int | None = None


def tree(items):
    return {item.session.pk: tree(item.items) for item in items}


def test_no_sessions_make_no_days():
    assert by_day([]) == []


def test_items_stand_under_their_day_in_the_order_given():
    days = by_day([Planned(2), Planned(1), Planned(3, day=MAY_2), Planned(4, day=None)])

    assert [day.date for day in days] == [MAY_1, MAY_2, None]
    assert [tree(day.items) for day in days] == [{2: {}, 1: {}}, {3: {}}, {4: {}}]


def test_items_stand_under_their_item_also_when_they_come_before_it():
    days = by_day([Planned(3, parent_id=2), Planned(2, parent_id=1), Planned(1)])

    assert [tree(day.items) for day in days] == [{1: {2: {3: {}}}}]


def test_a_part_on_another_day_stays_with_what_it_is_a_part_of():
    days = by_day([Planned(1), Planned(2, parent_id=1, day=None), Planned(3, day=MAY_2)])

    assert [tree(day.items) for day in days] == [{1: {2: {}}}, {3: {}}]


def test_what_stands_under_an_absent_item_is_left_out_with_it():
    days = by_day([Planned(1), Planned(3, parent_id=2), Planned(4, parent_id=3)])

    assert [tree(day.items) for day in days] == [{1: {}}]
