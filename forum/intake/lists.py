"""Beginning with a list: its rows are kept as they are, and its columns are told."""

import hashlib
import json
from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from forum.choices import IntakeState, RowState
from forum.history.author import name_of
from forum.intake.columns import is_heading, meant, plain
from forum.intake.kinds import KINDS, Column, Kind, Place, names_of
from forum.models import Intake, IntakeHeadings, IntakeRow, IntakeSign

BATCH = 1_000
# Between the positions of two rows of a sheet there is room for what one of them is split into.
STEP = 100


def number_of(position: int) -> int:
    """The number of a row as staff count them."""
    return position // STEP + 1


def place_of(intake: Intake, user) -> Place:
    """Where a list belongs; what was deleted since is no longer there."""
    kind = KINDS[intake.kind]
    records = {
        stand.name: stand.model._base_manager.filter(pk=intake.place.get(stand.name)).first()
        for stand in kind.stands_in
    }
    return Place(user, intake.language, {name: each for name, each in records.items() if each})


def is_homeless(intake: Intake, place: Place) -> bool:
    """Whether what the list stands in was deleted."""
    return any(place[name] is None for name in intake.place)


@transaction.atomic
def take_in(kind: Kind, place: Place, rows: Sequence[list[str]], *, source: str = "") -> Intake:
    """Keep the rows of a sheet, and tell its columns as far as its headings do."""
    columns = kind.columns_in(place)
    headings, rows = headed(columns, rows)
    told = remembered(kind, headings) or told_columns(columns, headings, rows)
    is_sure = columns[0].name in told and (headings or len(told) == 1)
    intake = _begin(kind, place, source=source, headings=headings, columns=told)
    intake.state = IntakeState.READING if is_sure else IntakeState.MAPPING
    intake.save()
    _keep_rows(intake, [{"raw": row} for row in rows])
    return intake


@transaction.atomic
def take_typed(kind: Kind, place: Place, values: Sequence[dict[str, str]]) -> Intake:
    """Keep rows that were typed into the columns themselves."""
    intake = _begin(kind, place)
    intake.save()
    _keep_rows(intake, [{"values": each} for each in values])
    return intake


def headed(
    columns: Sequence[Column], rows: Sequence[list[str]]
) -> tuple[list[str], Sequence[list[str]]]:
    """The headings of a sheet, if its first row has them, and the rows below."""
    names = {column.name: names_of(column) for column in columns}
    is_headed = bool(rows) and is_heading(rows[0], names)
    return (list(rows[0]), rows[1:]) if is_headed else ([], rows)


def told_columns(
    columns: Sequence[Column], headings: Sequence[str], rows: Sequence[list[str]]
) -> list[str]:
    """Which column each column of a sheet is, by its headings; without any, in their order."""
    if headings:
        return meant(headings, {column.name: names_of(column) for column in columns})
    return _in_order(columns, max(map(len, rows), default=0))


def add_rows(intake: Intake, count: int) -> None:
    """Add empty rows at the end, to be typed into."""
    last = intake.rows.order_by("position").last()
    first = last.position // STEP + 1 if last else 0
    _keep_rows(intake, [{"state": RowState.EMPTY}] * count, first=first)


@transaction.atomic
def tell_columns(intake: Intake, columns: Sequence[str]) -> None:
    """Read the rows anew with these columns, and remember them for the same headings."""
    intake.columns, intake.state = [*columns], IntakeState.READING
    intake.save()
    if intake.headings:
        IntakeHeadings.objects.update_or_create(
            kind=intake.kind,
            digest=_digest(intake.headings),
            defaults={"headings": intake.headings, "columns": intake.columns},
        )
    IntakeSign.objects.filter(row__intake=intake).delete()
    # What a row was split into comes again; what was typed is no part of the sheet.
    of_sheet = intake.rows.exclude(raw=[])
    of_sheet.alias(within=F("position") % STEP).exclude(within=0).delete()
    of_sheet.update(values={}, answers={}, twin=None, is_left_out=False, state=RowState.WAITING)


def remembered(kind: Kind, headings: Sequence[str]) -> list[str]:
    """What staff said before that these headings mean; nothing if they never did."""
    known = IntakeHeadings.objects.filter(kind=kind.name, digest=_digest(headings)).first()
    return known.columns if known and headings else []


def _digest(headings: Sequence[str]) -> str:
    text = json.dumps([plain(heading) for heading in headings])
    return hashlib.sha256(text.encode()).hexdigest()


def _in_order(columns: Sequence[Column], width: int) -> list[str]:
    """Without headings, the first columns of the kind: staff see it and say if it is wrong."""
    names = [column.name for column in columns]
    return [*names[:width], *[""] * (width - len(names))]


def _begin(kind: Kind, place: Place, **fields) -> Intake:
    Intake.objects.all().tidy()
    return Intake(
        kind=kind.name,
        place={name: record.pk for name, record in place.records.items()},
        language=place.language,
        author=place.by,
        author_name=name_of(place.by),
        **fields,
    )


def _keep_rows(intake: Intake, rows: Sequence[dict], *, first: int = 0) -> None:
    for start in range(0, len(rows), BATCH):
        batch = enumerate(rows[start : start + BATCH], first + start)
        IntakeRow.objects.bulk_create(
            [IntakeRow(intake=intake, position=place * STEP, **row) for place, row in batch]
        )
