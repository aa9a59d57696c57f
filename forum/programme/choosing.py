"""What a reader has chosen to see of a programme: a day, a room, a kind, some words.

A small programme stands whole on one page, a large one a day at a time. What is chosen comes with
what it is a part of and with its parts, or nobody could tell what it is.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

# So many items are read on one page, and so few are chosen from by looking at them.
WHOLE, FEW = 100, 30
# Stands in an address for what has no day.
UNDATED = "none"
# The parameters of an address, in their order.
NAMES = ("day", "room", "kind", "q", "zone")


class Planned(Protocol):
    """What of an item decides whether it is chosen."""

    pk: int
    parent_id: int | None
    day: dt.date | None
    kind: str
    venue_id: int | None


@dataclass(frozen=True)
class Tab:
    """A day of the programme, with how many of the chosen items it has."""

    date: dt.date | None
    count: int
    url: str
    is_chosen: bool

    @property
    def name(self) -> str:
        return name_of(self.date)


def name_of(day: dt.date | None) -> str:
    """How an address names a day."""
    return day.isoformat() if day else UNDATED


class Choice:
    """What of a programme is shown, and what else could be."""

    def __init__(
        self,
        given: Mapping[str, str],
        outline: Sequence[Planned],
        on: dt.date,
        having: Callable[[str], set[int]] = lambda words: set(),
    ):
        """`having` finds the keys of the items that have some words."""
        self.given = {name: text for name in NAMES if (text := given.get(name, "").strip())}
        self._parents = {each.pk: each.parent_id for each in outline}
        days = {each.pk: each.day for each in outline}
        # A part of something is on its day; what stands under an absent item is left out with it.
        self._day_of = {
            key: days[top] for key in days if (top := self._chain(key)[-1]) and top in days
        }
        self.rooms = Counter(each.venue_id for each in outline if each.venue_id)
        self.kinds = Counter(each.kind for each in outline)
        self.room = next((key for key in self.rooms if str(key) == self.given.get("room")), None)
        self.kind = self.given["kind"] if self.given.get("kind") in self.kinds else ""
        self.words = self.given.get("q", "")
        self.is_large = len(outline) > FEW
        self._left = self._chosen_among(outline, having)
        self._choose_day(on)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.room or self.kind or self.words)

    @property
    def keys(self) -> list[int]:
        """The items that are shown, in their order."""
        return [key for key in self._left if self.is_whole or self._day_of[key] == self.day]

    @property
    def total(self) -> int:
        return len(self._left)

    @property
    def tabs(self) -> list[Tab]:
        """The days to go to: places on the page, or pages of their own."""
        return [
            Tab(
                day,
                count,
                f"#day-{name_of(day)}" if self.is_whole else self.url(day=name_of(day)),
                not self.is_whole and day == self.day,
            )
            for day, count in self._days.items()
        ]

    @property
    def has_all(self) -> bool:
        """Whether all that is chosen can be read on one page, and is not."""
        return not self.is_whole and len(self._left) <= WHOLE

    def url(self, **changes: str) -> str:
        """The address of the programme with other parameters."""
        chosen = {name: text for name, text in (self.given | changes).items() if text}
        return f"?{urlencode(chosen)}"

    @property
    def url_of_all(self) -> str:
        return self.url(day="")

    def _chosen_among(
        self, outline: Sequence[Planned], having: Callable[[str], set[int]]
    ) -> list[int]:
        """The keys of what fits, with what it is a part of and with its parts."""
        if not self.is_narrowed:
            return list(self._day_of)
        found = having(self.words) if self.words else set(self._parents)
        fits = {each.pk for each in outline if self._fits(each) and each.pk in found}
        above = {key for each in fits for key in self._chain(each)}
        return [key for key in self._day_of if key in above or fits.intersection(self._chain(key))]

    def _fits(self, session: Planned) -> bool:
        in_room = self.room is None or session.venue_id == self.room
        return in_room and (not self.kind or session.kind == self.kind)

    def _chain(self, key: int) -> list[int]:
        """An item and what it is a part of, up to the top."""
        chain = [key]
        while (parent := self._parents.get(chain[-1])) is not None:
            chain.append(parent)
        return chain

    def _choose_day(self, on: dt.date) -> None:
        counted = Counter(self._day_of[key] for key in self._left)
        self._days = {
            day: counted[day] for day in sorted(counted, key=lambda day: day or dt.date.max)
        }
        asked = [day for day in self._days if name_of(day) == self.given.get("day")]
        self.is_whole = not asked and (len(self._left) <= WHOLE or len(self._days) < 2)
        best = [*asked, *(day for day in self._days if day == on), *self._days]
        self.day = best[0] if best else None
