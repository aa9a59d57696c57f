"""Events in a text: what each is called there, of what it is a part, and where and when it is.

What stands around the word for an event is its title as far as it goes: “Kazakhstan-Estonia
rectors’ Forum”, «Казахстанско-эстонский форум ректоров», «Алар Каристің Қазақстанға ресми сапары».
"""

from dataclasses import dataclass

from config.desk.article.reading.marks import Mark, Role, What
from config.desk.article.reading.page import Page
from config.desk.article.reading.phrases import is_one_of, phrase_at
from config.desk.article.reading.vocabulary import AND, EVENTS, OF_EVENTS, VISITS, WITH
from forum.choices import EventKind

ALONE = (EventKind.FORUM, EventKind.CONFERENCE, EventKind.SUMMIT, EventKind.ROUND_TABLE)
# What leads to the host of a visit, or away from it: to, в, Қазақстанға, Kasahstani.
TOWARDS = frozenset(("to", "в", "во"))
JOINING = frozenset(("of", "to", "the", "в", "во", "by", "raames", *AND)) - WITH
# What somebody does, or several of a kind: no event that could be recorded.
VERB_OR_MANY = ("ed", "ing", "ums", "its", "ces")
OF_VISITS = (What.COUNTRY, What.PERSON, What.OFFICE)


@dataclass(frozen=True)
class Mention:
    """A word for an event, with the words around it that belong to its title."""

    kind: str
    first: int
    after: int
    place: int

    @property
    def length(self) -> int:
        return self.after - self.first


def events(page: Page) -> list[Mark]:
    """The visit, and what else takes place; a visit is the whole of which others are parts."""
    told: dict[str, list[Mention]] = {}
    for mention in _mentions(page):
        told.setdefault(mention.kind, []).append(mention)
    visits = [_visit(page, told.pop(EventKind.VISIT, []))]
    visit = visits[0]
    found = [_event(page, mentions, visit) for mentions in told.values()]
    return [each for each in (visit, *found) if each]


def _mentions(page: Page) -> list[Mention]:
    found = []
    for place in range(len(page)):
        for kind, words in EVENTS.items():
            length = phrase_at(page.tokens, place, words)
            if length and not _is_inside_a_name(page, place) and _is_one(page, place):
                found.append(_mention(page, kind, place, place + length))
    return found


def _is_one(page: Page, place: int) -> bool:
    return page.language != "en" or not page.tokens[place].key.endswith(VERB_OR_MANY)


def _is_inside_a_name(page: Page, place: int) -> bool:
    mark = page.at(place)
    return mark is not None and mark.what in (What.INSTITUTION, What.PERSON)


def _mention(page: Page, kind: str, place: int, after: int) -> Mention:
    def belongs(each: int) -> bool:
        mark, token = page.at(each), page.tokens[each]
        if mark and mark.what in (OF_VISITS if kind == EventKind.VISIT else (What.COUNTRY,)):
            return True
        if mark and mark.what != What.OFFICE and mark.what != What.TOPIC:
            return False
        return token.key in JOINING or is_one_of(token, OF_EVENTS)

    first = page.run(place, -1, belongs)
    last = page.run(after - 1, 1, belongs)
    while first < place and page.tokens[first].key in JOINING:
        first += 1
    while last >= after and page.tokens[last].key in JOINING:
        last -= 1
    return Mention(kind, first, last + 1, place)


def _visit(page: Page, mentions: list[Mention]) -> Mark | None:
    """The visit that is told with most words; one of nobody to nowhere is none."""
    mention = max(mentions, key=lambda each: each.length, default=None)
    if mention is None or mention.length == 1:
        return None
    marks = _inside(page, mention)
    people = [mark for mark in marks if mark.what == What.PERSON]
    guest = people[0] if people else None
    home = _home(marks, guest)
    hosts = [m for m in marks if m.what == What.COUNTRY and home and m.value != home.value]
    if home is None and guest is None and not hosts:
        return None
    mark = _as_event(page, mention).link(Role.GUEST, guest).link(Role.SIDE, home)
    return mark.link(Role.PLACE, _destination(page, hosts))


def _inside(page: Page, mention: Mention) -> list[Mark]:
    places = range(mention.first, mention.after)
    marks = [mark for place in places if (mark := page.at(place))]
    named = list(dict.fromkeys(marks))
    sides = [side for mark in named for side in mark.linked(Role.SIDE)]
    return [*named, *(side for side in sides if side not in named)]


def _home(marks: list[Mark], guest: Mark | None) -> Mark | None:
    """The country that the guest is of, or else the first that the visit names."""
    office = guest.first(Role.OFFICE) if guest else None
    side = office.first(Role.SIDE) if office else None
    countries = [mark for mark in marks if mark.what == What.COUNTRY]
    offices = [mark for mark in marks if mark.what == What.OFFICE]
    of_offices = [each for mark in offices for each in mark.linked(Role.SIDE)]
    return side or next(iter([*of_offices, *countries]), None)


def _destination(page: Page, hosts: list[Mark]) -> Mark | None:
    towards = [
        mark
        for mark in hosts
        if (place := page.places(mark).start) and page.tokens[place - 1].key in TOWARDS
    ]
    return next(iter([*towards, *hosts]), None)


def _event(page: Page, mentions: list[Mention], visit: Mark | None) -> Mark | None:
    mention = max(mentions, key=lambda each: each.length)
    if mention.length == 1 and mention.kind not in ALONE:
        return None
    mark = _as_event(page, mention).link(Role.PART, visit)
    sentences = {page.tokens[each.place].sentence for each in mentions}
    countries = [each for each in _inside(page, mention) if each.what == What.COUNTRY]
    mark = mark.link(Role.SIDE, *{each.value: each for each in countries}.values())
    return mark.link(Role.PLACE, _near(page, What.CITY, sentences)).link(
        Role.DAY, _near(page, What.DATE, sentences) or next(iter(page.of(What.DATE)), None)
    )


def _near(page: Page, what: What, sentences: set[int]) -> Mark | None:
    """The first of its kind in a sentence that speaks of the event."""
    return next((mark for mark in page.of(what) if page.sentence_of(mark) in sentences), None)


def _as_event(page: Page, mention: Mention) -> Mark:
    mark = page.mark(mention.first, mention.after, What.EVENT, value=mention.kind)
    return mark.saying(_visit_kind(page, mention) if mention.kind == EventKind.VISIT else "")


def _visit_kind(page: Page, mention: Mention) -> str:
    tokens = page.tokens[mention.first : mention.after]
    kinds = (kind for kind, words in VISITS.items() if any(is_one_of(t, words) for t in tokens))
    return next(kinds, "")
