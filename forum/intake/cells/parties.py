"""The parties that a cell or a title names: “A – B”, “between A and B”, «А и Б», “A ja B vahel”."""

import re

from forum.intake.cells.vocabulary import EDGES, is_acronym, is_body, is_country, is_top

LONGEST = 2_000
LISTED = re.compile(r"\s*(?:;|[\r\n\t|]+)\s*")
DASHED = re.compile(r"\s+[-–—―−‒]+\s+|\s*[–—―]\s+|\s+[–—―]\s*|\s+[/x×↔]\s+")
WORD = re.compile(r"\s+(?:and|и|және|ja|&|мен|пен|бен|with|с|со|ning)\s+")
COMMA = re.compile(r"\s*,\s+(?:(?:and|и|және|ja)\s+)?")
BETWEEN = re.compile(
    r"^(?:.*?\s)?(?:by and between|between|among|между)\s+", re.IGNORECASE | re.DOTALL
)
# What follows the parties in Kazakh and Estonian, with all that it begins.
AMONG = re.compile(r"\s+(?:арасын\w+|vahel\w*|vaheli\w+)(?:\s.*)?$", re.IGNORECASE | re.DOTALL)
# The document itself, which Estonian puts first, and its subject, which others put last.
DOCUMENT = re.compile(
    r"^.*?(?:leping|kokkulepe|memorandum|protokoll|deklaratsioon|avaldus)\s+", re.IGNORECASE
)
SUBJECT = re.compile(
    r"\s+(?:on|about|concerning|regarding|о|об|по|касательно)\s+[^,;]*$|,\s+(?:which|котор\w+)\s.*$"
)
# So many words without a kind of body are the beginning of a name, fewer the end of one.
BEGINNING = 3
ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)


def between(title: str) -> list[str]:
    """The parties that the title of a document names, if it says between whom it is."""
    title = title[:LONGEST]
    if found := BETWEEN.match(title):
        return parties(found[0] + SUBJECT.sub("", title[found.end() :]))
    if AMONG.search(title):
        return parties(DOCUMENT.sub("", title))
    return []


def parties(text: str) -> list[str]:
    """Split a cell into parties; “and” in the name of one of them stays."""
    text = " ".join(re.split(r"[ \u00a0]+", text[:LONGEST].strip()))
    is_between = bool(BETWEEN.match(text) or AMONG.search(text))
    text = AMONG.sub("", BETWEEN.sub("", text))
    found = _at_signs(text, is_dashed=not (is_between and WORD.search(text)))
    if len(found) < 2:
        found = _at_words(text, is_between=is_between)
    return [ARTICLE.sub("", part).strip(" ,;.") for part in found]


def _at_signs(text: str, *, is_dashed: bool) -> list[str]:
    """Parts between semicolons, lines and bars, or else between dashes."""
    found = [part for part in LISTED.split(text) if part.strip(EDGES)]
    if len(found) < 2 and is_dashed:
        found = [part for part in DASHED.split(text) if part.strip(EDGES)]
    return found


def _at_words(text: str, *, is_between: bool) -> list[str]:
    """Parts that stand for a body by themselves; the others belong to the one before."""
    marks = sorted([*COMMA.finditer(text), *WORD.finditer(text)], key=lambda mark: mark.start())
    parts = [(text[start:end], joint) for start, end, joint in _between(text, marks)]
    found: list[str] = []
    is_open = False
    for place, (part, joint) in enumerate(parts):
        if found and (is_open or not _begins(part, parts[place + 1 :])):
            found[-1] += joint + part
        else:
            found.append(part)
        is_open = len(found) > 1 and not _stands_alone(found[-1])
    words = WORD.split(text)
    if len(found) < 2 and is_between and len(words) == 2:
        return words
    return [part for part in found if part.strip(EDGES)]


def _between(text: str, marks: list[re.Match[str]]) -> list[tuple[int, int, str]]:
    """What stands between the marks, and the mark before it; of two that overlap the first."""
    spans, start, joint = [], 0, ""
    for mark in marks:
        if mark.start() >= start:
            spans.append((start, mark.start(), joint))
            start, joint = mark.end(), mark[0]
    return [*spans, (start, len(text), joint)]


def _begins(part: str, following: list[tuple[str, str]]) -> bool:
    """Whether a party begins with a part: with a body, or with words that a body follows."""
    if _stands_alone(part):
        return True
    words = following[0][0].split() if following else []
    return len(part.split()) >= BEGINNING and bool(words) and is_body(words[-1])


def _stands_alone(part: str) -> bool:
    words = part.split()
    if any(map(is_top, words)) or is_country(ARTICLE.sub("", part)):
        return True
    return any(is_body(word) or is_acronym(word) for word in words)
