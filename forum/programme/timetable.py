"""A day of a programme laid out by time and room, for days on which rooms run in parallel."""

import datetime as dt
from dataclasses import dataclass, field

from forum.programme.days import Item


@dataclass
class Cell:
    """What happens in a room, from the row that the cell stands in on."""

    room: object
    columns: int
    items: list[Item] = field(default_factory=list)
    rows: int = 1


@dataclass
class Row:
    """A time at which something starts; its cells, with None where a room is empty.

    The places that a cell of an earlier row or room reaches over are left out, as HTML wants it.
    """

    first: object
    cells: list[Cell | None] = field(default_factory=list)


@dataclass
class Timetable:
    rooms: list
    rows: list[Row]
    # What has no time, and so no place in the table.
    untimed: list[Item]


def timetable(items: list[Item]) -> Timetable | None:
    """Lay out the items of a day; None if nothing happens at the same time elsewhere.

    What is alone in its time reaches over all rooms; an item without an end takes one row.
    """
    timed = sorted((item for item in items if item.session.begins), key=_begins)
    parallel = _parallel(timed)
    if not parallel:
        return None
    rooms = list(dict.fromkeys(item.session.venue for item in parallel))
    starts = {item.session.begins: item.session for item in reversed(timed)}
    places = _places(timed, sorted(starts), rooms, parallel)
    rows, done = [Row(starts[start]) for start in sorted(starts)], set()
    for number, row in enumerate(rows):
        for room in rooms:
            cell = places.get((number, room))
            if cell is None or id(cell) not in done:
                row.cells.append(cell)
                done.add(id(cell))
    return Timetable(rooms, rows, [item for item in items if not item.session.begins])


def _begins(item: Item) -> dt.datetime:
    return item.session.begins


def _ends(item: Item) -> dt.datetime:
    return item.session.finishes or item.session.begins + dt.timedelta(minutes=1)


def _overlap(item: Item, other: Item) -> bool:
    return _begins(other) < _ends(item) and _begins(item) < _ends(other)


def _parallel(timed: list[Item]) -> list[Item]:
    """What has to stay in its room: it goes on beside something elsewhere, or meets what does."""
    found = [
        item
        for item in timed
        if any(o.session.venue != item.session.venue and _overlap(item, o) for o in timed)
    ]
    while more := [
        item for item in timed if item not in found and any(_overlap(item, o) for o in found)
    ]:
        found += more
    return [item for item in timed if item in found]


def _places(timed, starts, rooms, parallel) -> dict[tuple[int, object], Cell]:
    """The cell at each row and room that has one; items that meet in a room share theirs."""
    places: dict[tuple[int, object], Cell] = {}
    for item in timed:
        over = [item.session.venue] if item in parallel else rooms
        rows = [n for n, start in enumerate(starts) if _begins(item) <= start < _ends(item)]
        cell = places.get((rows[0], over[0])) or Cell(item.session.venue, len(over))
        cell.items.append(item)
        for place in ((row, room) for row in rows for room in over):
            places.setdefault(place, cell)
    for cell in {id(cell): cell for cell in places.values()}.values():
        cell.rows = len({row for (row, _room), at in places.items() if at is cell})
    return places
