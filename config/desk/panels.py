"""Lists of records that ask for attention."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import Model, QuerySet

from forum.admin.alike import address_of
from forum.admin.returning import returning
from forum.rights import may


def form_of(record: Model, back: str) -> str:
    return returning(address_of(record), back)


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
    """A section with its first few records, and how many there are besides."""

    def __init__(self, section: Section, back: str, most: int):
        self.title = section.title
        first = list(section.rows[: most + 1])
        self.lines = [
            (section.address(row, back), str(row), section.detail(row)) for row in first[:most]
        ]
        self.more = section.rows.count() - most if len(first) > most else 0


def panels_of(sections: Iterable[Section], user, *, back: str, most: int) -> list[Panel]:
    """The sections that have something in them and that the user may see."""
    panels = [
        Panel(section, back, most)
        for section in sections
        if may(user, section.right, section.rows.model)
    ]
    return [panel for panel in panels if panel.lines]
