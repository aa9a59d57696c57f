"""Institutions in a text that are on no record, and ministries of which only the minister is named.

A new one is a phrase with capitals around a word for a body: “University of Narva”, «Университет
Нархоз», «Еуразия ұлттық университеті», “Viljandi Kultuuriakadeemia”.
"""

import re
from collections.abc import Mapping, Sequence

from config.desk.article.reading.inflection import is_form
from config.desk.article.reading.knowledge import Body
from config.desk.article.reading.marks import Mark, Role, State, What
from config.desk.article.reading.page import Page
from config.desk.article.reading.phrases import is_one_of
from config.desk.article.reading.tokens import WORD
from config.desk.article.reading.vocabulary import BODIES, LINKS, REPUBLIC
from forum.search.words import fold

MINISTRY = "ministry"
# “of”, “and” and the like go on inside an English name, if a capital follows.
INSIDE = frozenset(("of", "and", "for", "the"))
NAMED_AFTER = frozenset(("имени", "им", "атындағы", "nimeline"))
# Adjectives that names of Kazakh and Russian bodies have in small letters.
ADJECTIVES = (
    *("национальный", "государственный", "технический", "медицинский", "педагогический"),
    *("аграрный", "международный", "технологический", "экономический", "исследовательский"),
    *("ұлттық", "мемлекеттік", "техникалық", "медициналық", "педагогикалық", "аграрлық"),
    *("халықаралық", "технологиялық", "экономикалық", "зерттеу", "инженерлік", "атындағы"),
)
# An Estonian compound ends in the body that it is.
COMPOUND = re.compile(
    r"\w+(?P<body>ülikool|kõrgkool|akadeemia|instituu[td]|kolled[žz]|ministeerium)\w{0,4}"
)
COMPOUNDS = {"akadeemia": "academy", "ministeerium": "ministry"}
# The end of an Estonian compound: teadusminister, Teadusministeerium.
HEAD = re.compile("(?:ase)?(?:minister|ministri|ministeerium)[a-zäöüõ]{0,4}$", re.IGNORECASE)
SHORTEST = 2
# Words with a capital that are no part of a name, for they begin a sentence.
IDLE = frozenset(
    (
        *("the", "this", "our", "each", "in", "at", "бұл", "осы", "әр", "біздің", "жаңа"),
        *("see", "iga", "в", "во", "на", "у", "из", "от", "к", "по", "с", "для", "этот", "наш"),
    )
)
# Small words inside a name: Russian adjectives, and Kazakh words that decline no further.
DESCRIBING = re.compile("(?:ый|ий|ой|ого|его|ому|ым|им|ом|ая|ую)$|(?:ық|ік|дағы|лы|лі|ды|ді|лық)$")
# Kazakh cases of what a sentence begins with, and no name of a body.
ASIDE = ("ға", "ге", "қа", "ке", "да", "де", "та", "те")
OF_A_PLACE = re.compile("ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое)$")
# With a plural ending these are bodies in general: universities, университеты.
PLURALS = ("ies", "utes", "ities", "ы", "ов", "ами", "ах", "ам", "тер", "тері", "терінің", "ідері")


def new_bodies(page: Page) -> list[Mark]:
    """Phrases that name an institution that is not marked yet."""
    found = []
    for place, token in enumerate(page.tokens):
        kind = _kind(page, place)
        if kind and page.at(place) is None and not token.text.endswith(PLURALS):
            first, after = _reach(page, place)
            if after - first >= SHORTEST and _has_a_name(page, place, first, after):
                found.append(page.mark(first, after, What.INSTITUTION, value=kind))
    return found


def _kind(page: Page, place: int) -> str:
    token = page.tokens[place]
    for kind, words in BODIES.items():
        if is_one_of(token, words):
            return kind
    compound = COMPOUND.fullmatch(token.text.casefold())
    return COMPOUNDS.get(compound["body"], "university") if compound else ""


def _has_a_name(page: Page, body: int, first: int, after: int) -> bool:
    """Whether a word beside that for the body has a capital that no sentence gave it."""
    others = [place for place in range(first, after) if place != body]
    capitals = [place for place in others if page.tokens[place].is_capital]
    if not capitals or is_one_of(page.tokens[first], ADJECTIVES) or _is_any(page, body, others):
        return False
    is_start = first == 0 or not page.is_one_sentence(first - 1, first)
    if capitals != [first] or not is_start or page.tokens[body].is_capital:
        return True
    return bool(OF_A_PLACE.search(page.tokens[first].text)) or page.language == "kk"


def _is_any(page: Page, body: int, others: list[int]) -> bool:
    """Whether only a country stands beside the body: any Estonian university."""
    telling = [place for place in others if not _is_of_a_country(page, place)]
    if page.language == "et":
        # What an Estonian name begins with has a capital wherever it stands.
        telling = [place for place in telling if place and page.tokens[place].is_capital]
        telling = [place for place in telling if page.is_one_sentence(place - 1, place)]
    return not telling and not page.tokens[body].is_capital


