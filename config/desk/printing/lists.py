"""Lists: the same rows on paper, as CSV and as a workbook."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from config.desk.printing import pictures
from config.desk.printing.columns import COMES, Column
from config.desk.printing.gathering import Gathering, Guest, Side
from forum.records.texts import alphabetical


def everybody(gathering: Gathering) -> Sequence[Guest]:
    return gathering.guests


def asked(gathering: Gathering) -> Sequence[Guest]:
    """Everybody, if the event asks anything."""
    return gathering.guests if gathering.questions else ()


def by_name(gathering: Gathering) -> list[Guest]:
    """In the alphabet of the reader, for whoever looks somebody up."""
    return sorted(gathering.guests, key=lambda guest: (alphabetical(guest.sort_name), guest.place))


def delegations(gathering: Gathering) -> Sequence[Side]:
    return gathering.sides


def cells(columns: Sequence[Column], rows: Iterable[Guest | Side]) -> list[list[str]]:
    return [[_text(column.value(row)) for column in columns] for row in rows]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def in_one(columns: Sequence[Column], rows: Sequence, tick: str = "") -> dict:
    """A list on paper in one piece; `tick` heads a column of boxes."""
    sheets = [{"title": "", "flag": "", "facts": [], "rows": cells(columns, rows)}]
    return _paper(columns) | {"tick": tick, "sheets": sheets}


def by_side(columns: Sequence[Column], gathering: Gathering, *, breaks: bool = False) -> dict:
    """A list on paper, below each delegation and what is told of it, each on its page or not."""
    shown = [column for column in columns if not column.heads]
    facts = [column.heads for column in columns if column.heads not in (None, COMES)]
    sheets = [
        {
            "title": side.name,
            "flag": side.country,
            "facts": [[fact.title, text] for fact in facts if (text := _text(fact.value(side)))],
            "rows": cells(shown, gathering.of(side)),
        }
        for side in gathering.sides
    ]
    return _paper(shown) | {
        "breaks": breaks,
        "flags": pictures.flags(side.country for side in gathering.sides),
        "sheets": sheets,
    }


def _paper(columns: Sequence[Column]) -> dict:
    return {
        "columns": [column.title for column in columns],
        "shares": [column.share for column in columns],
        "nobody": _("Nobody is on record yet."),
        "breaks": False,
        "flags": {},
        "tick": "",
    }


def unlisted(guest: Guest) -> str:
    """Why somebody is left out of a list that is handed out."""
    return "" if guest.is_listed else _("Not to be listed.")
