import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from delegations.choices import Accreditation, PassageKind
from delegations.door.passing import in_words, refusal, when

NOON = dt.datetime(2026, 5, 1, 12, 0, tzinfo=dt.UTC)
ARRIVED, LEFT = PassageKind.ARRIVED, PassageKind.LEFT


@pytest.mark.parametrize(
    ("kind", "state", "last", "said"),
    [
        (ARRIVED, "approved", "", ""),
        (ARRIVED, "badge_issued", "", ""),
        (ARRIVED, "checked_in", "left", ""),
        (ARRIVED, "checked_in", "arrived", "Inside already: arrived 09:12."),
        (ARRIVED, "withdrawn", "arrived", "Inside already: arrived 09:12."),
        (ARRIVED, "rejected", "", "The accreditation was rejected."),
        (ARRIVED, "withdrawn", "left", "The accreditation was withdrawn."),
        (LEFT, "checked_in", "arrived", ""),
        (LEFT, "withdrawn", "arrived", ""),
        (LEFT, "checked_in", "left", "Not inside: left 09:12."),
        (LEFT, "approved", "", "Not inside: no arrival is recorded."),
    ],
)
def test_who_may_come_in_and_go_out(kind, state, last, said):
    assert refusal(kind, state, last, "09:12") == said


def test_whoever_is_pending_waits_outside():
    assert "still pending" in refusal(ARRIVED, Accreditation.PENDING, "", "")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-05-01T09:12:00.123Z", dt.datetime(2026, 5, 1, 9, 12, 0, 123000, tzinfo=dt.UTC)),
        ("2026-05-01T14:12:00+05:00", dt.datetime(2026, 5, 1, 9, 12, tzinfo=dt.UTC)),
        ("2026-05-01T12:00:01Z", NOON),  # to come
        ("2026-04-01T09:12:00Z", NOON),  # too long ago
        ("2026-05-01T09:12:00", NOON),  # of no zone
        ("2026-05-41T09:12:00Z", NOON),
        ("never", NOON),
        ("", NOON),
    ],
)
def test_a_phone_tells_when_it_scanned_as_far_as_that_can_be(text, at):
    assert when(text, NOON) == at


def test_times_are_those_of_the_event():
    zone = ZoneInfo("Asia/Almaty")
    late = dt.datetime(2026, 5, 1, 20, 30, tzinfo=dt.UTC)

    assert in_words(NOON, NOON, zone) == "17:00"
    assert in_words(late, NOON, zone) == "2 May 2026, 01:30"
