"""The rows of a list as staff see and change them: plain values for the template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from forum.admin.alike import address_of
from forum.choices import RowState, Sign
from forum.intake.kinds import Column, Kind, Link, Place
from forum.intake.limits import as_typed
from forum.intake.lists import number_of
from forum.intake.rows import NEW, NONE, TWIN, Answer, Difference, Row
from forum.models import Intake, IntakeRow

# What the choice of another text for a cell begins with.
INSTEAD = "="


@dataclass(frozen=True)
class Cell:
    """A cell that can be typed into."""

    name: str
    heading: str
    label: str
    text: str
    size: int
    # The list of what is offered there, if anything is.
    offers: str = ""
    error: str = ""

    @property
    def error_id(self) -> str:
        return f"{self.name}-error"


@dataclass(frozen=True)
class Option:
    """Something that may be meant."""

    value: str
    text: str
    is_chosen: bool
    about: str = ""
    why: str = ""
    address: str = ""


@dataclass(frozen=True)
class Question:
    """Which record a cell means."""

    name: str
    # What the cell says, and what it means now.
    asked: str
    answer: str
    is_open: bool
    options: list[Option]


@dataclass(frozen=True)
class GridRow:
    key: int
    number: int
    state: str
    state_name: str
    cells: list[Cell]
    questions: list[Question]
    problems: list[str]
    differences: list[Difference]
    is_left_out: bool
    raw: str = ""

    @property
    def prefix(self) -> str:
        return f"row{self.key}"

    @property
    def errors(self) -> list[tuple[str, str]]:
        """The sentences of the row, each with the field that it is about."""
        own = [(cell.name, cell.error) for cell in self.cells if cell.error]
        return own + [(self.cells[0].name, problem) for problem in self.problems]


@dataclass(frozen=True)
class Grid:
    columns: list[Column]
    offers: dict[str, list[str]]
    # Whether there are columns that it does not show.
    has_more: bool
    rows: list[GridRow] = field(default_factory=list)

    @property
    def errors(self) -> list[tuple[int, str, str]]:
        return [(row.number, name, text) for row in self.rows for name, text in row.errors]


def empty_grid(kind: Kind, place: Place, used: Iterable[str], *, shows_all: bool) -> Grid:
    """A table with the usual columns and those that the list has, or with all."""
    used, every = {*used}, kind.columns_in(place)
    columns = [each for each in every if shows_all or each.is_usual or each.name in used]
    return Grid(columns, offers_of(columns, place), len(columns) < len(every))


def offers_of(columns: Iterable[Column], place: Place) -> dict[str, list[str]]:
    found = {column.name: [*column.offers(place)] for column in columns}
    return {name: texts for name, texts in found.items() if texts}


def blank(kind: Kind, place: Place, data: Mapping, count: int, *, shows_all: bool) -> Grid:
    """Rows to type into, with what was typed already."""
    grid = empty_grid(kind, place, (), shows_all=shows_all)
    for number in range(count):
        names = {f"typed{number}-{each.name}": each for each in grid.columns}
        cells = [
            _cell(name, each, number + 1, data.get(name, ""), grid.offers)
            for name, each in names.items()
        ]
        grid.rows.append(GridRow(0, number + 1, "", "", cells, [], [], [], False))
    return grid


def _cell(
    name: str, column: Column, number: int, text: str, offers: Mapping, error: str = ""
) -> Cell:
    label = _("%(column)s, row %(number)d") % {"column": column.label, "number": number}
    listed = f"offers-{column.name}" if column.name in offers else ""
    return Cell(name, str(column.label), label, text, column.size, listed, error)


def typed(kind: Kind, place: Place, data: Mapping, count: int) -> list[dict[str, str]]:
    """What was typed into blank rows, without those that stayed empty."""
    rows = [
        {
            each.name: text
            for each in kind.columns_in(place)
            if (text := as_typed(data.get(f"typed{number}-{each.name}", "")))
        }
        for number in range(count)
    ]
    return [row for row in rows if row]


def grid_of(
    intake: Intake,
    kind: Kind,
    place: Place,
    stored: Sequence[IntakeRow],
    rows: Sequence[Row],
    *,
    shows_all: bool,
) -> Grid:
    used = {*intake.columns, *(name for row in rows for name in row.values)}
    grid, known = empty_grid(kind, place, used, shows_all=shows_all), _records(kind, rows)
    for each, row in zip(stored, rows, strict=True):
        grid.rows.append(_grid_row(each, row, kind, place, grid.columns, grid.offers, known))
    return grid


def _records(kind: Kind, rows: Sequence[Row]) -> dict[str, Mapping]:
    """The records that may be meant, by link: one query for each kind of them."""
    found = {}
    for link in kind.links:
        answers = [row.answers[link.name] for row in rows if link.name in row.answers]
        keys = {each.key for answer in answers for each in answer.candidates}
        found[link.name] = link.records().in_bulk(
            keys | {answer.key for answer in answers} - {None}
        )
    return found


def _grid_row(stored, row, kind, place, columns, offers, known) -> GridRow:
    number, prefix = number_of(row.position), f"row{stored.pk}"
    cells = [
        _cell(
            f"{prefix}-{column.name}",
            column,
            number,
            row.says(column.name),
            offers,
            row.problems.get(column.name, ""),
        )
        for column in columns
    ]
    shown = {column.name for column in columns}
    return GridRow(
        key=stored.pk,
        number=number,
        state=stored.state,
        state_name=RowState(stored.state).label,
        cells=cells,
        questions=[
            _question(prefix, link, row, place, known[link.name])
            for link in kind.links
            if link.name in row.answers
        ],
        problems=[text for name, text in row.problems.items() if name not in shown],
        differences=row.differences,
        is_left_out=row.is_left_out,
        raw=_raw(stored),
    )


def _raw(stored: IntakeRow) -> str:
    """A row of the sheet as it was, where the table does not show it so."""
    said = {*stored.values.values()}
    return " | ".join(filter(None, stored.raw)) if {*stored.raw} - said - {""} else ""


def _question(prefix: str, link: Link, row: Row, place: Place, known: Mapping) -> Question:
    answer = row.answers[link.name]
    options = [*_recorded(answer, link, known), *_others(answer, link, row, place)]
    chosen = next((option for option in options if option.is_chosen), None)
    return Question(
        name=f"{prefix}~{link.name}",
        asked=row.says(link.name),
        answer=_said(chosen) if chosen else "",
        is_open=answer.is_open and not row.is_left_out,
        options=options,
    )


def _said(option: Option) -> str:
    return f"{option.text} ({option.why})" if option.why else option.text


def _recorded(answer: Answer, link: Link, known: Mapping) -> Iterable[Option]:
    for key, sign in answer.candidates:
        if record := known.get(key):
            is_chosen = answer.chosen == str(key)
            why = Sign(sign).label
            yield Option(
                str(key), str(record), is_chosen, link.about(record), why, address_of(record)
            )


def _others(answer: Answer, link: Link, row: Row, place: Place) -> Iterable[Option]:
    for text in link.instead(row.says(link.name)):
        yield Option(f"{INSTEAD}{text}", text, False, why=_("similar spelling"))
    if row.twin is not None:
        text = _("the same as in row %(number)d") % {"number": number_of(row.twin)}
        yield Option(TWIN, text, answer.chosen == TWIN)
    if place.may(link.right) and not answer.cannot_be_new:
        yield Option(NEW, _("a new one"), answer.chosen == NEW)
    if link.may_be_none or answer.chosen == NONE:
        yield Option(NONE, _("only a name, no record"), answer.chosen == NONE)
