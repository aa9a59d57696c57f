"""What is recognised in a text: a span of it, what it is, and how it hangs together with others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class What(StrEnum):
    PERSON = "person"
    INSTITUTION = "institution"
    COUNTRY = "country"
    CITY = "city"
    OFFICE = "office"
    DATE = "date"
    EVENT = "event"
    DOCUMENT = "document"
    TOPIC = "topic"
    LECTURE = "lecture"


class State(StrEnum):
    KNOWN = "known"
    DOUBTFUL = "doubtful"
    NEW = "new"


class Role(StrEnum):
    """What one mark is to another."""

    OFFICE = "office"  # of a person
    BODY = "body"  # an institution, of an office or a person
    SIDE = "side"  # a country, of an office, an institution or an event
    PLACE = "place"  # a city or country, of an event
    DAY = "day"  # of an event
    GUEST = "guest"  # a person, of a visit
    PART = "part"  # an event, of an event
    PARTY = "party"  # an institution or country, of a document
    SPEAKER = "speaker"  # a person, of a lecture


# The value of an office that several hold: the rectors of A, B and C.
MANY = "many"


@dataclass(frozen=True)
class Link:
    role: Role
    mark: "Mark"


@dataclass(frozen=True)
class Mark:
    """A span of a text. `keys` are the records that it may be: one of what is known."""

    start: int
    end: int
    what: What
    text: str
    state: State = State.NEW
    keys: tuple[str, ...] = ()
    # What it says as a value: a kind of event or document, a country, a date, a title.
    value: str = ""
    detail: str = ""
    links: tuple[Link, ...] = ()

    def linked(self, role: Role) -> list["Mark"]:
        return [link.mark for link in self.links if link.role == role]

    def first(self, role: Role) -> "Mark | None":
        return next(iter(self.linked(role)), None)

    def link(self, role: Role, *marks: "Mark | None") -> "Mark":
        """The mark with links to these as well."""
        more = tuple(Link(role, mark) for mark in marks if mark is not None)
        return replace(self, links=(*self.links, *more))

    def saying(self, detail: str) -> "Mark":
        """The mark with what it is called."""
        return replace(self, detail=" ".join(detail.split()))

    def over(self, text: str, start: int, end: int) -> "Mark":
        """The mark over another span of the text."""
        return replace(self, start=start, end=end, text=text[start:end])

    def overlaps(self, other: "Mark") -> bool:
        return self.start < other.end and other.start < self.end


# Which is kept of two that are equally long: a name says more than a word.
FIRST = (
    *(What.PERSON, What.INSTITUTION, What.OFFICE, What.CITY, What.COUNTRY),
    *(What.TOPIC, What.DATE, What.LECTURE, What.DOCUMENT, What.EVENT),
)


def longest(marks: Iterable[Mark]) -> list[Mark]:
    """Those that remain where several overlap, in the order of the text: the longest."""
    kept: list[Mark] = []
    ends: set[int] = set()
    for mark in sorted(marks, key=lambda each: (each.start - each.end, FIRST.index(each.what))):
        places = range(mark.start, mark.end)
        if ends.isdisjoint(places):
            ends.update(places)
            kept.append(mark)
    return sorted(kept, key=lambda each: each.start)
