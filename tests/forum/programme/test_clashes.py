"""What is taken twice at a time: by tables of values, and for any intervals there are."""

import datetime as dt
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum.programme.clashes import EVER, FOREVER, Taken, clashes

WARSAW, ALMATY = ZoneInfo("Europe/Warsaw"), ZoneInfo("Asia/Almaty")


def at(text: str, zone=ALMATY, fold=0) -> dt.datetime:
    """A moment by the clock on the wall: 18 May 2030 unless it names a day."""
    day, _blank, clock = text.rpartition(" ")
    return dt.datetime.fromisoformat(f"{day or '2030-05-18'} {clock}").replace(
        tzinfo=zone, fold=fold
    )


def taken(begins, ends=None, *, what="a", who="Ana", zone=ALMATY, **more) -> Taken:
    return Taken(who, what, at(begins, zone), ends and at(ends, zone), **more)


def pairs(*intervals: Taken) -> list[tuple]:
    return [(clash.who, clash.one.what, clash.other.what) for clash in clashes(intervals)]


ONE, NEXT_DAY = ("10:00", "11:00"), "2030-05-19 "


@pytest.mark.parametrize(
    ("other", "is_clash"),
    [
        pytest.param(("10:30", "12:00"), True, id="begins before the end"),
        pytest.param(("09:00", "12:00"), True, id="around it"),
        pytest.param(("10:15", "10:45"), True, id="inside it"),
        pytest.param(ONE, True, id="the same time"),
        pytest.param(("11:00", "12:00"), False, id="touches its end"),
        pytest.param(("09:00", "10:00"), False, id="touches its beginning"),
        pytest.param(("11:01", "12:00"), False, id="after it"),
        pytest.param((NEXT_DAY + "10:00", NEXT_DAY + "11:00"), False, id="the day after"),
        pytest.param(("10:30", None), True, id="end not known, while it goes on"),
        pytest.param(("10:00", None), True, id="end not known, with it"),
        pytest.param(("11:00", None), False, id="end not known, at its end"),
        pytest.param(("09:00", None), False, id="end not known, before it"),
        pytest.param(("10:30", "10:30"), True, id="no length, while it goes on"),
    ],
)
def test_two_things_clash_if_they_overlap(other, is_clash):
    assert pairs(taken(*ONE, what="a"), taken(*other, what="b")) in (
        [[("Ana", "a", "b")], [("Ana", "b", "a")]] if is_clash else [[]]
    )


def test_two_whose_ends_are_not_known_clash_only_at_one_moment():
    assert pairs(taken("10:00", what="a"), taken("10:00", what="b")) == [("Ana", "a", "b")]
    assert pairs(taken("10:00", what="a"), taken("10:05", what="b")) == []


def test_what_goes_on_after_midnight_clashes_with_what_begins_then():
    gala = taken("22:00", NEXT_DAY + "02:00", what="gala")
    flight = taken(NEXT_DAY + "01:30", NEXT_DAY + "05:00", what="flight")
    breakfast = taken(NEXT_DAY + "08:00", NEXT_DAY + "09:00", what="breakfast")

    assert pairs(breakfast, flight, gala) == [("Ana", "gala", "flight")]


@pytest.mark.parametrize(
    ("warsaw", "is_clash"),
    [(("06:30", "07:30"), True), (("07:00", "08:00"), False), (("10:00", "11:00"), False)],
)
def test_clocks_of_two_zones_tell_of_the_same_moments(warsaw, is_clash):
    """In May it is 06:00 in Warsaw when it is 09:00 in Almaty."""
    here = taken("09:00", "10:00", what="here", zone=ALMATY)
    there = taken(*warsaw, what="there", zone=WARSAW)

    assert bool(pairs(here, there)) is is_clash


def test_between_two_clocks_that_show_the_same_there_is_an_hour_when_they_are_put_back():
    """On 27 October 2030 it is 02:30 in Warsaw twice."""
    first = Taken("Ana", "a", at("2030-10-27 02:10", WARSAW), at("2030-10-27 02:40", WARSAW))
    again = Taken(
        "Ana",
        "b",
        at("2030-10-27 02:20", WARSAW, fold=1),
        at("2030-10-27 02:50", WARSAW, fold=1),
    )
    long = taken("2030-10-27 02:30", "2030-10-27 03:10", what="c", zone=WARSAW)

    assert pairs(first, again) == []
    assert pairs(long, again) == [("Ana", "c", "b")]


def test_what_stands_an_hour_apart_may_touch_when_clocks_are_put_forward():
    """On 31 March 2030 the clocks of Warsaw go from 02:00 to 03:00."""
    day = "2030-03-31 "
    before = taken(day + "01:00", day + "02:00", what="a", zone=WARSAW)
    after = taken(day + "03:00", day + "04:00", what="b", zone=WARSAW)
    over = taken(day + "01:30", day + "03:30", what="c", zone=WARSAW)
    in_utc = Taken("Ana", "d", at(day + "01:00", dt.UTC), at(day + "01:15", dt.UTC))

    assert pairs(before, after) == []
    assert pairs(after, in_utc) == [("Ana", "d", "b")]
    assert over.until - over.since == dt.timedelta(hours=1)


