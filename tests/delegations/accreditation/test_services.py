import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from delegations.accreditation.badges import in_use
from delegations.accreditation.services import act_on, act_on_each
from delegations.choices import AccreditationAct as Act
from delegations.models import Badge
from delegations.models.delegation import SECOND_HEAD
from forum.models import AuditEntry
from tests.factories import make_delegation, make_event, make_member

pytestmark = pytest.mark.django_db


def badge_of(member) -> Badge:
    return in_use([member])[member.pk]


def test_a_new_member_is_pending():
    assert make_member().accreditation == "pending"


def test_an_act_changes_the_state_and_leaves_a_step(staff):
    member = make_member()

    step = act_on(member, Act.REJECTED, by=staff, reason=" Never invited. ")

    member.refresh_from_db()
    assert member.accreditation == "rejected"
    said = (step.act, step.before, step.after, step.reason, step.by_name)
    assert said == ("rejected", "pending", "rejected", "Never invited.", "staff")


def test_the_trail_tells_of_it_without_the_reason(staff):
    act_on(make_member(), Act.REJECTED, by=staff, reason="Never invited.")

    entry = AuditEntry.objects.get(kind="accredited")
    assert entry.details == {"act": "rejected", "before": "pending"}


def test_what_is_impossible_changes_nothing(staff):
    member = make_member()

    with pytest.raises(ValidationError, match="approve it first"):
        act_on(member, Act.BADGE_ISSUED, by=staff)

    member.refresh_from_db()
    assert member.accreditation == "pending"
    assert not member.accreditation_steps.exists()
    assert not member.badges.exists()


@pytest.mark.parametrize("act", [Act.REJECTED, Act.WITHDRAWN])
@pytest.mark.parametrize("reason", ["", "  "])
def test_some_acts_need_a_reason(staff, act, reason):
    with pytest.raises(ValidationError) as refused:
        act_on(make_member(), act, by=staff, reason=reason)

    assert refused.value.message_dict == {"reason": ["Say why."]}


def test_whoever_is_approved_has_a_number_and_a_token(staff):
    delegation = make_delegation()
    first, second = (make_member(delegation=delegation) for _ in range(2))

    for member in (first, second):
        act_on(member, Act.APPROVED, by=staff)

    badges = [badge_of(first), badge_of(second)]
    assert [badge.number for badge in badges] == [1, 2]
    assert len({badge.token for badge in badges}) == 2
    assert all(len(badge.token) == 24 for badge in badges)


def test_each_event_counts_its_own_badges(staff):
    for _ in range(2):
        member = make_member(delegation=make_delegation(event=make_event()))
        act_on(member, Act.APPROVED, by=staff)
        assert badge_of(member).number == 1


def test_issuing_keeps_the_number_that_was_given(staff):
    member = make_member()
    act_on(member, Act.APPROVED, by=staff)
    given = badge_of(member)

    act_on(member, Act.BADGE_ISSUED, by=staff)

    assert badge_of(member) == given


def test_a_number_is_never_given_again(staff):
    delegation = make_delegation()
    gone, withdrawn, new = (make_member(delegation=delegation) for _ in range(3))
    act_on(withdrawn, Act.APPROVED, by=staff)
    act_on(gone, Act.APPROVED, by=staff)
    act_on(withdrawn, Act.WITHDRAWN, by=staff, reason="Ill.")
    gone.delete()

    act_on(new, Act.APPROVED, by=staff)

    assert badge_of(new).number == 3
    assert in_use([withdrawn]) == {}


def test_whoever_comes_back_has_a_new_badge(staff):
    member = make_member()
    act_on(member, Act.APPROVED, by=staff)
    former = badge_of(member)
    act_on(member, Act.WITHDRAWN, by=staff, reason="Ill.")
    act_on(member, Act.REOPENED, by=staff)

    act_on(member, Act.APPROVED, by=staff)

    former.refresh_from_db()
    assert former.revoked_at
    assert badge_of(member).token != former.token


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_nobody_comes_back_as_a_second_head(staff, state):
    former = make_member(function="head", accreditation=state)
    make_member(delegation=former.delegation, function="head")
    expert = make_member(delegation=former.delegation, accreditation=state)

    done, refused = act_on_each([former, expert], Act.REOPENED, by=staff)

    assert done == [expert]
    assert refused == [(former, str(SECOND_HEAD))]
    former.refresh_from_db()
    assert former.accreditation == state
    assert not former.accreditation_steps.exists()


def test_a_lost_badge_is_replaced_by_another(staff):
    member = make_member(accreditation="badge_issued")

    act_on(member, Act.BADGE_REPLACED, by=staff, reason="Lost.")
    first = badge_of(member)
    act_on(member, Act.BADGE_REPLACED, by=staff, reason="Lost again.")

    first.refresh_from_db()
    member.refresh_from_db()
    assert first.revoked_at
    assert badge_of(member).number == 2
    assert member.accreditation == "badge_issued"


def test_the_database_knows_that_a_number_is_given_once_and_one_badge_is_in_use(staff):
    member = make_member()
    act_on(member, Act.APPROVED, by=staff)
    event = member.delegation.event

    with pytest.raises(IntegrityError), transaction.atomic():
        Badge.objects.create(event=event, number=1, token="other")
    with pytest.raises(IntegrityError), transaction.atomic():
        Badge.objects.create(event=event, number=2, token="other", member=member)


def test_many_are_decided_at_once_and_one_who_cannot_be_keeps_nobody_from_it(staff):
    delegation = make_delegation()
    able = [make_member(delegation=delegation) for _ in range(2)]
    unable = make_member(delegation=delegation, accreditation="rejected")

    done, refused = act_on_each([*able, unable], Act.APPROVED, by=staff)

    assert done == able
    assert refused == [(unable, "It is closed: put it back to pending first.")]
