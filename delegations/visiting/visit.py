"""What a delegation sees of its visit, as plain values: page, PDF and calendar only write them."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

NO_DIGIT = re.compile(r"[^\d+]")


class Kind(StrEnum):
    """Of what a line is; with its number the key by which it is known again."""

    PROGRAMME = "session"
    MEETING = "meeting"
    TRANSFER = "transfer"


def key_of(kind: Kind, number: int) -> str:
    return f"{kind}-{number}"


def time_of(begins: dt.datetime | None, finishes: dt.datetime | None) -> str:
    """From when till when, as far as it is known: 10:00–11:30."""
    return "–".join(f"{each:%H:%M}" for each in (begins, finishes) if each)


@dataclass(frozen=True)
class Part:
    """What stands under an item of the programme, and is not theirs in particular."""

    time: str
    title: str


class Own(NamedTuple):
    """Who of the delegation has a part in a line: by keys, which tell nobody's name, and said."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """An item of the programme, a meeting or a transfer.

    `state` is a code, empty for what has none; `notes` are what else there is to say of it,
    but for whom of their own it has.
    """

    kind: Kind
    number: int
    title: str
    # When what it says was changed last.
    changed: dt.datetime
    day: dt.date | None = None
    begins: dt.datetime | None = None
    finishes: dt.datetime | None = None
    is_after_midnight: bool = False
    # In short, by its keys, and with all that it takes to get there.
    place: str = ""
    venue: str = ""
    address: str = ""
    state: str = ""
    state_name: str = ""
    is_sure: bool = True
    # When that begins of which it is a part, if nobody said when it does itself.
    within: dt.datetime | None = None
    # Whether it stands in a calendar by itself, once it has a day.
    has_entry: bool = True
    # Whether it concerns this delegation more than others.
    is_ours: bool = True
    notes: tuple[str, ...] = ()
    own: tuple[Own, ...] = ()
    phone: str = ""
    parts: tuple[Part, ...] = ()
    # Its public page, if there is one.
    url: str = ""

    @property
    def key(self) -> str:
        return key_of(self.kind, self.number)

    @property
    def time(self) -> str:
        return time_of(self.begins, self.finishes)

    @property
    def remarks(self) -> tuple[str, ...]:
        """All that stands below its title and place."""
        return (*self.notes, *(each.text for each in self.own if each.text))

    @property
    def dials(self) -> str:
        """The telephone as a link dials it."""
        return NO_DIGIT.sub("", self.phone)

    @property
    def turn(self) -> tuple[bool, dt.date, bool, bool, dt.time]:
        """By day and clock; what has no time follows, what has no day stands last."""
        moment = self.begins or self.within
        time = moment.time() if moment else dt.time.min
        day = self.day or dt.date.max
        return self.day is None, day, self.is_after_midnight, moment is None, time


@dataclass(frozen=True)
class Day:
    date: dt.date | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Person:
    """A member of the delegation."""

    number: int
    name: str
    office: str
    function: str
    state: str
    state_name: str

    @property
    def key(self) -> str:
        return f"member-{self.number}"


@dataclass(frozen=True)
class Said:
    """A text with what it is about: an arrival, a contact."""

    key: str
    label: str
    text: str
    email: str = ""


class Gone(NamedTuple):
    """A line that stands no more, though it is on record: in which state, and what it was.

    What still takes place, but is no line of its own any more, is a part of some `whole`.
    """

    state: str
    title: str
    whole: str = ""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """All that a delegation sees; `gone` are the lines that stand no more, by key."""

    event: str
    when_and_where: str
    side: str
    status: str = ""
    status_name: str = ""
    is_off: bool = False
    zone: str = ""
    lines: tuple[Line, ...] = ()
    members: tuple[Person, ...] = ()
    travel: tuple[Said, ...] = ()
    contacts: tuple[Said, ...] = ()
    gone: Mapping[str, Gone] = field(default_factory=dict)
    # Of the whole programme, if visitors may read it.
    programme_url: str = ""

    @property
    def days(self) -> list[Day]:
        return by_day(self.lines)

    @property
    def told(self) -> list[Said]:
        """What is known of travel and contacts."""
        return [each for each in (*self.travel, *self.contacts) if each.text]

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.members or self.told)


def by_day(lines: Iterable[Line]) -> list[Day]:
    """The lines in their order, by days; what has the same time keeps the order given."""
    ordered = sorted(lines, key=lambda line: line.turn)
    days = groupby(ordered, key=lambda line: line.day)
    return [Day(date, tuple(of_day)) for date, of_day in days]


def facts_of(visit: Visit) -> dict[str, dict[str, str]]:
    """What is said of each thing, by its key, as texts that can be kept and compared."""
    return dict(_facts(visit))


def _facts(visit: Visit) -> Iterator[tuple[str, dict[str, str]]]:
    event = {"state": visit.status, "state_name": visit.status_name, "more": visit.when_and_where}
    yield "event", {"title": visit.event, **event}
    for each in (*visit.travel, *visit.contacts):
        yield each.key, {"title": each.label, "more": each.text}
    for day in visit.days:
        for line in day.lines:
            yield line.key, _of_line(line)
    for person in visit.members:
        state = {"state": person.state, "state_name": person.state_name}
        yield person.key, {"title": person.name, **state}


def _of_line(line: Line) -> dict[str, str]:
    at = line.day.isoformat() if line.day else ""
    if line.begins:
        at = f"{line.begins:%Y-%m-%dT%H:%M}"
    return {
        "title": line.title,
        "at": at,
        "until": f"{line.finishes:%H:%M}" if line.finishes else "",
        "place": line.place,
        "venue": line.venue,
        "state": line.state,
        "state_name": line.state_name,
        "own": " ".join(each.key for each in line.own),
        "own_name": " · ".join(each.text for each in line.own if each.text),
        "more": " · ".join((*line.notes, *filter(None, [line.phone]))),
    }
