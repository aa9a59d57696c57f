"""What is chosen by itself, what is proposed, and what somebody must decide."""

import pytest

from forum.choices import Sign
from forum.intake.rows import Answer, Candidate, Row, Twin


def proposed(*signs: Sign, twin=None) -> Answer:
    answer = Answer([Candidate(key, sign) for key, sign in enumerate(signs, 1)])
    answer.propose(twin, "new")
    return answer


@pytest.mark.parametrize(
    ("signs", "twin", "chosen"),
    [
        ((), None, "new"),
        ((Sign.IDENTIFIER,), None, "1"),
        ((Sign.DOMAIN, Sign.NAME), None, "1"),
        ((Sign.NAME,), None, "1"),
        ((Sign.NAME, Sign.SIMILAR), None, "1"),
        ((Sign.NAME, Sign.NAME), None, ""),
        ((Sign.SIMILAR,), None, ""),
        ((Sign.IDENTIFIER, Sign.IDENTIFIER), None, ""),
        ((), Twin(0, False), ""),
        ((Sign.NAME,), Twin(0, False), ""),
        ((Sign.IDENTIFIER,), Twin(0, True), "1"),
    ],
)
def test_only_what_is_sure_is_chosen(signs, twin, chosen):
    assert proposed(*signs, twin=twin).chosen == chosen


def test_what_has_the_identifier_of_another_row_cannot_be_new():
    assert proposed(twin=Twin(0, True)).cannot_be_new
    assert not proposed(twin=Twin(0, False)).cannot_be_new


def test_what_staff_decided_stays():
    answer = Answer([Candidate(1, Sign.NAME)], "new", "staff")

    answer.propose(None, "new")

    assert answer.chosen == "new"


def test_an_answer_is_kept_as_it_is():
    answer = proposed(Sign.NAME, Sign.SIMILAR)

    assert Answer.of(answer.stored()) == answer


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (Row(0, {}), "empty"),
        (Row(0, {"name": "x"}, is_left_out=True, problems={"name": "?"}), "left_out"),
        (Row(0, {"name": "x"}, problems={"name": "?"}, answers={"name": Answer()}), "refused"),
        (Row(0, {"name": "x"}, answers={"name": Answer()}), "doubtful"),
        (Row(0, {"name": "x"}), "new"),
        (Row(0, {"name": "x"}, known=object()), "same"),
        (Row(0, {"name": "x"}, known=object(), differences=[object()]), "changed"),
    ],
)
def test_a_row_is_in_one_state(row, state):
    assert row.state == state
