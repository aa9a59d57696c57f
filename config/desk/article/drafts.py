"""What staff make of an article, as plain values: what is to be recorded, and how it says so.

Values refer to each other by `ref`: e0 is an event, b0 a body, p0 a person; a country is cKZ.
"""

import datetime as dt
from dataclasses import dataclass

# How others refer to the event on record that an article is read for.
ON_RECORD = "event"
# A date, and how exactly it is known.
SomeDay = tuple[dt.date, str] | None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that the article says: `printed` is how, `ref` how others refer to it."""

    ref: str = ""
    printed: str = ""


@dataclass(frozen=True, kw_only=True)
class NewEvent(Fact):
    kind: str
    title: str
    visit_kind: str = ""
    city: str = ""
    country: str = ""
    starts_on: SomeDay = None
    ends_on: SomeDay = None


@dataclass(frozen=True, kw_only=True)
class Body(Fact):
    """An institution, by its key if it is on record; what staff left out is only a name."""

    name: str
    key: int | None = None
    is_taken: bool = True
    kind: str = ""
    country: str = ""
    event: str = ""
    office: str = ""


@dataclass(frozen=True, kw_only=True)
class Person(Fact):
    name: str
    key: int | None = None
    office: str = ""
    institution: str = ""
    country: str = ""
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class Document(Fact):
    instrument: str
    title: str
    stage: str
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Lecture(Fact):
    event: str
    title: str = ""
    speaker: str = ""


@dataclass(frozen=True, kw_only=True)
class Subject(Fact):
    """A topic on record."""

    key: int


@dataclass(frozen=True, kw_only=True)
class Publication:
    """The article as a source."""

    title: str
    publisher: str = ""
    url: str = ""
    language: str = ""
    published_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """All that is to be recorded of one article; texts are in its language."""

    publication: Publication
    events: tuple[NewEvent, ...] = ()
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    documents: tuple[Document, ...] = ()
    lectures: tuple[Lecture, ...] = ()
    topics: tuple[Subject, ...] = ()

    @property
    def language(self) -> str:
        return self.publication.language

    @property
    def has_facts(self) -> bool:
        """Whether anything is to be recorded beside institutions that take part in nothing."""
        bodies = [body for body in self.bodies if body.is_taken]
        return bool(
            self.events or bodies or self.people or self.documents or self.lectures or self.topics
        )
