"""Offices in a text, as far as they go, with whose they are and who stands beside them.

“Minister of Science of Kazakhstan X”, “X, Rector of Y”, «министр науки Казахстана X»,
«Қазақстанның Ғылым министрі X», “Eesti haridusminister X”: in English and Russian what an office is
for follows it, in Kazakh and Estonian it stands before.
"""

from dataclasses import replace

from config.desk.article.reading.marks import MANY, Mark, Role, What
from config.desk.article.reading.page import FARTHEST, Page
from config.desk.article.reading.people import beside
from config.desk.article.reading.phrases import is_one_of
from config.desk.article.reading.vocabulary import AND, FIELDS, LINKS, RANKS, REPUBLIC

FOLLOWING = ("en", "ru")
SIDES = (What.COUNTRY, What.INSTITUTION)
# How many offices of one kind are said to be many: Rectors, ректоры, rektorid.
PLURALS = {
    "en": ("s",),
    "ru": ("ы", "и", "ов", "ей", "ам", "ями", "ами", "ах", "ях"),
    "kk": ("лар", "лер", "дар", "дер", "тар", "тер", "лары", "лері", "ларының", "лерінің"),
    "et": ("id", "ide", "te", "ite", "de", "tele", "idele", "idega", "tega"),
}
SINGULAR = {"en": ("ss",), "et": ("minister", "president")}


def with_offices(page: Page) -> Page:
    """The page with each office over all its words, linked to its body or country.

    People beside an office are linked to it; a new name there is a new person. An office of
    many, such as “the rectors”, stays as it is.
    """
    others = [mark for mark in page.marks if mark.what not in (What.OFFICE, What.PERSON)]
    people = {mark.start: mark for mark in page.of(What.PERSON)}
    offices = []
    for mark in page.of(What.OFFICE):
        if is_of_many(page, mark):
            offices.append(replace(mark, value=MANY))
            continue
        office = whole(page, mark)
        offices.append(office)
        person = beside(page, office, list(people.values()))
        if person and not person.linked(Role.OFFICE):
            people[person.start] = person.link(Role.OFFICE, office)
    return page.with_marks(sorted([*others, *offices, *people.values()], key=lambda m: m.start))


def is_of_many(page: Page, mark: Mark) -> bool:
    word = page.tokens[_head(page, mark)].key
    if word.endswith(SINGULAR.get(page.language, ("-",))):
        return False
    return word.endswith(PLURALS[page.language])


def _head(page: Page, office: Mark) -> int:
    """The word of an office that says how many there are."""
    places = page.places(office)
    if page.language not in FOLLOWING:
        return places[-1]
    behind = (
        place for place in places[1:] if page.tokens[place].key in LINKS or _is_field(page, place)
    )
    return next(behind, places.stop) - 1


def whole(page: Page, office: Mark) -> Mark:
    """An office with its field, and the body or country that it is of."""
    places = page.places(office)
    start = page.run(places.start, -1, lambda each: _is_rank(page, each))
    first, before = _side_before(page, start, page.language not in FOLLOWING)
    after, behind = places.stop, None
    if page.language in FOLLOWING:
        after, behind = _side_behind(page, places.stop)
    grown = page.extended(office, first, after)
    if before is None and behind is None:
        return grown
    side = behind or before
    role = Role.SIDE if side and side.what == What.COUNTRY else Role.BODY
    return grown.link(role, side)


def _is_rank(page: Page, place: int) -> bool:
    return page.at(place) is None and is_one_of(page.tokens[place], RANKS)


def _side_before(page: Page, start: int, has_field: bool) -> tuple[int, Mark | None]:
    """Where an office begins, and what stands there: Estonia’s, Estonian, Eesti, Қазақстанның."""
    place, first = start, max(start - FARTHEST, 0)
    while place > first and (page.goes_on(place) or (has_field and _is_listed(page, place))):
        mark = page.at(place - 1)
        if mark and mark.what in SIDES:
            return page.places(mark).start, mark
        if mark or not (has_field and _is_field(page, place - 1)):
            break
        place -= 1
    while place < start and page.tokens[place].key in AND:
        place += 1
    return place, None


def _side_behind(page: Page, stop: int) -> tuple[int, Mark | None]:
    """Where an office ends, and whose it is: of Education of Estonia, образования Эстонии."""
    place = last = stop
    while place < stop + FARTHEST and (page.goes_on(place) or _is_listed(page, place)):
        mark = page.at(place)
        if mark and mark.what in SIDES:
            return page.places(mark).stop, mark
        if mark or not (_is_field(page, place) or page.tokens[place].key in LINKS):
            break
        place += 1
        last = place if page.tokens[place - 1].key not in LINKS else last
    return last, None


def _is_listed(page: Page, place: int) -> bool:
    """Whether a comma stands between two fields: Higher Education, Science and Innovation."""
    if not 0 < place < len(page) or page.tokens[place].before.strip() != ",":
        return False
    return _is_field(page, place - 1) and _is_field(page, place) and page.at(place) is None


def _is_field(page: Page, place: int) -> bool:
    token = page.tokens[place]
    return token.key in AND or is_one_of(token, (*FIELDS, *REPUBLIC))
