"""Documents between parties: “Cooperation Agreement between A and B”, «соглашение между А и Б»,
«А мен Б арасындағы келісім», “A ja B vaheline leping”, and “A and B signed an agreement”.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from config.desk.article.reading.marks import Mark, Role, What
from config.desk.article.reading.page import Page
from config.desk.article.reading.phrases import find, phrase_at
from config.desk.article.reading.vocabulary import AND, BETWEEN, INSTRUMENTS, SIGNED

PARTIES = (What.INSTITUTION, What.COUNTRY)
FOLLOWING = ("en", "ru")
# Where a document is named: its first word, the one after its last, and its kind.
Named = tuple[int, int, str]
# Between an instrument and “between” there is room for what it is about.
FARTHEST = 14
FEWEST = 2
SKIPPED = frozenset(("the", "республики", "правительствами"))


def documents(page: Page) -> list[Mark]:
    """The documents of which at least two parties are named, each once.

    Where a sentence says between whom it is, nobody else in it is a party.
    """
    named = _instruments(page)
    told = _between_parties(page, named)
    sentences = {page.sentence_of(each) for each in told}
    others = [each for each in named if page.tokens[each[0]].sentence not in sentences]
    told += _signed_by_parties(page, others)
    found: dict[tuple[str, frozenset[str]], Mark] = {}
    for document in told:
        parties = frozenset(_identity(each) for each in document.linked(Role.PARTY))
        found.setdefault((document.value, parties), document)
    return list(found.values())


def _identity(mark: Mark) -> str:
    return ",".join(mark.keys) or mark.value or mark.text


def _instruments(page: Page) -> list[Named]:
    """Where a document is named, and of which kind: what is called by most words counts."""
    found: list[Named] = []
    for place in range(len(page)):
        lengths = [(phrase_at(page.tokens, place, INSTRUMENTS[kind]), kind) for kind in INSTRUMENTS]
        length, kind = max(lengths, key=lambda each: each[0])
        if length and page.at(place) is None and not (found and place < found[-1][1]):
            found.append((place, place + length, kind))
    return found


def _between_parties(page: Page, named: Sequence[Named]) -> list[Mark]:
    """Documents with “between” beside them: their parties are behind that word, or before it."""
    found: list[Mark | None] = []
    for start, stop in find(page.tokens, BETWEEN):
        nearest = _nearest(page, named, start)
        if nearest is None:
            continue
        if page.language in FOLLOWING:
            found.append(_document(page, nearest, _forward(page, stop)))
        else:
            found.append(_document(page, nearest, _backward(page, start - 1)))
    return [each for each in found if each]


def _nearest(page: Page, named: Sequence[Named], place: int) -> Named | None:
    """The document that “between” belongs to: the nearest one before it, or after, as is usual."""
    number = bisect_left(named, (place,))
    before, behind = named[max(number - 1, 0) : number], named[number : number + 1]
    if page.language in FOLLOWING:
        behind = []
    near = [
        each
        for each in (*before, *behind)
        if abs(each[0] - place) <= FARTHEST and page.is_one_sentence(each[0], place)
    ]
    return min(near, key=lambda each: abs(each[0] - place), default=None)


def _signed_by_parties(page: Page, named: Sequence[Named]) -> list[Mark]:
    """Documents that two or more signed: A and B signed a cooperation agreement."""
    signed = {page.tokens[start].sentence for start, _stop in find(page.tokens, SIGNED)}
    parties: dict[int, list[Mark]] = {}
    for mark in page.of(*PARTIES):
        sentence = page.sentence_of(mark)
        if sentence in signed and len(parties.get(sentence, ())) < FEWEST:
            parties[sentence] = _forward(page, page.places(mark).start)
    found = [
        _document(page, each, parties.get(page.tokens[each[0]].sentence, []))
        for each in named
        if page.tokens[each[0]].sentence in signed
    ]
    return [each for each in found if each]


def _forward(page: Page, place: int) -> list[Mark]:
    parties: list[Mark] = []
    while place < len(page):
        mark, key = page.at(place), page.tokens[place].key
        if mark and mark.what in PARTIES:
            parties.append(mark)
            place = page.places(mark).stop
        elif key in AND or key in SKIPPED:
            place += 1
        else:
            break
    return parties


def _backward(page: Page, place: int) -> list[Mark]:
    parties: list[Mark] = []
    while place >= 0:
        mark, key = page.at(place), page.tokens[place].key
        if mark and mark.what in PARTIES:
            parties.insert(0, mark)
            place = page.places(mark).start - 1
        elif key in AND or key in SKIPPED:
            place -= 1
        else:
            break
    return parties


def _document(page: Page, named: Named, parties: Iterable[Mark]) -> Mark | None:
    first, after, kind = named
    parties = list({_identity(each): each for each in parties}.values())
    if len(parties) < FEWEST:
        return None
    places = [place for party in parties for place in page.places(party)]
    places = [place for place in places if page.is_one_sentence(place, first)]
    start, last = min([first, *places]), max([after - 1, *places])
    mark = page.mark(start, last + 1, What.DOCUMENT, value=kind)
    called = page.mark(first, after, What.DOCUMENT).text
    return mark.link(Role.PARTY, *parties).saying(called)
