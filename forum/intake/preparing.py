"""Reading the rows of a list, and comparing them with what is on record and with each other."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count

from forum.choices import IntakeState, RowState
from forum.derived import catch_up
from forum.intake.kinds import KINDS, Column, Kind, Link, Place
from forum.intake.rows import IDENTIFIED, Answer, Row, Twin
from forum.models import Intake, IntakeRow, IntakeSign

BATCH = 50


def read_cells(row: Row, columns: Iterable[Column]) -> None:
    """Read what stands in each column of a row, or say what is wrong with it."""
    for column in columns:
        if text := row.says(column.name):
            try:
                row.cells[column.name] = column.read(text)
            except ValidationError as error:
                row.problems[column.name] = " ".join(error.messages)


@dataclass(frozen=True)
class Examiner:
    """Reads rows of one list, and says what each is."""

    intake: Intake
    kind: Kind
    place: Place

    @classmethod
    def of(cls, intake: Intake, place: Place) -> "Examiner":
        return cls(intake, KINDS[intake.kind], place)

    def read(self, stored: Iterable[IntakeRow]) -> list[Row]:
        """The rows with their cells read, and what follows from these; nothing is looked for."""
        rows = [self._row(each) for each in stored]
        self.kind.complete([row for row in rows if not row.is_empty], self.place)
        return rows

    def compare(self, rows: Sequence[Row]) -> None:
        """Find what rows without doubt are on record as."""
        sure = [row for row in rows if row.state in (RowState.NEW, RowState.CHANGED)]
        self.kind.compare(sure, self.place)

    @transaction.atomic
    def examine(self, stored: Sequence[IntakeRow]) -> list[Row]:
        """Read rows, find what they mean, and keep it. As many queries for one as for a hundred."""
        rows = self.read(stored)
        for link in self.kind.links:
            naming = [row for row in rows if row.says(link.name) and link.is_needed(row)]
            self._find(link, naming)
            for row in rows:
                if row not in naming:
                    row.answers.pop(link.name, None)
        self._propose(rows)
        self.compare(rows)
        self._keep(stored, rows)
        return rows

    def _row(self, stored: IntakeRow) -> Row:
        row = Row(
            position=stored.position,
            values=stored.values,
            answers={name: Answer.of(each) for name, each in stored.answers.items()},
            is_left_out=stored.is_left_out,
            twin=stored.twin,
        )
        read_cells(row, self.kind.columns_in(self.place))
        return row

    def _find(self, link: Link, rows: Sequence[Row]) -> None:
        for row, candidates in zip(rows, link.find(rows, self.place), strict=True):
            answer = row.answers.setdefault(link.name, Answer())
            answer.candidates = [*candidates]

    def _propose(self, rows: Sequence[Row]) -> None:
        earlier = self._earlier(rows)
        for row in rows:
            row.twin = None
            for link in self.kind.links:
                if answer := row.answers.get(link.name):
                    twin = self._twin(link, row, earlier)
                    row.twin = twin.position if twin and row.twin is None else row.twin
                    answer.propose(twin, link.proposed(self.place))

    def _signs(self, row: Row) -> Iterator[tuple[str, str]]:
        """The signs of a row by link, as they are kept."""
        for link in self.kind.links:
            if not link.may_repeat and not row.is_left_out and row.says(link.name):
                for sign in link.signs(row):
                    yield link.name, f"{link.name} {sign}"[:400]

    def _earlier(self, rows: Sequence[Row]) -> dict[str, list[int]]:
        """For each sign of these rows, at which positions of the list there is one like it."""
        found: dict[str, list[int]] = {}
        own = {row.position for row in rows}
        for row in rows:
            for _link, text in self._signs(row):
                found.setdefault(text, []).append(row.position)
        kept = IntakeSign.objects.filter(row__intake=self.intake, text__in=found)
        for text, position in kept.values_list("text", "row__position"):
            if position not in own:
                found[text].append(position)
        return found

    def _twin(self, link: Link, row: Row, earlier: dict[str, list[int]]) -> Twin | None:
        """The first row of the list that says the same, if it is not this one."""
        found = [
            (position, IDENTIFIED in text)
            for name, text in self._signs(row)
            if name == link.name
            for position in earlier[text]
            if position < row.position
        ]
        is_identified = any(is_sure for _position, is_sure in found)
        return Twin(min(found)[0], is_identified) if found else None

    def _keep(self, stored: Sequence[IntakeRow], rows: Sequence[Row]) -> None:
        signs = []
        for each, row in zip(stored, rows, strict=True):
            each.answers = {name: answer.stored() for name, answer in row.answers.items()}
            each.twin, each.state = row.twin, row.state
            signs += [IntakeSign(row=each, text=text) for _link, text in self._signs(row)]
        IntakeRow.objects.bulk_update(stored, ["values", "answers", "twin", "state", "is_left_out"])
        IntakeSign.objects.filter(row__in=stored).delete()
        IntakeSign.objects.bulk_create(signs)


def prepare(intake: Intake, place: Place, *, seconds: float) -> bool:
    """Read and compare rows for about so long; whether all of them are."""
    catch_up()
    examiner, until = Examiner.of(intake, place), time.monotonic() + seconds
    while time.monotonic() < until:
        waiting = list(intake.rows.filter(state=RowState.WAITING)[:BATCH])
        if not waiting:
            intake.state = IntakeState.READY
            intake.save()
            return True
        examiner.examine([*waiting, *_split(examiner, waiting)])
    return False


def _split(examiner: Examiner, waiting: Sequence[IntakeRow]) -> list[IntakeRow]:
    """Let each row of a sheet say what its cells do; what else one of them says is a new row."""
    further, above = [], _above(examiner.intake, waiting[0])
    for stored in waiting:
        values = _by_column(examiner.intake, stored) if stored.raw else stored.values
        values = examiner.kind.follow(values, above, examiner.place)
        first, *others = examiner.kind.split(values, examiner.place) or [values]
        stored.values, above = first, [first, *others][-1]
        further += [
            IntakeRow(
                intake=examiner.intake,
                position=stored.position + number,
                raw=stored.raw,
                values=each,
            )
            for number, each in enumerate(others, 1)
        ]
    return IntakeRow.objects.bulk_create(further)


def _above(intake: Intake, stored: IntakeRow) -> dict[str, str]:
    """What the row before says."""
    before = intake.rows.filter(position__lt=stored.position).order_by("position").last()
    return before.values if before else {}


def _by_column(intake: Intake, stored: IntakeRow) -> dict[str, str]:
    cells = zip(intake.columns, stored.raw, strict=False)
    return {column: text for column, text in cells if column and text}


def counts_of(intake: Intake) -> dict[str, int]:
    """How many rows of a list are in which state."""
    rows = intake.rows.order_by().values_list("state").annotate(count=Count("pk"))
    return dict(rows)
