import datetime as dt

import pytest

from forum.programme.tense import tense
from tests.factories import MAY_1, MAY_2, MAY_3

APRIL_30, MAY_4 = dt.date(2030, 4, 30), dt.date(2030, 5, 4)
DAYS = MAY_1, MAY_3
MONTH = MAY_1, dt.date(2030, 5, 31)


@pytest.mark.parametrize(
    ("status", "days", "precision", "on", "expected"),
    [
        ("planned", DAYS, "day", APRIL_30, "ahead"),
        ("confirmed", DAYS, "day", APRIL_30, "ahead"),
        ("planned", DAYS, "day", MAY_1, "on"),
        ("confirmed", DAYS, "day", MAY_3, "on"),
        ("held", DAYS, "day", MAY_2, "on"),
        ("planned", DAYS, "day", MAY_4, "over"),
        ("held", DAYS, "day", MAY_4, "over"),
        # Staff say that it was held; its day must be wrong.
        ("held", DAYS, "day", APRIL_30, "over"),
        ("planned", MONTH, "month", MAY_2, "ahead"),
        ("held", MONTH, "month", MAY_2, "over"),
        ("planned", MONTH, "month", dt.date(2030, 6, 1), "over"),
        ("planned", None, "day", MAY_2, "ahead"),
        ("held", None, "day", MAY_2, "over"),
        ("planned", None, "unknown", MAY_2, "over"),
        ("postponed", DAYS, "day", APRIL_30, "ahead"),
        ("postponed", DAYS, "day", MAY_2, "ahead"),
        ("postponed", DAYS, "day", MAY_4, "ahead"),
        ("cancelled", DAYS, "day", APRIL_30, "off"),
        ("cancelled", DAYS, "day", MAY_2, "off"),
        ("cancelled", None, "day", MAY_4, "off"),
    ],
)
def test_how_to_speak_of_an_event_on_a_day(status, days, precision, on, expected):
    assert tense(status, days, precision, on) == expected
