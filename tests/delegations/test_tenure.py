import datetime as dt

import pytest

from delegations import naming
from delegations.models import Appointment
from delegations.naming import Reader
from delegations.tenure import tenure

TODAY = dt.date(2026, 6, 1)
IN_2001 = {"starts_on": dt.date(2001, 1, 1), "starts_on_precision": "year"}


def held(**fields):
    return naming.appointment(Appointment(office_en="Rector", **fields), Reader.VISITOR, TODAY)


def test_a_single_office_needs_no_picture():
    assert tenure([held(**IN_2001), held()], TODAY) is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "2001 –"),
        ({"ends_on": dt.date(2004, 12, 31), "ends_on_precision": "year"}, "2001–2004"),
        ({"ends_on": dt.date(2004, 3, 31), "ends_on_precision": "month"}, "2001 – March 2004"),
        ({"ends_on": dt.date(2004, 3, 7)}, "2001 – 7 March 2004"),
        ({"ends_on_precision": "unknown"}, "2001 – date not known"),
    ],
    ids=["held now", "until a year", "until a month", "until a day", "until a day not known"],
)
def test_an_office_is_said_only_as_exactly_as_it_is_known(fields, said):
    drawn = tenure([held(**IN_2001, **fields), held(starts_on=TODAY)], TODAY)

    assert drawn["description"] == f"Rector: {said}; Rector: 1 June 2026 –"


def test_the_oldest_and_the_farthest_dates_are_drawn():
    drawn = tenure([held(starts_on=dt.date.min, ends_on=dt.date.max)] * 2, TODAY)

    assert [span.x for span in drawn["spans"]] == [40, 40]
    assert [span.width for span in drawn["spans"]] == [640, 640]