def test_an_end_in_an_hour_that_there_is_not_is_never_before_the_beginning():
    day = "2030-03-31 "
    odd = taken(day + "02:45", day + "03:15", zone=WARSAW)

    assert odd.until == odd.since


def test_a_part_does_not_clash_with_its_wholes_but_with_its_neighbour():
    panel = taken("10:00", "12:00", what="panel")
    first = taken("10:00", "11:00", what="first", parts_of=frozenset({"panel", "morning"}))
    second = taken("10:30", "11:30", what="second", parts_of=frozenset({"panel", "morning"}))
    morning = taken("09:00", "13:00", what="morning")

    assert pairs(panel, first, taken("09:00", "13:00", what="morning")) == [
        ("Ana", "morning", "panel")
    ]
    assert pairs(first, second, morning) == [("Ana", "first", "second")]


def test_who_has_two_parts_in_one_thing_is_in_one_place():
    assert pairs(taken(*ONE, what="panel"), taken(*ONE, what="panel")) == []


def test_what_is_said_twice_of_somebody_clashes_once():
    chair, speaker = taken(*ONE, what="panel"), taken(*ONE, what="panel")

    assert len(clashes([chair, speaker, taken(*ONE, what="talk")])) == 1


def test_others_at_the_same_time_do_not_clash():
    assert pairs(taken(*ONE, what="a"), taken(*ONE, what="b", who="Juhan")) == []


@pytest.mark.parametrize(
    ("changed", "is_clash"),
    [
        ({}, False),
        ({"programme": "visit"}, True),
        ({"place": "Room 2"}, True),
        ({"place": None}, True),
        ({"ends": at("11:30")}, True),
    ],
    ids=["joint", "one programme", "elsewhere", "nowhere", "another time"],
)
def test_what_two_programmes_tell_of_one_room_and_time_is_one_thing(changed, is_clash):
    one = taken(*ONE, what="a", programme="visit", place="Room 1")
    other = {"programme": "forum", "place": "Room 1", "ends": at("11:00")} | changed

    found = clashes([one, Taken("Ana", "b", at("10:00"), **other)])

    assert bool(found) is is_clash


def test_who_cannot_come_at_all_clashes_with_everything():
    assert pairs(Taken("Ana", "away", EVER, FOREVER), taken(*ONE)) == [("Ana", "away", "a")]
    assert pairs(Taken("Ana", "away", EVER, at("10:00")), taken(*ONE)) == []


def test_the_last_day_that_there_is_can_be_taken():
    last = dt.datetime(9999, 12, 31, 23, tzinfo=dt.timezone(-dt.timedelta(hours=5)))

    assert pairs(Taken("Ana", "a", last), Taken("Ana", "b", last)) == [("Ana", "a", "b")]


# A busy machine is no reason to fail.
any_time = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
MOMENTS = st.datetimes(
    dt.datetime(2030, 10, 26, 12),  # noqa: DTZ001 - hypothesis adds the zone
    dt.datetime(2030, 10, 27, 12),  # noqa: DTZ001
    timezones=st.sampled_from([dt.UTC, WARSAW, ALMATY]),
)
LENGTHS = st.none() | st.timedeltas(dt.timedelta(), dt.timedelta(hours=9))


@st.composite
def some_taken(draw) -> Taken:
    begins, length = draw(MOMENTS), draw(LENGTHS)
    ends = None if length is None else (begins.astimezone(dt.UTC) + length)
    return Taken(draw(st.sampled_from("AB")), draw(st.integers(0, 9)), begins, ends)


def found(intervals) -> set:
    return {
        (clash.who, frozenset((clash.one.what, clash.other.what))) for clash in clashes(intervals)
    }


@any_time
@given(st.lists(some_taken(), max_size=4))
def test_what_clashes_does_not_depend_on_the_order_in_which_it_is_told(intervals):
    assert len({frozenset(found(each)) for each in permutations(intervals)}) == 1


@any_time
@given(st.lists(some_taken(), max_size=8))
def test_what_clashes_is_what_overlaps_in_utc(intervals):
    def overlap(one: Taken, other: Taken) -> bool:
        return one.since == other.since or (one.since < other.until and other.since < one.until)

    assert found(intervals) == {
        (one.who, frozenset((one.what, other.what)))
        for one in intervals
        for other in intervals
        if one.who == other.who and one.what != other.what and overlap(one, other)
    }


@any_time
@given(MOMENTS, st.timedeltas(dt.timedelta(minutes=1), dt.timedelta(hours=9)), LENGTHS)
def test_what_begins_where_another_ends_never_clashes(begins, length, then):
    middle = begins.astimezone(dt.UTC) + length
    ends = None if then is None else middle + then

    assert clashes([Taken("A", 1, begins, middle), Taken("A", 2, middle, ends)]) == []
