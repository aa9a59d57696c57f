"""A day of a programme laid out by time and room, for days on which rooms run in parallel."""

import datetime as dt
from dataclasses import dataclass, field

from forum.programme.days import Item, Session

# So many rooms fit side by side; a day in more is read as a list.
MOST_ROOMS = 6


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

    first: Session
    cells: list[Cell | None] = field(default_factory=list)


@dataclass
class Timetable:
    rooms: list[object]
    rows: list[Row]
    # What has no time, and so no place in the table.
    untimed: list[Item]


@dataclass(frozen=True)
class Timed:
    """An item that has a time; it takes a minute at least, or it would stand in no row."""

    item: Item
    begins: dt.datetime
    ends: dt.datetime

    @property
    def venue(self) -> object:
        return self.item.session.venue

    def overlaps(self, other: "Timed") -> bool:
        return other.begins < self.ends and self.begins < other.ends


def timetable(items: list[Item]) -> Timetable | None:
    """Lay out the items of a day; None if nothing happens at the same time elsewhere, or too much.

    What is alone in its time reaches over all rooms; what has no length takes one row.
    """
    if len({item.session.venue for item in items}) > MOST_ROOMS:
        return None
    timed = _timed(items)
    parallel = _parallel(timed)
    if not parallel:
        return None
    rooms = list(dict.fromkeys(one.venue for one in parallel))
    starts = {one.begins: one.item.session for one in reversed(timed)}
    places = _places(timed, sorted(starts), rooms, parallel)
    rows, done = [Row(starts[start]) for start in sorted(starts)], set()
    for number, row in enumerate(rows):
        for room in rooms:
            cell = places.get((number, room))
            if cell is None or id(cell) not in done:
                row.cells.append(cell)
                done.add(id(cell))
    return Timetable(rooms, rows, [item for item in items if not item.session.begins])


def _timed(items: list[Item]) -> list[Timed]:
    """What of these has a time, in its order."""
    timed = []
    for item in items:
        if begins := item.session.begins:
            ends = max(item.session.finishes or begins, begins + dt.timedelta(minutes=1))
            timed.append(Timed(item, begins, ends))
    return sorted(timed, key=lambda one: one.begins)


def _parallel(timed: list[Timed]) -> list[Timed]:
    """What has to stay in its room: it goes on beside something elsewhere, or meets what does."""
    found = [
        one
        for one in timed
        if any(other.venue != one.venue and one.overlaps(other) for other in timed)
    ]
    while more := [one for one in timed if one not in found and any(map(one.overlaps, found))]:
        found += more
    return [one for one in timed if one in found]


def _places(
    timed: list[Timed], starts: list[dt.datetime], rooms: list[object], parallel: list[Timed]
) -> dict[tuple[int, object], Cell]:
    """The cell at each row and room that has one; items that meet in a room share theirs."""
    places: dict[tuple[int, object], Cell] = {}
    for one in timed:
        over = [one.venue] if one in parallel else rooms
        rows = [n for n, start in enumerate(starts) if one.begins <= start < one.ends]
        cell = places.get((rows[0], over[0])) or Cell(one.venue, len(over))
        cell.items.append(one.item)
        for place in ((row, room) for row in rows for room in over):
            places.setdefault(place, cell)
    for cell in {id(cell): cell for cell in places.values()}.values():
        cell.rows = len({row for (row, _room), at in places.items() if at is cell})
    return places
