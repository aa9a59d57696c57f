"""Lists of records that ask for attention."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import Model, QuerySet

from forum.admin.alike import address_of
from forum.admin.returning import returning
from forum.published import open_to
from forum.rights import may


def form_of(record: Model, back: str) -> str:
    return returning(address_of(record), back)


# So many that do not stand in a panel are counted, no more.
COUNTED = 100


class Section(NamedTuple):
    """Records, what is said of each, and where it is looked after, from where one goes `back`.

    `right` is what it takes to go there.
    """

    title: str
    rows: QuerySet
    detail: Callable[[Model], str]
    address: Callable[[Model, str], str] = form_of
    right: str = "view"


class Panel:
    """A section with its first few records, and how many there are besides, if not very many."""

    def __init__(self, section: Section, back: str, most: int):
        self.title = section.title
        first = list(section.rows[: most + 1])
        self.lines = [
            (section.address(row, back), str(row), section.detail(row)) for row in first[:most]
        ]
        others = self._others(section.rows, most) if len(first) > most else 0
        self.more, self.has_many_more = min(others, COUNTED), others > COUNTED

    def _others(self, rows: QuerySet, most: int) -> int:
        return rows.order_by().values("pk")[: most + COUNTED + 1].count() - most


def panels_of(sections: Iterable[Section], user, *, back: str, most: int) -> list[Panel]:
    """The sections that have something in them and that the user may see."""
    panels = [
        Panel(section._replace(rows=open_to(user, section.rows)), back, most)
        for section in sections
        if may(user, section.right, section.rows.model)
    ]
    return [panel for panel in panels if panel.lines]
