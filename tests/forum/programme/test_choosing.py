import datetime as dt
from dataclasses import dataclass

import pytest

from forum.programme.choosing import WHOLE, Choice
from tests.factories import MAY_1, MAY_2, MAY_3


@dataclass
class Planned:
    pk: int
    day: dt.date | None = MAY_1
    parent_id: int | None = None
    kind: str = "address"
    venue_id: int | None = None


SMALL = [
    Planned(1, venue_id=1),
    Planned(2, day=None, parent_id=1, kind="lecture"),
    Planned(3, day=MAY_2, kind="lecture", venue_id=2),
    Planned(4, day=None),
    Planned(6, parent_id=5),
]
LARGE = [Planned(n, day=(MAY_1, MAY_2)[n % 2], venue_id=n % 3 + 1) for n in range(1, WHOLE + 2)]


def chosen(outline, on=MAY_3, **given):
    return Choice(given, outline, on, lambda words: {2})


def days(choice):
    return [(tab.name, tab.count, tab.is_chosen) for tab in choice.tabs]


def test_a_small_programme_stands_whole_with_the_way_to_each_of_its_days():
    choice = chosen(SMALL)

    # What stands under an item that is not there is left out with it; a part is on its day.
    assert choice.keys == [1, 2, 3, 4]
    assert days(choice) == [("2030-05-01", 2, False), ("2030-05-02", 1, False), ("none", 1, False)]
    assert [tab.url for tab in choice.tabs][-1] == "#day-none"


@pytest.mark.parametrize(
    ("day", "keys"), [("2030-05-02", [3]), ("none", [4]), ("2030-05-03", [1, 2, 3, 4])]
)
def test_a_day_is_shown_alone_if_there_is_such_a_day(day, keys):
    assert chosen(SMALL, day=day).keys == keys


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({"room": "2"}, [3]),
        ({"room": "1"}, [1, 2]),
        ({"room": "7"}, [1, 2, 3, 4]),
        ({"kind": "lecture"}, [1, 2, 3]),
        ({"kind": "lecture", "room": "1"}, []),
        ({"q": "word"}, [1, 2]),
    ],
    ids=str,
)
def test_what_is_chosen_comes_with_what_it_is_a_part_of_and_its_parts(given, keys):
    assert chosen(SMALL, **given).keys == keys


def test_a_large_programme_is_read_a_day_at_a_time():
    assert days(chosen(LARGE)) == [("2030-05-01", 50, True), ("2030-05-02", 51, False)]
    assert days(chosen(LARGE, on=MAY_2)) == [("2030-05-01", 50, False), ("2030-05-02", 51, True)]


def test_what_is_left_of_a_large_programme_can_be_read_whole():
    whole = chosen(LARGE, room="1", zone="UTC")
    one_day = chosen(LARGE, room="1", day="2030-05-02", zone="UTC")

    assert len(whole.keys) == 33
    assert not whole.has_all
    assert one_day.has_all
    assert one_day.url_of_all == "?room=1&zone=UTC"
    assert one_day.tabs[0].url == "?day=2030-05-01&room=1&zone=UTC"
