"""Until when, and how many people a delegation may name."""

import datetime as dt

import pytest

from delegations.nominating.rules import MOST, Standing, missing

DAY = dt.date(2030, 5, 1)


@pytest.mark.parametrize(
    ("deadline", "state", "may"),
    [
        (None, "draft", True),
        (DAY, "draft", True),
        (DAY - dt.timedelta(1), "draft", False),
        (DAY - dt.timedelta(1), "accepted", False),
        (DAY - dt.timedelta(1), "returned", True),
        (None, "withdrawn", False),
    ],
)
def test_what_was_returned_can_be_mended_after_the_deadline(deadline, state, may):
    assert Standing(DAY, deadline).may_change(state) is may


def test_nobody_is_added_after_the_last_day_or_when_it_is_closed():
    assert Standing(DAY, DAY).may_add
    assert not Standing(DAY, DAY - dt.timedelta(1)).may_add
    assert not Standing(DAY, is_closed=True).may_add
    assert not Standing(DAY, is_closed=True).may_change("returned")


@pytest.mark.parametrize(
    ("standing", "others", "field"),
    [
        (Standing(DAY, most=2), ["member"], None),
        (Standing(DAY, most=2), ["member", "expert"], ""),
        (Standing(DAY, quotas={"head": 1}), ["member"], None),
        (Standing(DAY, quotas={"head": 1}), ["head"], "category"),
        (Standing(DAY, quotas={"head": 0}), [], "category"),
        (Standing(DAY), ["member"] * (MOST - 1), None),
        (Standing(DAY), ["member"] * MOST, ""),
        (Standing(DAY, most=MOST + 5), ["member"] * MOST, ""),
    ],
)
def test_a_quota_is_refused_with_a_sentence(standing, others, field):
    refusal = standing.refusal("draft", "head", others)

    assert (refusal and refusal.field) == field
    assert refusal is None or refusal.sentence.endswith("at most.")


def test_a_draft_may_lack_what_a_submission_may_not():
    assert missing(name="A", office="", institution="B", has_consent=True) == []
    assert len(missing(name="", office="", institution="", has_consent=False)) == 3
