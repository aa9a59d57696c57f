"""How promises are counted."""

import pytest

from agreements.choices import CommitmentState
from agreements.models import Commitment
from agreements.scores import Score, score
from tests.factories import MAY_1, MAY_2, MAY_3, make_commitment

pytestmark = pytest.mark.django_db


def make_promises():
    for state in ("fulfilled", "fulfilled", "under_way", "lapsed"):
        make_commitment(state=state, due_on=MAY_1)
    make_commitment(due_on=MAY_2)
    make_commitment()


def test_a_score_counts_states_and_what_is_overdue_among_the_open_ones():
    make_promises()

    counted = score(Commitment.objects.all(), MAY_2)

    assert counted == Score(total=6, fulfilled=2, under_way=1, open=2, lapsed=1, overdue=1)
    assert str(counted) == "2 of 6 fulfilled, 1 overdue"


def test_a_score_counts_what_the_rows_themselves_say():
    make_promises()
    rows = Commitment.objects.all()

    for day in (MAY_1, MAY_2, MAY_3):
        counted = score(rows, day)

        assert counted.overdue == sum(row.is_overdue(day) for row in rows)
        for state in CommitmentState:
            assert getattr(counted, state) == sum(row.state == state for row in rows)


def test_no_promises_score_nothing():
    counted = score(Commitment.objects.none(), MAY_1)

    assert counted == Score(total=0, fulfilled=0, under_way=0, open=0, lapsed=0, overdue=0)
    assert counted.segments == []


def test_the_segments_of_a_score_fill_the_bar():
    segments = Score(total=4, fulfilled=1, under_way=0, open=2, lapsed=1, overdue=1).segments

    assert [(each.state, each.count, each.x, each.width) for each in segments] == [
        ("fulfilled", 1, 0, 180),
        ("open", 2, 180, 360),
        ("lapsed", 1, 540, 180),
    ]
