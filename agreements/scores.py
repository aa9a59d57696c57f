"""How many promises were kept."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import ngettext

from agreements.choices import CommitmentState
from agreements.models import Commitment

WIDTH = 720


@dataclass(frozen=True)
class Segment:
    """The part of a bar that stands for the promises of one state."""

    state: CommitmentState
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class Score:
    """Promises by state; those overdue are among the open ones and those under way."""

    total: int
    fulfilled: int
    under_way: int
    open: int
    lapsed: int
    overdue: int

    def __str__(self):
        """The score as a sentence: 4 of 7 fulfilled, 1 overdue."""
        kept = ngettext(
            "%(fulfilled)d of %(total)d fulfilled",
            "%(fulfilled)d of %(total)d fulfilled",
            self.total,
        ) % {"fulfilled": self.fulfilled, "total": self.total}
        if not self.overdue:
            return kept
        late = ngettext("%(count)d overdue", "%(count)d overdue", self.overdue)
        return f"{kept}, {late % {'count': self.overdue}}"

    @property
    def segments(self) -> list[Segment]:
        """The states that occur, from kept to given up, on a bar 720 units wide."""
        segments, x = [], 0.0
        for state in (
            CommitmentState.FULFILLED,
            CommitmentState.UNDER_WAY,
            CommitmentState.OPEN,
            CommitmentState.LAPSED,
        ):
            if count := getattr(self, state):
                width = WIDTH * count / self.total
                segments.append(Segment(state, count, round(x, 1), round(width, 1)))
                x += width
        return segments


def score(commitments: Iterable[Commitment], on: dt.date) -> Score:
    """The promises by their state, and how many are overdue on that day."""
    return score_of((row.state, 1, row.is_overdue(on)) for row in commitments)


def score_of(counts: Iterable[tuple[str, int, int]]) -> Score:
    """The score of promises that are counted: (state, how many, how many of those overdue)."""
    states, overdue = Counter(), 0
    for state, number, late in counts:
        states[state] += number
        overdue += late
    numbers = {state.value: states[state] for state in CommitmentState}
    return Score(total=states.total(), overdue=overdue, **numbers)
