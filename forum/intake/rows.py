"""A row of a list while it is worked on: what it says, and which records it means."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Model

from forum.choices import RowState, Sign

# What may be chosen instead of a record's key: a new record, none at all, that of an earlier row.
NEW, NONE, TWIN = "new", "none", "row"
# Why something is chosen: an identifier says so, a name proposes it, staff decided.
BY_SIGN, BY_NAME, BY_STAFF = "sign", "name", "staff"

# What stands in a sign by which two rows cannot both be new.
IDENTIFIED = "="


class Candidate(NamedTuple):
    """A record that may be meant, and the sign by which."""

    key: int
    sign: int


class Twin(NamedTuple):
    """An earlier row of the list that says the same, and whether an identifier is the same."""

    position: int
    is_identified: bool


class Difference(NamedTuple):
    """What a row would change in a record: the column, and both values, also in words."""

    column: str
    value: object
    label: str
    before: str
    after: str


@dataclass
class Answer:
    """Which record a cell means: those that it may be, and the one that is chosen."""

    candidates: list[Candidate] = field(default_factory=list)
    chosen: str = ""
    by: str = ""

    @classmethod
    def of(cls, stored: dict) -> "Answer":
        candidates = [Candidate(*each) for each in stored["candidates"]]
        return cls(candidates, stored["chosen"], stored["by"])

    def stored(self) -> dict:
        candidates = [[key, int(sign)] for key, sign in self.candidates]
        return {"candidates": candidates, "chosen": self.chosen, "by": self.by}

    @property
    def key(self) -> int | None:
        """The key of the record that is meant, if it is on record."""
        return int(self.chosen) if self.chosen.isdecimal() else None

    @property
    def is_open(self) -> bool:
        return not self.chosen

    @property
    def cannot_be_new(self) -> bool:
        """Whether it is open though an identifier says that somebody else has it."""
        return self.is_open and self.by == BY_SIGN

    def propose(self, twin: "Twin | None", otherwise: str) -> None:
        """Choose what is sure, or all but sure; leave open what somebody must look at.

        Only an identifier decides; a name proposes, if it is the same and no other record has it.
        """
        if self.by == BY_STAFF:
            return
        self.chosen, self.by = "", ""
        sure = [each for each in self.candidates if each.sign <= Sign.DOMAIN]
        named = [each for each in self.candidates if each.sign == Sign.NAME]
        if len(sure) == 1:
            self.chosen, self.by = str(sure[0].key), BY_SIGN
        elif twin or sure:
            self.by = BY_SIGN if sure or twin.is_identified else ""
        elif len(named) == 1:
            self.chosen, self.by = str(named[0].key), BY_NAME
        elif not self.candidates:
            self.chosen = otherwise


@dataclass
class Row:
    """A row of a list, as it is read now."""

    position: int
    # What stands in each declared column, as text; and what it was read as.
    values: dict[str, str]
    cells: dict[str, object] = field(default_factory=dict)
    # A sentence for each column that cannot be read, and others under no column's name.
    problems: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    is_left_out: bool = False
    twin: int | None = None
    # What it is on record as already, and what it would change there.
    known: Model | None = None
    differences: list[Difference] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not any(self.values.values())

    def says(self, column: str) -> str:
        return self.values.get(column, "")

    @property
    def open_answers(self) -> list[str]:
        return [name for name, answer in self.answers.items() if answer.is_open]

    @property
    def state(self) -> RowState:
        rules = [
            (self.is_empty, RowState.EMPTY),
            (self.is_left_out, RowState.LEFT_OUT),
            (self.problems, RowState.REFUSED),
            (self.open_answers, RowState.DOUBTFUL),
            (self.known is None, RowState.NEW),
            (self.differences, RowState.CHANGED),
        ]
        return next((state for holds, state in rules if holds), RowState.SAME)
