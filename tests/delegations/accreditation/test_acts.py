"""Which acts a state allows, in a table of all of them."""

import pytest

from delegations.accreditation.acts import (
    AT_DOOR,
    possible_acts,
    refusal,
    state_after,
)
from delegations.choices import Accreditation, AccreditationAct

POSSIBLE = {
    "pending": ["approved", "rejected", "withdrawn"],
    "approved": ["rejected", "withdrawn", "reopened", "badge_issued"],
    "rejected": ["reopened"],
    "withdrawn": ["reopened"],
    "badge_issued": ["withdrawn", "badge_replaced"],
    "checked_in": ["withdrawn", "badge_replaced"],
}
CHECKED_IN_FROM = {"approved", "badge_issued"}


@pytest.mark.parametrize("state", Accreditation.values)
def test_a_state_allows_these_acts_and_no_others(state):
    assert possible_acts(state) == POSSIBLE[state]


@pytest.mark.parametrize("state", Accreditation.values)
@pytest.mark.parametrize("act", [*AccreditationAct])
def test_what_is_not_possible_is_refused_with_a_sentence(act, state):
    at_door = {"checked_in": CHECKED_IN_FROM, "check_in_undone": {"checked_in"}}
    is_possible = state in at_door[act] if act in AT_DOOR else act in POSSIBLE[state]

    said = refusal(act, state)

    assert (said == "") == is_possible
    assert said == "" or said.endswith(".")


@pytest.mark.parametrize(
    ("act", "state", "said"),
    [
        ("approved", "approved", "That is so already."),
        ("approved", "rejected", "It is closed: put it back to pending first."),
        ("badge_issued", "pending", "It is still pending: approve it first."),
        ("badge_replaced", "approved", "No badge is issued yet."),
        ("rejected", "badge_issued", "A badge is out already: withdraw the accreditation instead."),
        ("badge_issued", "checked_in", "The person is checked in already."),
        ("approved", "badge_issued", "It is approved already."),
        ("check_in_undone", "approved", "Nobody checked this person in."),
    ],
)
def test_a_refusal_says_what_stands_against_it(act, state, said):
    assert refusal(AccreditationAct(act), state) == said


@pytest.mark.parametrize(
    ("act", "state", "before", "after"),
    [
        ("approved", "pending", "", "approved"),
        ("reopened", "withdrawn", "", "pending"),
        ("badge_replaced", "checked_in", "", "checked_in"),
        ("badge_replaced", "badge_issued", "", "badge_issued"),
        ("check_in_undone", "checked_in", "approved", "approved"),
        ("check_in_undone", "checked_in", "", "badge_issued"),
    ],
)
def test_an_act_leads_to_a_state(act, state, before, after):
    assert state_after(AccreditationAct(act), state, before) == after
