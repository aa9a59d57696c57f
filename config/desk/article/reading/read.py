"""Reading a text: all that is recognised in it, from what is on record and a vocabulary."""

from dataclasses import replace

from config.desk.article.reading.bodies import new_bodies, of_ministers
from config.desk.article.reading.documents import documents
from config.desk.article.reading.knowledge import Knowledge
from config.desk.article.reading.lectures import lectures
from config.desk.article.reading.marks import Mark, Role, What, longest
from config.desk.article.reading.matching import names_in
from config.desk.article.reading.occasions import events
from config.desk.article.reading.offices import with_offices
from config.desk.article.reading.page import Page
from config.desk.article.reading.phrases import find
from config.desk.article.reading.places import dates
from config.desk.article.reading.tokens import tokens
from config.desk.article.reading.topics import topics
from config.desk.article.reading.vocabulary import REPRESENTED, language_of

# Between “was represented by” and the name there is an office.
FARTHEST = 10
# What stands between a person and where they are from.
FROM = frozenset(("of", "from", "at", "из", "от"))


def read(text: str, knowledge: Knowledge) -> list[Mark]:
    """What a text names, in its order; marks of events, documents and lectures may hold others."""
    words = tuple(tokens(text))
    if not words:
        return []
    page = Page(text, words, language_of(text))
    names = [_with_value(mark, knowledge) for mark in names_in(words, knowledge.names, text)]
    days = [mark for mark in dates(text, knowledge.year) if _is_of_words(page, mark)]
    page = page.with_marks(longest([*names, *days]))
    page = page.with_marks(longest([*page.marks, *new_bodies(page)]))
    page = _from_a_body(_represented(with_offices(page)))
    found = [
        *events(page),
        *documents(page),
        *lectures(page),
        *of_ministers(page, knowledge.bodies),
    ]
    told = [*page.marks, *(mark for mark in found if mark.what == What.DOCUMENT)]
    subjects = [
        topic
        for topic in topics(page, knowledge.topics)
        if not any(topic.overlaps(mark) for mark in told if mark.what in HOLDING)
    ]
    return sorted([*page.marks, *found, *subjects], key=lambda mark: (mark.start, -mark.end))


# Words of these say nothing of a topic.
HOLDING = (What.OFFICE, What.INSTITUTION, What.PERSON, What.DOCUMENT)


def _is_of_words(page: Page, mark: Mark) -> bool:
    """Whether it begins where a word does, and so is no part of a longer number."""
    return any(token.start == mark.start for token in page.tokens)


def _with_value(mark: Mark, knowledge: Knowledge) -> Mark:
    """A country with its code, a city with that of its country."""
    if mark.what == What.COUNTRY:
        return replace(mark, value=mark.keys[0])
    if mark.what == What.CITY:
        return replace(mark, value=knowledge.cities[mark.keys[0]].country)
    return mark


def _represented(page: Page) -> Page:
    """The page with those who represent an institution linked to it."""
    marks = list(page.marks)
    for start, stop in find(page.tokens, REPRESENTED):
        body = page.at(start - 1)
        if body and body.what == What.INSTITUTION and page.is_one_sentence(start - 1, start):
            person = _next_person(page, stop)
            if person and not person.linked(Role.BODY):
                marks[marks.index(person)] = person.link(Role.BODY, body)
    return page.with_marks(marks)


def _from_a_body(page: Page) -> Page:
    """The page with those linked to an institution after whom it stands: Rector X of Y."""
    marks = list(page.marks)
    for number, person in enumerate(marks):
        if person.what == What.PERSON and person.linked(Role.OFFICE):
            body = _body_behind(page, page.places(person).stop)
            marks[number] = person if person.linked(Role.BODY) else person.link(Role.BODY, body)
    return page.with_marks(marks)


def _body_behind(page: Page, place: int) -> Mark | None:
    if not page.goes_on(place) or page.tokens[place].key not in FROM:
        return None
    place += 1
    while page.goes_on(place) and page.tokens[place].key == "the":
        place += 1
    mark = page.at(place) if page.goes_on(place) else None
    return mark if mark and mark.what == What.INSTITUTION else None


def _next_person(page: Page, place: int) -> Mark | None:
    for each in range(place, min(place + FARTHEST, len(page))):
        mark = page.at(each)
        if mark and mark.what == What.PERSON and page.is_one_sentence(place, each):
            return mark
    return None
