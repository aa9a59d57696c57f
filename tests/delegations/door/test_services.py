from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from delegations.choices import PassageKind
from delegations.door.reads import inside, members_at
from delegations.door.services import record_passage, undo_last_passage
from delegations.models import Member, Passage
from tests.factories import NOON, make_delegation, make_member

pytestmark = pytest.mark.django_db
ARRIVED, LEFT = PassageKind.ARRIVED, PassageKind.LEFT


@pytest.fixture
def member():
    return make_member(accreditation="approved")


@pytest.fixture
def go(staff):
    def record(member, kind, key=None):
        return record_passage(member, kind, key=key or uuid4(), at=NOON, by=staff)

    return record


def state(member) -> str:
    return Member.objects.get(pk=member.pk).accreditation


def test_an_arrival_is_recorded_and_checks_in(member, go):
    passage, is_new = go(member, ARRIVED)

    assert is_new
    assert (passage.kind, passage.at, passage.by_name) == ("arrived", NOON, "staff")
    assert state(member) == "checked_in"
    assert member.accreditation_steps.get().act == "checked_in"


def test_what_is_sent_twice_is_recorded_once(member, go):
    key = uuid4()

    first, second = go(member, ARRIVED, key), go(member, ARRIVED, key)

    assert second == (first[0], False)
    assert member.passages.count() == 1


def test_the_database_knows_a_key_once(member):
    said = {"member": member, "kind": ARRIVED, "at": NOON, "by_name": "staff", "key": uuid4()}
    Passage.objects.create(**said)

    with pytest.raises(IntegrityError), transaction.atomic():
        Passage.objects.create(**said)


def test_a_second_scan_says_when_the_first_was(member, go):
    go(member, ARRIVED)

    with pytest.raises(ValidationError, match="Inside already: arrived"):
        go(member, ARRIVED)

    assert member.passages.count() == 1


@pytest.mark.parametrize("closed", ["pending", "rejected", "withdrawn"])
def test_who_may_not_come_leaves_no_passage(closed, go):
    member = make_member(accreditation=closed)

    with pytest.raises(ValidationError):
        go(member, ARRIVED)

    assert not member.passages.exists()
    assert state(member) == closed


def test_one_goes_out_and_comes_again_and_is_checked_in_once(member, go):
    for kind in (ARRIVED, LEFT, ARRIVED):
        go(member, kind)

    assert [each.kind for each in member.passages.order_by("pk")] == ["arrived", "left", "arrived"]
    assert member.accreditation_steps.count() == 1


def test_an_arrival_is_undone_with_a_reason_and_stays_on_record(member, go, staff):
    passage, _is_new = go(member, ARRIVED)

    undo_last_passage(member, " The wrong badge. ", by=staff)

    passage.refresh_from_db()
    assert passage.undone_at
    assert (passage.undone_by_name, passage.undone_reason) == ("staff", "The wrong badge.")
    assert state(member) == "approved"
    go(member, ARRIVED)
    assert state(member) == "checked_in"


def test_undoing_a_departure_leaves_somebody_inside(member, go, staff):
    go(member, ARRIVED)
    go(member, LEFT)

    undo_last_passage(member, "Came back at once.", by=staff)

    assert state(member) == "checked_in"
    assert list(inside(member.delegation.event)) == [member]


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_is_undone_without_a_reason(member, go, staff, reason):
    go(member, ARRIVED)

    with pytest.raises(ValidationError, match="Say why"):
        undo_last_passage(member, reason, by=staff)

    assert list(inside(member.delegation.event)) == [member]


def test_nothing_is_undone_twice(member, go, staff):
    go(member, ARRIVED)
    undo_last_passage(member, "A mistake.", by=staff)

    with pytest.raises(ValidationError, match="Nothing is recorded"):
        undo_last_passage(member, "A mistake.", by=staff)


def test_inside_is_who_came_and_did_not_leave(go, django_assert_num_queries):
    delegation = make_delegation()
    here, gone, never = (
        make_member(delegation=delegation, accreditation="approved") for _ in range(3)
    )
    elsewhere = make_member(accreditation="approved")
    for each in (here, gone, elsewhere):
        go(each, ARRIVED)
    go(gone, LEFT)

    with django_assert_num_queries(1):
        assert list(inside(delegation.event)) == [here]
    assert set(members_at(delegation.event)) == {here, gone, never}
