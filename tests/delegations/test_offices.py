import datetime as dt

import pytest

from delegations.models import Appointment, Official
from delegations.offices import NEVER, SOME_DAY, PartialDate, Tenure, why_not_held
from tests.factories import MAY_1, MAY_2, MAY_3, make_appointment, make_institution, make_official
from tests.reading import tight

DAY = dt.timedelta(days=1)
FIRST, SECOND, THIRD = PartialDate(MAY_1), PartialDate(MAY_2), PartialDate(MAY_3)


@pytest.mark.parametrize(
    ("bounds", "end"),
    [
        ({}, NEVER),
        ({"begins": FIRST, "founded": FIRST}, NEVER),
        ({"ends": FIRST}, FIRST),
        ({"ends": SECOND, "closed": FIRST}, FIRST),
        ({"ends": FIRST, "closed": SECOND}, FIRST),
        ({"closed": THIRD, "died": SECOND}, SECOND),
        ({"died": PartialDate(MAY_1, "year")}, PartialDate(MAY_1, "year")),
        ({"closed": SOME_DAY}, SOME_DAY),
        ({"died": SOME_DAY}, SOME_DAY),
        ({"ends": FIRST, "died": SOME_DAY}, FIRST),
        ({"ends": SOME_DAY, "closed": FIRST}, SOME_DAY),
    ],
    ids=[
        "nothing known",
        "only the beginning",
        "its own end",
        "body closed before",
        "body closed after",
        "holder died before the body was closed",
        "holder died in a year",
        "body closed on a day not known",
        "holder died on a day not known",
        "own end, and holder died on a day not known",
        "ended on a day not known before the body was closed",
    ],
)
def test_an_office_ends_on_its_own_day_or_with_its_body_or_holder(bounds, end):
    assert Tenure(**bounds).end == end


@pytest.mark.parametrize(
    ("bounds", "why"),
    [
        ({}, ""),
        ({"begins": SECOND, "ends": SECOND}, ""),
        ({"begins": THIRD}, "It is on record only from 3 May 2030."),
        ({"ends": FIRST}, "It is on record only until 1 May 2030."),
        ({"founded": THIRD}, "The body was founded later, on 3 May 2030."),
        ({"closed": FIRST}, "The body had closed before, on 1 May 2030."),
        ({"died": FIRST}, "The person had died on 1 May 2030."),
        ({"died": PartialDate(dt.date(2029, 12, 31), "year")}, "The person had died in 2029."),
        ({"begins": SOME_DAY, "ends": SOME_DAY, "closed": SOME_DAY}, ""),
    ],
    ids=[
        "nothing known",
        "that day alone",
        "later",
        "before",
        "body founded later",
        "body closed before",
        "holder died before",
        "holder died in a year before",
        "on days not known",
    ],
)
def test_why_an_office_was_not_held_on_a_day_is_said(bounds, why):
    assert why_not_held(Tenure(**bounds), MAY_2, MAY_2) == why


def test_an_office_held_on_one_day_of_several_was_held():
    assert why_not_held(Tenure(begins=THIRD), MAY_1, MAY_3) == ""
    assert why_not_held(Tenure(ends=FIRST), MAY_1, MAY_3) == ""


# In the database the same.


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "holder", "is_held"),
    [
        ({}, {}, True),
        ({"closed_on": MAY_1}, {}, True),
        ({"closed_on": MAY_1 - DAY}, {}, False),
        ({"closed_on_precision": "unknown"}, {}, False),
        ({}, {"died_on": MAY_1}, True),
        ({}, {"died_on": MAY_1 - DAY}, False),
        ({}, {"died_on_precision": "unknown"}, False),
    ],
    ids=[
        "both last",
        "closed today",
        "closed yesterday",
        "closed on a day not known",
        "died today",
        "died yesterday",
        "died on a day not known",
    ],
)
def test_an_office_is_held_as_long_as_its_body_and_its_holder_last(body, holder, is_held):
    held = make_appointment(institution=make_institution(**body), official=make_official(**holder))

    assert Appointment.objects.held(MAY_1).exists() == is_held
    assert (why_not_held(held.tenure, MAY_1, MAY_1) == "") or not is_held
    assert held.is_over == bool(body or holder)


@pytest.mark.django_db
def test_an_office_in_no_body_is_held():
    make_appointment()

    assert Appointment.objects.held(MAY_1).exists()


@pytest.mark.django_db
def test_a_death_known_by_its_year_is_kept_as_the_last_day_of_it():
    official = Official(name_en="A B", died_on=MAY_1, died_on_precision="year")

    official.full_clean()

    assert official.died_on == dt.date(2030, 12, 31)


@pytest.mark.django_db
def test_a_death_is_on_the_page_and_in_its_data(client):
    official = make_official(died_on=dt.date(2020, 12, 31), died_on_precision="year")
    make_appointment(official=official, office_en="Rector", starts_on=dt.date(2012, 3, 1))

    response = client.get(official.get_absolute_url())

    page = " ".join(response.text.split())
    assert "<dt>Died</dt><dd>2020</dd>" in tight(response)
    assert "from 1 March 2012 until 2020" in page
    assert '"deathDate": "2020"' in page
    assert "jobTitle" not in page


@pytest.mark.django_db
def test_a_list_shows_no_office_of_a_closed_body(client):
    closed = make_institution(name_en="Closed academy", closed_on=dt.date(2020, 1, 1))
    make_appointment(institution=closed, office_en="President")

    assert "President" not in client.get("/officials/").content.decode()
