"""Where the parts of a picture go: arithmetic for the SVG that our templates draw.

Units are those of the picture's own grid; the page scales it. Nothing here touches a database.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WIDTH = 720


@dataclass(frozen=True)
class Block:
    """A piece of a stacked column."""

    kind: str
    count: int
    y: float
    height: float


@dataclass(frozen=True)
class Column:
    label: str
    total: int
    x: float
    width: float
    top: float
    blocks: list[Block]

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def above(self) -> float:
        """Where the number over the column stands."""
        return round(self.top - 5, 1)


@dataclass(frozen=True)
class Columns:
    """A chart of stacked columns, the base line at `base`."""

    columns: list[Column]
    kinds: list[str]
    width: int = WIDTH
    height: int = 220
    base: int = 196


def stacked_columns(rows: Sequence[tuple[str, Mapping[str, int]]], kinds: Sequence[str]) -> Columns:
    """Draw, for each (label, count of each kind), a column of blocks in the order of the kinds."""
    highest = max((sum(counts.values()) for _label, counts in rows), default=0) or 1
    room, step = Columns.base - 24, WIDTH / max(len(rows), 1)
    columns = []
    for place, (label, counts) in enumerate(rows):
        width = min(step * 0.7, 56)
        y, blocks = float(Columns.base), []
        for kind in kinds:
            if count := counts.get(kind, 0):
                height = room * count / highest
                y -= height
                blocks.append(Block(kind, count, round(y, 1), round(height, 1)))
        x = step * place + (step - width) / 2
        total = sum(counts.values())
        columns.append(Column(label, total, round(x, 1), round(width, 1), round(y, 1), blocks))
    used = [kind for kind in kinds if any(counts.get(kind) for _label, counts in rows)]
    return Columns(columns, used)


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    url: str
    width: float


def bars(rows: Sequence[tuple[str, int, str]], *, widest: float = 200) -> list[Bar]:
    """Draw (label, count, address) as bars of which the widest has the given width."""
    highest = max((count for _label, count, _url in rows), default=0) or 1
    return [
        Bar(label, count, url, round(widest * count / highest, 1)) for label, count, url in rows
    ]


class TimeLine:
    """A line of time between two days, which says where on it a day stands."""

    def __init__(self, first: dt.date, last: dt.date, *, width: float = WIDTH, margin: float = 40):
        self.first, self.last = first, last
        self.left, self.right = margin, width - margin

    @classmethod
    def around(cls, days: Sequence[dt.date], *, before: int, after: int) -> "TimeLine":
        """A line for these days with so many more at its ends, as far as the calendar reaches."""
        first = max(min(days).toordinal() - before, dt.date.min.toordinal())
        last = min(max(days).toordinal() + after, dt.date.max.toordinal())
        return cls(dt.date.fromordinal(first), dt.date.fromordinal(last))

    def x(self, day: dt.date) -> float:
        """Where a day stands; days beyond the ends stand at the ends."""
        days = max((self.last - self.first).days, 1)
        part = min(max((day - self.first).days / days, 0), 1)
        return round(self.left + part * (self.right - self.left), 1)

    def years(self, most: int = 8) -> list[tuple[int, float]]:
        """Years to write under the line, not too many of them, as (year, x)."""
        years = range(self.first.year + 1, self.last.year + 1)
        step = -(-len(years) // most) or 1
        return [(year, self.x(dt.date(year, 1, 1))) for year in years if year % step == 0]


@dataclass(frozen=True)
class Span:
    """A stretch of a time line."""

    kind: str
    x: float
    y: int
    width: float
    height: int
    label: str = ""

    @property
    def anchor(self) -> str:
        """From which end its label runs, so that it does not leave the picture."""
        return "start" if self.x < WIDTH * 0.55 else "end"

    @property
    def label_x(self) -> float:
        return self.x if self.anchor == "start" else round(self.x + self.width, 1)


@dataclass(frozen=True)
class Point:
    x: float
    y: int


@dataclass(frozen=True)
class Node:
    label: str
    x: int
    y: float


@dataclass(frozen=True)
class Tie:
    path: str
    width: float


@dataclass(frozen=True)
class Network:
    left: list[Node]
    right: list[Node]
    ties: list[Tie]
    height: float
    width: int = WIDTH


def network(
    left: Sequence[tuple[int, str]],
    right: Sequence[tuple[int, str]],
    ties: Mapping[tuple[int, int], int],
) -> Network:
    """Draw two columns of (key, label) and the ties between their keys, thicker for more."""
    height = 34 * max(len(left), len(right), 1) + 10
    lefts, rights = _column(left, 250, height), _column(right, WIDTH - 250, height)
    drawn = []
    for (one, other), count in ties.items():
        if one in lefts and other in rights:
            a, b = lefts[one], rights[other]
            path = f"M{a.x + 8} {a.y}C{a.x + 90} {a.y} {b.x - 90} {b.y} {b.x - 8} {b.y}"
            drawn.append(Tie(path, min(1.5 * count, 9)))
    return Network(list(lefts.values()), list(rights.values()), drawn, height)


def _column(nodes: Sequence[tuple[int, str]], x: int, height: float) -> dict[int, Node]:
    step = height / max(len(nodes), 1)
    return {
        key: Node(label, x, round(step * (place + 0.5), 1))
        for place, (key, label) in enumerate(nodes)
    }


@dataclass(frozen=True)
class Place:
    code: str
    path: str
    x: int
    y: int
    radius: float


@dataclass(frozen=True)
class Map:
    places: list[Place]
    view: tuple[int, int, int, int]


@lru_cache(maxsize=1)
def _world() -> dict[str, tuple[int, int, str]]:
    """Each country's centre and outline on a map of 2000 × 974 units.

    Drawn once from Natural Earth (public domain) in the Equal Earth projection, as is
    static/world.svg, which shows all countries in the same units.
    """
    return json.loads(Path(__file__).with_name("world.json").read_text(encoding="utf-8"))


def world_map(rows: Sequence[tuple[str, int]]) -> Map:
    """Draw countries as (code, count), looking from as near as shows them all."""
    highest = max((count for _code, count in rows), default=0) or 1
    known = [row for row in rows if row[0] in _world()]
    points = [_world()[code][:2] for code, _count in known] or [(1000, 400)]
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    width = min(max(right - left + 260, (bottom - top + 160) * 2, 560), 2000)
    height = width / 2
    x = min(max((left + right - width) / 2, 0), 2000 - width)
    y = min(max((top + bottom - height) / 2, 0), 974 - height)
    places = [
        Place(
            code,
            _world()[code][2],
            *_world()[code][:2],
            radius=round(width / 180 * (1 + (count / highest) ** 0.5), 1),
        )
        for code, count in known
    ]
    return Map(places, (round(x), round(y), round(width), round(height)))
