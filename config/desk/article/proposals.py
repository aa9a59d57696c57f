"""The marks of a text as rows that staff tick and correct: each thing once, however often named."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from config.desk.article.found import Called, Found, Row, Same
from config.desk.article.participants import institution, person
from config.desk.article.reading.knowledge import Knowledge
from config.desk.article.reading.marks import Mark, Role, What
from config.desk.article.spans import Span, as_typed_spans

PLACES = (What.DATE, What.CITY, What.COUNTRY)
MOST_PARTIES = 3


@dataclass
class Proposals:
    """Rows for each kind of record; rows refer to each other as b0 (a body) or p0 (a person)."""

    events: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)
    bodies: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    lectures: list[Row] = field(default_factory=list)
    topics: list[Row] = field(default_factory=list)
    # What is marked besides: days, cities and countries, which are in the rows of the events.
    places: list[Row] = field(default_factory=list)


def propose(
    text: str, marks: Iterable[Mark], knowledge: Knowledge, called: Called, *, on_record: bool
) -> Proposals:
    """Rows for what is in the text, for an event on record if there is one already.

    `called` names what is on record.
    """
    found = Found(text, marks, knowledge, called, on_record=on_record)
    return Proposals(
        events=[_event(found, mark) for mark in found.events],
        people=[person(found, same) for same in found.people],
        bodies=[institution(found, same) for same in found.bodies],
        documents=[_document(found, mark) for mark in found.of(What.DOCUMENT)],
        lectures=[_lecture(found, mark) for mark in found.of(What.LECTURE)],
        topics=[found.named(same) for same in found.once(What.TOPIC)],
        places=[_place(found, same) for what in PLACES for same in found.once(what)],
    )


def _event(found: Found, mark: Mark) -> Row:
    day, place = mark.first(Role.DAY), mark.first(Role.PLACE)
    first, _slash, last = (day.value if day else "").partition("/")
    is_city = place is not None and place.what == What.CITY
    return found.row(
        [mark, *(each for each in (day, place) if each and not mark.overlaps(each))],
        kind=mark.value,
        visit_kind=mark.detail,
        title=_as_title(mark.text),
        city=found.name_of(place) if place and is_city else "",
        country=place.value if place else _host(found),
        starts_on=first,
        ends_on=last,
    )


def _host(found: Found) -> str:
    """The country in which it all takes place."""
    places = (event.first(Role.PLACE) for event in reversed(found.events))
    return next((place.value for place in places if place), "")


def _document(found: Found, mark: Mark) -> Row:
    parties = [_party(found, each) for each in mark.linked(Role.PARTY)][:MOST_PARTIES]
    named = {f"party_{number}": party for number, party in enumerate(parties, 1)}
    return found.row([mark], instrument=mark.value, title=_as_title(mark.text), **named)


def _party(found: Found, mark: Mark) -> str:
    if mark.what == What.COUNTRY:
        return f"c{mark.value}"
    return found.reference("b", found.bodies, mark)


def _lecture(found: Found, mark: Mark) -> Row:
    speaker = found.reference("p", found.people, mark.first(Role.SPEAKER))
    event = found.main_event
    return found.row([mark], title=mark.detail, speaker=speaker, event=event, take=bool(event))


def _place(found: Found, same: Same) -> Row:
    """A day or place, marked only where it stands by itself: not in “Estonian President”."""
    others = [mark for mark in found.marks if mark.what not in PLACES]
    alone = [mark for mark in same if not any(mark.overlaps(each) for each in others)]
    spans = as_typed_spans(Span(mark.start, mark.end) for mark in alone)
    return found.named(same) | {"spans": spans}


def _as_title(text: str) -> str:
    """A phrase of the text as a title: on one line, with a capital."""
    title = " ".join(text.split())
    return title[:1].upper() + title[1:]
