import datetime as dt

import pytest

from delegations.listed import bring_last_acts, last_role
from delegations.models import Official
from tests.factories import (
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_session,
    make_speaker,
)
from tests.reading import cost, read

pytestmark = pytest.mark.django_db
MAY = dt.date(2023, 5, 1)


@pytest.fixture
def taltech():
    return make_institution(name_en="TalTech", country="EE")


def came(official, year=2023, *, event=None, institution=None, **said):
    event = {"starts_on": MAY.replace(year=year)} | (event or {})
    delegation = make_delegation(event=make_event(**event), country="KZ")
    return make_member(delegation=delegation, official=official, institution=institution, **said)


def spoke(official, year=2024, **said):
    event = make_event(starts_on=MAY.replace(year=year))
    return make_speaker(session=make_session(event=event), official=official, **said)


def found(official):
    row = Official.objects.with_current_offices().get(pk=official.pk)
    bring_last_acts([row])
    return last_role(row)


def test_who_holds_no_office_stands_with_the_last_one(client, taltech):
    official = make_official()
    came(official, 2021, office_en="Dean")
    came(official, 2023, office_en="Vice-Rector", institution=taltech)

    assert "2023 · Vice-Rector · TalTech" in read(client.get("/officials/"))


def test_the_country_is_that_which_sent_the_delegation():
    official = make_official()
    embassy = make_institution(name_en="Embassy in Warsaw", kind="embassy", country="PL")
    came(official, office_en="Ambassador", institution=embassy)

    assert found(official).country == "KZ"


def test_a_speech_is_a_role_too(taltech):
    official = make_official()
    came(official, 2023, office_en="Dean")
    spoke(official, 2024, office_en="Rector", institution=taltech)

    last = found(official)
    assert (last.year, str(last.role.office), last.country) == (2024, "Rector", "EE")


def test_without_an_institution_it_is_the_country_of_the_delegation():
    official = make_official()
    came(official, office_en="Minister")

    assert found(official).country == "KZ"


def test_an_office_of_today_goes_first(client, taltech):
    official = make_appointment(office_en="Rector", institution=taltech).official
    came(official, 2023, office_en="Dean")

    page = read(client.get("/officials/"))
    assert "Rector, TalTech" in page
    assert "Dean" not in page


@pytest.mark.parametrize(
    "hidden",
    [
        {"event": {"is_published": False}},
        {"is_listed": False},
        {"accreditation": "rejected"},
    ],
    ids=["at a hidden event", "not listed", "rejected"],
)
def test_what_visitors_may_not_see_is_no_role(hidden):
    official = make_official()
    came(official, office_en="Dean", **hidden)

    assert found(official) is None


def test_who_does_not_wish_to_be_listed_has_none():
    official = make_official(listing="unlisted")
    came(official, office_en="Dean")

    assert found(official) is None


def test_the_list_costs_the_same_for_any_number(client, taltech):
    costs = []
    for _ in range(2):
        official = make_official()
        came(official, institution=taltech)
        spoke(official, institution=taltech)
        costs.append(cost(client, "/officials/"))

    assert costs[0] == costs[1]
