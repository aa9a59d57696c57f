"""A line of a press release that names a document: what it is, between whom, and who signed. Pure.

“Cooperation Agreement between A and B, signed by NAME (Rector) and NAME (Rector), 26 April 2023”.
"""

import re
from dataclasses import dataclass

from agreements.instruments import instrument_of
from forum.intake.cells import between, dates, parties, people, person

SIGNED = re.compile(
    r"[\s,;.(]+(?:(?:was|were|is)\s+)?signed\s+(?:on\s+behalf\s+of\s+\S+\s+)?by:?\s+"
    r"|[\s,;.(]+(?:подписали|подписал|подписала|подписанты|подписи):?\s+"
    r"|[\s,;.(]+(?:қол\s+қойғандар|қол\s+қойған|қол\s+қойды):?\s+"
    r"|[\s,;.(]+(?:allkirjastasid|allkirjastas|alla\s+kirjutasid):?\s+",
    re.IGNORECASE,
)
# A date at the end, after a comma or in brackets.
LAST_DATE = re.compile(
    r"(?P<text>.*\S)\s*(?:,\s+|\s+[-–—|]\s+|\s*\(|\s(?=(?:dated|signed\s+on|от)\s))"
    r"(?:(?:dated|signed\s+on|от)\s+)?(?P<date>[^(]*\d{4}[^()]{0,9})\)?"
)
# How long it holds, which is no part of the name of a party.
TERM = re.compile(
    r"(?P<text>.*\S)[\s,;(]+(?:valid\s+(?:until|till|for)|in\s+force\s+until|сроком\s+(?:на|до)"
    r"|действует\s+до|kehtib\s+kuni)\s.{1,30}",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"(?P<text>.*\S)\s*\((?P<inside>[^()]*)\)")
# What a document is called at the end in Estonian, behind its parties.
LAST_WORD = re.compile(
    r"(?P<parties>.+)\s(?P<document>\S*(?:leping|kokkulepe|memorandum|protokoll))"
)
SEPARATOR = re.compile(r":\s+|\s+[-–—―]\s+|\s+\(|,\s+")


@dataclass(frozen=True)
class Document:
    """What a line says; the title is what is left of it."""

    title: str
    instrument: str = ""
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    date: str = ""


def read_document(line: str) -> Document:
    """Read a line; what is not recognised stays in its title."""
    line, date = _without_date(" ".join(line.split()).strip(" ;."))
    title, *others = SIGNED.split(line, maxsplit=1)
    signatories = people(others[0].rstrip(" ).")) if others else []
    if not others:
        title, signatories = _without_signatories(title)
    if not date:
        title, date = _without_date(title)
    title = title.strip(" .;,")
    term = TERM.fullmatch(title)
    named = _parties(term["text"] if term else title)
    return Document(title, instrument_of(title), tuple(named), tuple(signatories), date)


def _without_date(text: str) -> tuple[str, str]:
    found = LAST_DATE.fullmatch(text)
    if found is None:
        return text, ""
    try:
        dates(found["date"])
    except ValueError:
        return text, ""
    return found["text"], found["date"].strip()


def _without_signatories(text: str) -> tuple[str, list[str]]:
    """Those in brackets at the end, if each has a name and an office."""
    found = BRACKETED.fullmatch(text)
    signed = people(found["inside"]) if found else []
    named = [person(each) for each in signed]
    if found and all(who.name and who.office for who in named):
        return found["text"], signed
    return text, []


def _parties(title: str) -> list[str]:
    """Whom the title stands between, or what is beside the name of the document in it."""
    if named := between(title):
        return named
    for mark in SEPARATOR.finditer(title):
        before, after = title[: mark.start()], title[mark.end() :].rstrip(")")
        for document, others in ((before, after), (after, before)):
            found = parties(others)
            if instrument_of(document) and not instrument_of(others) and len(found) > 1:
                return found
    last = LAST_WORD.fullmatch(title)
    found = parties(last["parties"]) if last else []
    return found if len(found) > 1 else []
