"""The values of a visit: their order, and the facts that are kept of them."""

import datetime as dt
from zoneinfo import ZoneInfo

from delegations.visiting.visit import Kind, Line, Own, Person, Said, Visit, facts_of

MAY_1, MAY_2 = dt.date(2030, 5, 1), dt.date(2030, 5, 2)
NOW = dt.datetime(2030, 4, 1, tzinfo=dt.UTC)
ALMATY = ZoneInfo("Asia/Almaty")


def at(hour, day=MAY_1):
    return dt.datetime.combine(day, dt.time(hour), ALMATY)


def line(number, **fields):
    return Line(kind=Kind.PROGRAMME, number=number, title=f"Item {number}", changed=NOW, **fields)


def visit(*lines, **fields):
    return Visit(event="Forum", when_and_where="1 May 2030", side="Estonia", lines=lines, **fields)


def test_days_stand_in_order_with_what_has_no_time_or_day_last():
    lines = [
        line(1),
        line(2, day=MAY_1),
        line(3, day=MAY_2, begins=at(9, MAY_2)),
        line(4, day=MAY_1, begins=at(14)),
        line(5, day=MAY_1, begins=at(10)),
        line(6, day=MAY_1, within=at(10)),
        line(7, day=MAY_1, begins=at(1, MAY_2), is_after_midnight=True),
    ]

    days = visit(*lines).days

    assert [day.date for day in days] == [MAY_1, MAY_2, None]
    assert [[each.number for each in day.lines] for day in days] == [[5, 6, 4, 2, 7], [3], [1]]


def test_facts_are_texts_by_key():
    meeting = Line(
        kind=Kind.MEETING,
        number=3,
        title="Meeting: Finland",
        changed=NOW,
        day=MAY_1,
        begins=at(10),
        finishes=at(11),
        place="Hall",
        venue="5/",
        state="scheduled",
        state_name="scheduled",
        notes=("Languages: English",),
        own=(Own("member-4", "Yours: Mari"),),
        phone="+7 701",
    )
    member = Person(4, "Mari", "Rector", "Head", "pending", "pending")

    facts = facts_of(visit(meeting, members=(member,), travel=(Said("arrival", "Arrival", "TK"),)))

    assert facts["meeting-3"] == {
        "title": "Meeting: Finland",
        "at": "2030-05-01T10:00",
        "until": "11:00",
        "place": "Hall",
        "venue": "5/",
        "state": "scheduled",
        "state_name": "scheduled",
        "own": "member-4",
        "own_name": "Yours: Mari",
        "more": "Languages: English · +7 701",
    }
    assert meeting.remarks == ("Languages: English", "Yours: Mari")
    assert facts["member-4"] == {"title": "Mari", "state": "pending", "state_name": "pending"}
    assert facts["arrival"] == {"title": "Arrival", "more": "TK"}
    assert facts["event"]["title"] == "Forum"


def test_a_visit_is_empty_until_anything_is_known():
    nothing = (Said("arrival", "Arrival", ""),)

    assert visit(travel=nothing).is_empty
    assert not visit(line(1)).is_empty
    assert not visit(travel=(Said("arrival", "Arrival", "TK 351"),)).is_empty


def test_a_telephone_is_dialled_by_its_digits():
    assert line(1, phone="+7 (701) 111-22-33").dials == "+77011112233"


def test_a_time_is_written_as_far_as_it_is_known():
    assert line(1).time == ""
    assert line(1, begins=at(10)).time == "10:00"
    assert line(1, begins=at(10), finishes=at(11)).time == "10:00–11:00"
