"""Rows of those who take part: people with their offices, and institutions."""

import re

from config.desk.article.drafts import ON_RECORD
from config.desk.article.found import NOTHING, Found, Row, Same, is_among
from config.desk.article.reading.marks import MANY, Mark, Role, What
from config.desk.article.reading.vocabulary import LINKS
from delegations.choices import InstitutionKind
from forum.search.words import fold

STOP = re.compile(r"[.!?]\s|\n")


def person(found: Found, same: Same) -> Row:
    """A row of somebody, in the first office that the text gives them.

    Who is only mentioned takes part in nothing, and is not ticked.
    """
    office = _office_of(same)
    body = _body_of(found, same, office)
    side = _side(found, office, body)
    is_told = office is not None or body is not None
    event = _visit_of(found, same) or (_event_of(found, same, side) if is_told else NOTHING)
    row = found.row(
        [*same, *([office] if office else [])],
        name=found.name_of(same[0]),
        office=_in_words(office) if office else "",
        institution=found.reference("b", found.bodies, body),
        country=side or _side_on_record(found, same[0]),
        event=event,
    )
    return row | {"take": row["take"] and bool(event or _speaks(found, same))}


def _office_of(same: Same) -> Mark | None:
    return next((office for mark in same if (office := mark.first(Role.OFFICE))), None)


def _in_words(office: Mark) -> str:
    """An office without the institution that it is of, which stands beside it."""
    body = office.first(Role.BODY)
    words = (office.text.replace(body.text, " ") if body else office.text).split()
    while words and fold(words[-1]) in LINKS:
        words.pop()
    return " ".join(words)


def _body_of(found: Found, same: Same, office: Mark | None) -> Mark | None:
    """The institution of a person: as the text says, of their office, or as on record."""
    said = next((body for mark in same if (body := mark.first(Role.BODY))), None)
    if said or office is None:
        return said
    ministries = (mark for body in found.bodies for mark in body if mark.start == office.start)
    return office.first(Role.BODY) or next(ministries, None) or _held(found, same[0], office)


def _held(found: Found, who: Mark, office: Mark) -> Mark | None:
    """The institution in the text at which the person is on record in that office."""
    held = {
        post.institution
        for key in who.keys
        for post in found.knowledge.posts.get(key, ())
        if any(fold(each).startswith(fold(office.text)) for each in post.offices)
    }
    return next((same[0] for same in found.bodies if held.intersection(same[0].keys)), None)


def _side(found: Found, office: Mark | None, body: Mark | None) -> str:
    """The country that the text says, or that of the institution."""
    side = office.first(Role.SIDE) if office else None
    if side:
        return side.value
    known = [found.knowledge.bodies.get(key) for key in body.keys] if body else []
    return next((each.country for each in known if each), "")


def _side_on_record(found: Found, who: Mark) -> str:
    """The country of all institutions at which a person is on record, if it is one."""
    posts = found.knowledge.posts.get(who.keys[0], ()) if len(who.keys) == 1 else ()
    bodies = [found.knowledge.bodies.get(post.institution) for post in posts]
    countries = {body.country for body in bodies if body and body.country}
    return countries.pop() if len(countries) == 1 else ""


def _visit_of(found: Found, same: Same) -> str:
    """The visit of which a person is the guest."""
    for number, event in enumerate(found.events):
        if any(is_among(guest, same) for guest in event.linked(Role.GUEST)):
            return ON_RECORD if found.on_record else f"e{number}"
    return NOTHING


def _event_of(found: Found, same: Same, side: str) -> str:
    """What others take part in; who only gives a lecture, for nobody, comes in no delegation."""
    return NOTHING if _speaks(found, same) and not side else found.main_event


def _speaks(found: Found, same: Same) -> bool:
    lectures = found.of(What.LECTURE)
    return any(is_among(mark, same) for each in lectures for mark in each.linked(Role.SPEAKER))


def institution(found: Found, same: Same) -> Row:
    """A row of an institution, known or new."""
    first = same[0]
    known = found.knowledge.bodies.get(first.keys[0]) if first.keys else None
    return found.row(
        same,
        name=found.name_of(first),
        kind=known.kind if known else first.value or InstitutionKind.UNIVERSITY.value,
        country=known.country if known else "",
        event=found.main_event if _takes_part(found, same) else NOTHING,
        office=_office_of_many(found, same),
    )


def _office_of_many(found: Found, same: Same) -> str:
    """Who came from each of several institutions: the rectors of A, B and C."""
    offices = found.offices
    many = [office for office in offices if office.value == MANY]
    named = [mark for mark in same if not any(mark.overlaps(each) for each in offices)]
    near = (
        office
        for mark in named
        for office in many
        if not STOP.search(found.text[min(mark.end, office.end) : max(mark.start, office.start)])
    )
    office = next(near, None)
    return found.called(What.OFFICE, office.keys[0]) if office else ""


def _takes_part(found: Found, same: Same) -> bool:
    """A party to a document comes only if the text names it elsewhere too, not as a rector's."""
    held = [office for office in found.offices if office.linked(Role.BODY)]
    others = [*found.of(What.DOCUMENT), *held]
    return any(not any(mark.overlaps(each) for each in others) for mark in same)
