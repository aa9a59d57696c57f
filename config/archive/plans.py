"""What is decided of an event before anything is written of it: what, when, where and who."""

import datetime as dt
from dataclasses import dataclass

from config.archive import words
from config.archive.chance import YEAR, Chance
from config.archive.size import Size
from forum.choices import EventKind
from forum.models import Event, Series

# The first event is by far the largest, the second has nothing.
LARGEST, EMPTY = 0, 1
KINDS = dict.fromkeys(EventKind, 3) | {
    EventKind.FORUM: 25,
    EventKind.VISIT: 20,
    EventKind.CONFERENCE: 15,
    EventKind.MEETING: 15,
}
WHOLES = (EventKind.VISIT, EventKind.SUMMIT)
# So many visits and summits are remembered as what others may be a part of.
REMEMBERED = 10


@dataclass(frozen=True, kw_only=True)
class Plan:
    number: int
    kind: str
    countries: tuple[str, ...]
    first: dt.date
    length: int
    city: words.Texts
    parent: Event | None = None
    series: Series | None = None
    edition: int | None = None

    @property
    def days(self) -> list[dt.date]:
        return [self.first + dt.timedelta(day) for day in range(self.length)]

    @property
    def title(self) -> words.Texts:
        titles = words.table("titles", self.kind)
        title = titles[self.number % len(titles)]
        if len(self.countries) == 2:
            pair = map(words.country, self.countries)
            return words.joined("{} – {}: {} ({} {})", *pair, title, self.city, self.first.year)
        return words.joined("{} № {}, {} {}", title, self.number + 1, self.city, self.first.year)


class Plans:
    """The plans of all events, each after those that it follows or is a part of."""

    def __init__(self, size: Size, chance: Chance, today: dt.date):
        self.size, self.chance, self.today = size, chance, today
        self.series: list[Series] = []
        # When the last edition of each was.
        self.last: dict[Series, tuple[int, dt.date]] = {}
        self.wholes: list[tuple[Plan, Event]] = []

    def begin_series(self, series: Series) -> None:
        self.last[series] = 0, self.chance.past(self.today)

    def remember(self, plan: Plan, event: Event) -> None:
        """Let events to come be parts of this one, if it is of a kind that has parts."""
        if plan.kind in WHOLES:
            self.wholes = [*self.wholes, (plan, event)][-REMEMBERED:]

    def next(self, number: int) -> Plan:
        if number == LARGEST:
            return self._largest()
        kind = self.chance.weighted(KINDS)
        if self.wholes and kind not in WHOLES and self.chance.happens(0.15):
            return self._part(number, kind)
        countries = self._countries()
        return Plan(
            number=number,
            kind=kind,
            countries=countries,
            length=self.chance.randint(1, 4),
            city=words.city(countries[0], self.chance.randrange(12)),
            **(self._edition() if kind == EventKind.FORUM else {"first": self._day()}),
        )

    def _largest(self) -> Plan:
        countries = tuple(words.COUNTRIES)[: max(2, self.size.largest.delegations * 3 // 4)]
        return Plan(
            number=LARGEST,
            kind=EventKind.FORUM,
            countries=countries,
            first=self.today - dt.timedelta(40),
            length=5,
            city=words.city(countries[0], 0),
        )

    def _part(self, number: int, kind: str) -> Plan:
        whole, event = self.chance.choice(self.wholes)
        return Plan(
            number=number,
            kind=kind,
            countries=whole.countries,
            first=whole.first,
            length=1,
            city=whole.city,
            parent=event,
        )

    def _countries(self) -> tuple[str, ...]:
        if self.chance.happens(0.15):
            return self.chance.choice([("KZ", "EE"), ("EE", "KZ")])
        most = 2 if self.chance.happens(0.6) else self.chance.randint(3, 9)
        chosen = (self.chance.weighted(words.COUNTRIES) for _ in range(most))
        return tuple(dict.fromkeys(chosen))

    def _day(self) -> dt.date:
        if self.chance.happens(0.06):
            return self.today + self.chance.days(1, YEAR)
        return self.chance.past(self.today)

    def _edition(self) -> dict:
        """The next of a series, a year after the one before; none if that is too far ahead."""
        series = self.chance.choice([*self.last])
        edition, before = self.last[series]
        day = before + dt.timedelta(YEAR)
        if day > self.today + dt.timedelta(YEAR):
            return {"first": self._day()}
        self.last[series] = edition + 1, day
        return {"series": series, "edition": edition + 1, "first": day}
