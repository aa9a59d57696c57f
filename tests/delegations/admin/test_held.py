"""The office held on the day, told to a form while it is filled in."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from pytest_django.asserts import assertContains

from delegations.models import Delegation
from tests.admin_forms import admin_url
from tests.factories import (
    MAY_1,
    make_appointment,
    make_delegation,
    make_event,
    make_institution,
    make_rank,
    make_session,
)

pytestmark = pytest.mark.django_db
HELD = "/admin/delegations/appointment/held/"


@pytest.fixture
def held():
    day_before = MAY_1 - dt.timedelta(days=1)
    body, rank = make_institution(), make_rank()
    return make_appointment(institution=body, rank=rank, office_et="rektor", starts_on=day_before)


def told(client, official, **asked):
    return client.get(HELD, {"official": official.pk} | asked).json()["held"]


OCCASIONS = {
    "event": lambda event: {"event": event.pk},
    "delegation": lambda event: {"delegation": make_delegation(event=event).pk},
    "programme item": lambda event: {"session": make_session(event=event, day=MAY_1).pk},
    "programme item without a day": lambda event: {"session": make_session(event=event).pk},
    "day typed": lambda event: {
        "on": "1 May 2030",
        "event": make_event(starts_on=None, ends_on=None).pk,
    },
}


@pytest.mark.parametrize("occasion", OCCASIONS.values(), ids=OCCASIONS)
def test_the_office_of_the_day_is_told_with_all_that_a_row_takes_from_it(
    staff_client, held, occasion
):
    asked = occasion(make_event(starts_on=MAY_1, ends_on=None))

    assert told(staff_client, held.official, **asked) == {
        "appointment": [held.pk, str(held)],
        "institution": [held.institution.pk, str(held.institution)],
        "rank": [held.rank.pk, str(held.rank)],
        "office_en": "Rector",
        "office_kk": "",
        "office_ru": "",
        "office_et": "rektor",
    }


def test_nothing_is_told_of_another_day_another_body_or_two_offices(staff_client, held):
    before, there = {"on": "1 March 2030"}, {"on": "1 June 2030"}

    assert told(staff_client, held.official, **before) is None
    assert told(staff_client, held.official, **there, institution=make_institution().pk) is None
    make_appointment(official=held.official)
    assert told(staff_client, held.official, **there) is None
    assert told(staff_client, held.official, **there, institution=held.institution.pk)


@pytest.mark.parametrize(
    "asked", [{}, {"on": "x"}, {"event": "x"}, {"event": "9" * 30}, {"session": "-1"}]
)
def test_without_a_day_nothing_is_told(staff_client, held, asked):
    assert told(staff_client, held.official, **asked) is None


def test_an_odd_person_has_no_office(staff_client):
    answer = staff_client.get(HELD, {"official": "x", "on": "2030"})

    assert answer.json() == {"held": None}


def test_who_may_not_see_offices_is_told_none(client, held):
    client.force_login(get_user_model().objects.create_user("new", is_staff=True))

    assert client.get(HELD, {"official": held.official.pk}).status_code == 403


def test_a_chooser_of_people_knows_where_to_ask(staff_client):
    assertContains(staff_client.get(admin_url(Delegation, "add")), f'data-held="{HELD}"')
