import datetime as dt

import pytest

from forum.models import Event
from forum.wording import dates, day_of_programme

MAY_1 = dt.date(2030, 5, 1)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": "planned"}, "date to be announced"),
        ({"status": "postponed"}, "date to be announced"),
        ({"status": "held"}, "date not known"),
        ({"status": "cancelled"}, "date not known"),
        ({"status": "held", "starts_on": MAY_1}, "1 May 2030"),
        ({"status": "held", "starts_on": MAY_1, "date_precision": "month"}, "May 2030"),
    ],
)
def test_only_what_is_still_to_come_has_a_date_to_be_announced(fields, said):
    assert dates(Event(**fields)) == said


def test_only_what_is_still_to_come_has_a_day_to_be_announced():
    assert day_of_programme(Event(status="confirmed"), None) == "Day to be announced"
    assert day_of_programme(Event(status="held"), None) == "Day not known"
    assert day_of_programme(Event(status="held"), MAY_1) == "Wednesday, 1 May 2030"