def _is_of_a_country(page: Page, place: int) -> bool:
    mark = page.at(place)
    return mark is not None and mark.what == What.COUNTRY


def _reach(page: Page, place: int) -> tuple[int, int]:
    """The first word of the phrase, and the one after its last."""
    if page.language == "en" and not page.tokens[place].is_capital:
        return place, place
    first = page.run(place, -1, lambda each: _leads(page, each))
    while first < place and (not page.tokens[first].is_capital or _is_aside(page, first)):
        first += 1
    last = place
    # Behind «Рижский технический университет» a name with capitals is somebody's.
    if page.language == "en" or (page.language == "ru" and first == place):
        last = page.run(place, 1, lambda each: _trails(page, each))
        while last > place and not page.tokens[last].is_capital:
            last -= 1
    return first, last + 1


def _is_aside(page: Page, place: int) -> bool:
    """Whether a word only has its capital from the sentence that it begins: «Форумға Латвия …»."""
    is_start = place == 0 or not page.is_one_sentence(place - 1, place)
    is_followed = page.goes_on(place + 1) and page.tokens[place + 1].is_capital
    return is_start and is_followed and page.tokens[place].text.endswith(ASIDE)


def _leads(page: Page, place: int) -> bool:
    """Whether a word before the body's may belong to its name."""
    token, mark = page.tokens[place], page.at(place)
    if mark and mark.what not in (What.COUNTRY, What.CITY):
        return False
    if page.language == "en" and token.key in ("of", "and"):
        return place > 0 and page.tokens[place - 1].is_capital
    if token.is_capital:
        return token.key not in IDLE
    return page.language != "en" and bool(DESCRIBING.search(token.text))


def _trails(page: Page, place: int) -> bool:
    token, mark = page.tokens[place], page.at(place)
    if mark and mark.what not in (What.COUNTRY, What.CITY):
        return False
    is_inside = token.key in (INSIDE if page.language == "en" else NAMED_AFTER)
    return token.is_capital or is_inside


def of_ministers(page: Page, bodies: Mapping[str, Body]) -> list[Mark]:
    """The ministries of which an office in the text names the field: whole, and of no other."""
    ministries = {key: body for key, body in bodies.items() if body.kind == MINISTRY}
    found: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}
    marks = []
    for office in page.of(What.OFFICE):
        side = office.first(Role.SIDE)
        words = [page.tokens[place].word for place in page.places(office)]
        if office.linked(Role.BODY) or not any(map(_is_minister, words)):
            continue
        asked = (tuple(_field(words, side)), side.value if side else "")
        if asked not in found:
            found[asked] = _with_field(ministries, *asked)
        if keys := found[asked]:
            state = State.KNOWN if len(keys) == 1 else State.DOUBTFUL
            span = (office.start, office.end)
            marks.append(Mark(*span, What.INSTITUTION, office.text, state, keys, MINISTRY))
    return marks


def _is_minister(word: str) -> bool:
    return bool(HEAD.search(word)) or is_form(word, "министр")


def _with_field(
    ministries: Mapping[str, Body], words: Sequence[str], country: str
) -> tuple[str, ...]:
    return tuple(
        key
        for key, body in (ministries.items() if words else ())
        if country in ("", body.country)
        if any(_is_its_field(words, name) for name in body.names)
    )


def _field(words: Sequence[str], side: Mark | None) -> list[str]:
    """The words of an office that say of what it is."""
    of_side = WORD.findall(side.text) if side else []
    told = [HEAD.sub("", word) for word in words if word not in of_side]
    return [word for word in told if word and _says_of_what(word)]


def _says_of_what(word: str) -> bool:
    is_office = any(is_form(word, each) for each in ("minister", "министр", "deputy", "vice"))
    return not (is_office or fold(word) in LINKS or fold(word) in OFFICES) and not _is_state(word)


def _is_state(word: str) -> bool:
    return any(is_form(word, each) for each in REPUBLIC)


OFFICES = frozenset(
    (
        *("first", "deputy", "vice", "acting", "заместитель", "заместителя", "первый", "вице"),
        *("бірінші", "орынбасары", "esimene", "aseminister", "minister", "министрдің"),
    )
)


def _is_its_field(words: Sequence[str], name: str) -> bool:
    """Whether a ministry's name has these words and none besides, but for its country's."""
    own = [HEAD.sub("", word) for word in WORD.findall(name)]
    own = [word for word in own if word and fold(word) not in LINKS and not _is_state(word)]
    own = [word for word in own if not is_one_of_bodies(word)]
    met = [word for word in words if any(is_form(word, each) for each in own)]
    # The country may be one word beside the field: Ministry of Education of Estonia.
    return len(met) == len(words) and len(words) <= len(own) <= len(words) + 1


def is_one_of_bodies(word: str) -> bool:
    return any(is_form(word, each) for each in BODIES[MINISTRY])
