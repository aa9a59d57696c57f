"""Delegations and their meetings."""

import pytest

from delegations.models import (
    Appointment,
    Delegation,
    Institution,
    Meeting,
    Member,
    Official,
    Speaker,
)
from tests.factories import make_delegation, make_event, make_institution, make_meeting
from tests.reading import refusals

pytestmark = pytest.mark.django_db


def test_a_part_belongs_to_a_delegation_at_the_same_event():
    part = make_delegation()
    part.parent = make_delegation()

    assert refusals(part) == {"parent": ["That delegation is at another event."]}

    part.parent = make_delegation(event=part.event)
    part.full_clean()


def test_a_delegation_is_no_part_of_itself():
    event = make_event()
    whole = make_delegation(event=event)
    part = make_delegation(event=event, parent=whole)
    whole.parent = part

    assert refusals(whole) == {"parent": ["A delegation cannot be a part of itself."]}

    whole.parent = whole
    assert refusals(whole) == {"parent": ["A delegation cannot be a part of itself."]}


def test_a_meeting_is_between_two_delegations_of_one_event():
    meeting = make_meeting(requested_by=make_delegation(), counterpart=make_delegation())

    assert refusals(meeting) == {"counterpart": ["That delegation is at another event."]}

    meeting.counterpart = make_delegation(event=meeting.event)
    meeting.full_clean()


def test_a_delegation_does_not_meet_itself():
    meeting = make_meeting()
    meeting.counterpart = meeting.requested_by

    assert refusals(meeting) == {"__all__": ["A delegation cannot meet itself."]}


@pytest.mark.parametrize(
    "model", [Appointment, Delegation, Institution, Meeting, Member, Official, Speaker]
)
def test_an_empty_record_is_refused_without_a_crash(model):
    assert refusals(model()) != {}


def test_a_delegation_is_named_by_its_own_name_its_institution_or_its_country():
    institution = make_institution(name_en="TalTech")

    assert str(Delegation(name_en="Rectors", country="EE")) == "Rectors"
    assert str(Delegation(institution=institution)) == "TalTech"
    assert str(Delegation(country="EE")) == "Estonia"
