"""Who stands beside an office: a person on record, or a new name."""

from collections.abc import Sequence

from config.desk.article.reading.inflection import is_form
from config.desk.article.reading.marks import Mark, State, What
from config.desk.article.reading.page import Page
from config.desk.article.reading.phrases import is_one_of
from config.desk.article.reading.tokens import WORD
from config.desk.article.reading.vocabulary import HONORIFICS, OF_BODIES, PARTS_OF_NAMES

# A name has at least two words, and hardly ever more than four.
FEWEST, MOST = 2, 4
# With so many people of a text a name alone is compared.
COMPARED = 100
ASIDE = frozenset(",–—-(")


def beside(page: Page, office: Mark, people: Sequence[Mark]) -> Mark | None:
    """The person after an office, or before it and a comma; None if no name stands there."""
    places = page.places(office)
    return _after(page, places.stop, people) or _before(page, places.start, people)


def _after(page: Page, place: int, people: Sequence[Mark]) -> Mark | None:
    while place < len(page) and page.tokens[place].key in HONORIFICS and _is_near(page, place):
        place += 1
    if not _is_near(page, place):
        return None
    known = page.at(place)
    if known:
        return _now(known, people)
    after = place
    while after < len(page) and after - place < MOST and _is_name(page, place, after):
        after += 1
    return _person(page, place, after, people)


def _before(page: Page, place: int, people: Sequence[Mark]) -> Mark | None:
    aside = page.tokens[place].before.strip() if place < len(page) else ""
    if not place or aside not in ASIDE or not aside or not page.is_one_sentence(place - 1, place):
        return None
    known = page.at(place - 1)
    if known:
        return _now(known, people)
    first = place
    while first > 0 and place - first < MOST and _is_name(page, place - 1, first - 1):
        first -= 1
    return _person(page, first, place, people)


def _now(mark: Mark, people: Sequence[Mark]) -> Mark | None:
    """A person's mark as it has become, with links."""
    return next((each for each in people if each.start == mark.start), None)


def _is_near(page: Page, place: int) -> bool:
    if not 0 < place < len(page) or not page.is_one_sentence(place - 1, place):
        return False
    return page.tokens[place].before.strip(" \n\u00a0.") == ""


def _is_name(page: Page, beside: int, place: int) -> bool:
    """Whether a word may belong to a name that the word beside it is of."""
    token = page.tokens[place]
    if page.at(place) or not (token.is_capital or token.key in PARTS_OF_NAMES):
        return False
    if token.key in HONORIFICS or token.text.isdecimal():
        return False
    later = max(place, place + (1 if place < beside else 0))
    return place == beside or _is_joined(page, later)


def _is_joined(page: Page, place: int) -> bool:
    before = page.tokens[place].before
    is_initial = len(page.tokens[place - 1].text) == 1 and before.strip() == "."
    return (page.goes_on(place) or is_initial) and page.is_one_sentence(place - 1, place)


def _person(page: Page, first: int, after: int, people: Sequence[Mark]) -> Mark | None:
    words = [page.tokens[place].word for place in range(first, after)]
    if not words:
        return None
    known = next((each for each in people[:COMPARED] if _is_said_of(words, each)), None)
    is_body = any(is_one_of(page.tokens[place], OF_BODIES) for place in range(first, after))
    if known or is_body or len(words) < FEWEST:
        return known
    return page.mark(first, after, What.PERSON, state=State.NEW)


def _is_said_of(words: Sequence[str], person: Mark) -> bool:
    """Whether all these words are of a name that was said in full before: President Karis."""
    names = WORD.findall(person.text)
    return all(any(is_form(word, name) or is_form(name, word) for name in names) for word in words)
