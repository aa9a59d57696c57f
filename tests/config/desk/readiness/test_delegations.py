"""Checks of delegations: each with a record that is found, and one that is not."""

import datetime as dt

import pytest

from delegations.models import Double, NotTheSame
from tests.config.desk.readiness.reading import said
from tests.factories import (
    make_appointment,
    make_delegation,
    make_event,
    make_member,
    make_official,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event()


@pytest.fixture
def over():
    return make_event(starts_on=dt.date(2020, 5, 1), ends_on=None)


def ana(**fields):
    return make_official(name_en="Ana", **fields)


def test_a_delegation_without_a_head_is_found_unless_it_organises_or_is_empty(event):
    make_member(delegation=make_delegation(event=event, country="EE"))
    make_member(delegation=make_delegation(event=event, country="LV"), function="head")
    make_member(delegation=make_delegation(event=event, country="LT", role="organiser"))
    make_member(delegation=make_delegation(event=event, country="FI", status="declined"))
    make_delegation(event=event, country="PL")

    assert said(event, "no-head") == {"no-head": ["Estonia"]}


@pytest.mark.parametrize("state", ["pending", "rejected", "withdrawn"])
def test_a_head_who_is_not_accredited_is_found_before_the_event_alone(event, over, state):
    for each in (event, over):
        delegation = make_delegation(event=each)
        make_member(delegation=delegation, function="head", accreditation=state)

    [text] = said(event, "head-not-accredited")["head-not-accredited"]

    assert text == f"Rector: {state}"
    assert said(over) == {}


@pytest.mark.parametrize("state", ["approved", "badge_issued", "checked_in"])
def test_a_head_who_is_accredited_is_not_found(event, state):
    delegation = make_delegation(event=event)
    make_member(delegation=delegation, function="head", accreditation=state)
    make_member(delegation=delegation, accreditation="pending")

    assert said(event) == {}


def head(event, **fields):
    fields = {"function": "head", "accreditation": "approved"} | fields
    return make_member(delegation=make_delegation(event=event), **fields)


def test_a_member_without_an_office_is_found_but_nobody_who_accompanies(event):
    delegation = head(event).delegation
    make_member(delegation=delegation, office_en="", official=ana())
    make_member(delegation=delegation, office_en="", name_as_printed="Spouse", function="spouse")
    make_member(delegation=delegation, office_en="", name_as_printed="Driver", function="driver")
    make_member(delegation=delegation, office_en="Rector")

    assert said(event) == {"no-office": ["Ana"]}


@pytest.mark.parametrize(("ends_on", "is_found"), [("2030-04-30", True), ("2030-05-01", False)])
def test_an_office_that_had_ended_is_found(event, ends_on, is_found):
    held = make_appointment(official=ana(), ends_on=dt.date.fromisoformat(ends_on))
    head(event, official=held.official, appointment=held)

    assert said(event) == (
        {"office-not-held": ["Ana, Rector: It is on record only until 30 April 2030."]}
        if is_found
        else {}
    )


def test_who_comes_twice_is_found_but_not_in_a_part_of_a_delegation(event):
    official = ana()
    whole = head(event, official=official).delegation
    part = make_delegation(event=event, name_en="Rectors", parent=whole)
    make_member(delegation=part, official=official, function="head", accreditation="approved")
    assert said(event) == {}

    other = make_delegation(event=event, country="LV")
    make_member(delegation=other, official=official, function="head", accreditation="approved")

    assert said(event) == {
        "doubles": ["Ana: in “Estonia” and in “Latvia”", "Ana: in “Rectors” and in “Latvia”"]
    }


def test_two_who_are_probably_one_are_found_until_somebody_says_they_are_not(event):
    one, other = ana(), make_official(name_en="Anna")
    delegation = head(event, official=one).delegation
    make_member(delegation=delegation, official=other)
    pair = {"kind": "official", "one": one.pk, "other": other.pk}
    Double.objects.create(**pair, sign=1)
    Double.objects.create(kind="official", one=one.pk, other=make_official().pk, sign=1)

    assert said(event) == {"doubles": ["Ana, and Anna: probably one person"]}
    NotTheSame.objects.create(**pair)
    assert said(event) == {}
