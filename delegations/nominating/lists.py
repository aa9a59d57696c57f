"""A list of people that a delegation pastes or uploads, read as staff's lists of members are.

Nothing is kept of it before it is taken over: until then the page carries its rows.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.core.exceptions import BadRequest, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.choices import MemberFunction, NomineeState
from delegations.intake.members import FUNCTION
from delegations.intake.people_columns import INSTITUTION, NAME, OFFICE
from delegations.models import Invitation, Nominee
from delegations.nominating.services import keep_draft
from forum.intake.kinds import Column
from forum.intake.limits import as_typed
from forum.intake.lists import headed, told_columns
from forum.intake.preparing import read_cells
from forum.intake.readers import Text, languages
from forum.intake.rows import Row
from forum.intake.scripts import column_language
from forum.search.words import folded

# A delegation is a few dozen people; what is carried by a page must not be much more.
MOST_ROWS = 300
COLUMNS = (
    replace(NAME, label=gettext_lazy("Name in Latin letters")),
    Column(
        name="original_name",
        label=gettext_lazy("Name in its own script"),
        read=Text(200),
        synonyms=("native name", "original name", "имя на родном языке", "nimi algkirjas"),
    ),
    OFFICE,
    INSTITUTION,
    Column(
        name="category",
        label=gettext_lazy("Category"),
        read=FUNCTION,
        synonyms=("function", "role", "функция", "роль", "рөлі", "roll", "kategooria"),
    ),
    Column(
        name="languages",
        label=gettext_lazy("Languages"),
        read=languages,
        synonyms=("language", "язык", "владение языками", "тілдер", "keel"),
    ),
    Column(
        name="arrival",
        label=gettext_lazy("Arrival"),
        read=Text(200),
        synonyms=("arrives", "прилёт", "приезд", "келуі", "saabub"),
    ),
    Column(
        name="departure",
        label=gettext_lazy("Departure"),
        read=Text(200),
        synonyms=("departs", "вылет", "кетуі", "lahkub"),
    ),
    Column(
        name="hotel",
        label=gettext_lazy("Hotel"),
        read=Text(200),
        synonyms=("accommodation", "гостиница", "отель", "қонақүй", "hotell"),
    ),
    Column(
        name="dietary_needs",
        label=gettext_lazy("Dietary needs"),
        read=Text(300),
        synonyms=("diet", "food", "питание", "диета", "тамақтану", "toit"),
    ),
    Column(
        name="access_needs",
        label=gettext_lazy("Access needs"),
        read=Text(300),
        synonyms=("accessibility", "доступная среда", "ligipääs"),
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}

Values = list[dict[str, str]]


def values_of(rows: Sequence[list[str]]) -> Values:
    """What each row of a sheet says, by column. Raises ValidationError if there are too many."""
    headings, rows = headed(COLUMNS, rows)
    if len(rows) > MOST_ROWS:
        sentence = _("The list has more than %(most)d rows. Split it into several lists.")
        raise ValidationError(sentence, params={"most": MOST_ROWS})
    told = told_columns(COLUMNS, headings, rows)
    found = [_by_column(told, row) for row in rows]
    return [values for values in found if values]


def _by_column(told: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    cells = zip(told, row, strict=False)
    return {name: as_typed(text) for name, text in cells if name and text}


def carried(values: Values) -> str:
    return json.dumps(values, ensure_ascii=False)


def brought(data: Mapping[str, str]) -> Values:
    """The rows that a page carried, with what was corrected there. Raises BadRequest if odd."""
    try:
        rows = json.loads(data.get("rows", "[]"))
        found = [{name: as_typed(row[name]) for name in BY_NAME if row.get(name)} for row in rows]
    except (ValueError, TypeError, AttributeError) as error:
        raise BadRequest("These are no rows of a list.") from error
    for number, values in enumerate(found[:MOST_ROWS]):
        for name in BY_NAME:
            if (text := data.get(f"cell-{number}-{name}")) is not None:
                values[name] = as_typed(text)
    return found[:MOST_ROWS]


def examine(values: Values, invitation: Invitation, on: dt.date) -> list[Row]:
    """The rows as they are read, each with a sentence for whatever is wrong in it."""
    there = invitation.nominees.exclude(state=NomineeState.WITHDRAWN)
    known = {_sign(each.name or each.original_name): each for each in there}
    categories, signs = [each.category for each in there], {*known}
    standing, rows = invitation.standing(on), []
    for number, said in enumerate(values):
        row = Row(position=number, values=said)
        row.known = known.get(_sign(_name_of(row)))
        read_cells(row, COLUMNS)
        _refuse_nameless(row, signs)
        category = row.cells.get("category") or MemberFunction.MEMBER
        if refusal := standing.refusal(NomineeState.DRAFT, category, categories):
            row.problems.setdefault(refusal.field or "name", refusal.sentence)
        if not row.problems:
            categories.append(category)
            signs.add(_sign(_name_of(row)))
        rows.append(row)
    return rows


def _name_of(row: Row) -> str:
    return row.says("name") or row.says("original_name")


def _sign(name: str) -> tuple[str, ...]:
    return tuple(sorted(folded(name)))


def _refuse_nameless(row: Row, signs: set[tuple[str, ...]]) -> None:
    name = _name_of(row)
    if not name:
        row.problems["name"] = _("Give a name.")
    elif _sign(name) in signs:
        row.problems["name"] = _("Somebody of this name is on your list already.")


@transaction.atomic
def take_over(
    rows: Sequence[Row], invitation: Invitation, *, language: str, consented_on: dt.date | None
) -> int:
    """Make drafts of the rows in which nothing is wrong; how many they are."""
    good = [row for row in rows if not row.problems]
    for row in good:
        nominee = Nominee(invitation=invitation, consented_on=consented_on, **row.cells)
        if nominee.office:
            nominee.office_language = column_language(nominee.office, language)
        nominee.full_clean()
        keep_draft(nominee)
    return len(good)
