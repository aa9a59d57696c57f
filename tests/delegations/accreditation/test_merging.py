"""What was decided about two members who turn out to be one person, and when they came."""

from uuid import uuid4

import pytest

from delegations.accreditation.services import act_on
from delegations.choices import AccreditationAct, PassageKind
from delegations.door.services import record_passage
from delegations.doubles.merging import merge
from tests.factories import NOON, make_delegation, make_member, make_official

pytestmark = pytest.mark.django_db


def test_steps_and_passages_go_along(staff):
    delegation = make_delegation()
    keep, duplicate = make_official(), make_official()
    stays = make_member(delegation=delegation, official=keep)
    goes = make_member(delegation=delegation, official=duplicate)
    act_on(goes, AccreditationAct.APPROVED, by=staff)
    record_passage(goes, PassageKind.ARRIVED, key=uuid4(), at=NOON, by=staff)

    merge(keep=keep, duplicate=duplicate, by=staff)

    assert delegation.members.get() == stays
    assert {each.act for each in stays.accreditation_steps.all()} == {"approved", "checked_in"}
    assert stays.passages.get().kind == "arrived"
