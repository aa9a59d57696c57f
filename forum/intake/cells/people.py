"""Several people in one cell, one text for each: what stands between them, and what does not."""

import re

from forum.intake.cells.names import is_name, split_honorific
from forum.intake.cells.person import LONGEST, person
from forum.intake.cells.vocabulary import bare

STRONG = re.compile(r"\s*(?:;|[\r\n]+|(?:^|\s)[•·▪](?=\s))\s*")
BULLET = re.compile(r"^(?:[-–—*•·▪]|\d{1,3}[.)])\s+")
WORD = re.compile(r"\s+(?:and|и|және|ja|&|мен|пен|бен)\s+")
COMMA = re.compile(r",\s+")
MOST, MOST_WORDS = 200, 20


def people(text: str) -> list[str]:
    """Split a cell into texts that name one person each, to be read by `person`.

    Lines and semicolons always part people unless one line says more of the one before; “and”
    and commas only where somebody with a full name stands on both sides.
    """
    lines = [BULLET.sub("", line.strip()) for line in STRONG.split(text)]
    lines = _joined([line for line in lines if line])
    return [each for line in lines[:MOST] for each in _in_line(line)] + lines[MOST:]


def _joined(lines: list[str]) -> list[str]:
    """Lines that name nobody belong to the person of the line before."""
    found: list[str] = []
    for line in lines:
        if found and not names_somebody(line) and names_somebody(found[-1]):
            found[-1] = f"{found[-1]}, {line}"
        else:
            found.append(line)
    return found


def names_somebody(text: str) -> bool:
    """Whether a text names a person in full."""
    return is_name(person(text).name.split(" "))


def _in_line(line: str) -> list[str]:
    if len(line) > LONGEST:
        return [line]
    parts = _at_commas(line)
    return [each for part in parts for each in _at_words(part)]


def _at_commas(line: str) -> list[str]:
    """Only where each part names somebody; mere names may have an “and” before the last."""
    parts = COMMA.split(line)
    alone = [each for part in parts for each in WORD.split(part)]
    is_list = all(map(_is_bare_name, alone)) or all(map(names_somebody, parts))
    return parts if is_list else [line]


def _at_words(text: str) -> list[str]:
    found, start = [], 0
    for match in list(WORD.finditer(text))[:MOST_WORDS]:
        left, right = text[start : match.start()], text[match.end() :]
        if _parts_people(left, right):
            found.append(left)
            start = match.end()
    return [*found, text[start:]]


def _parts_people(left: str, right: str) -> bool:
    """Whether somebody stands on both sides, and not the field of an office on the right."""
    right = WORD.split(right)[0]
    if not (names_somebody(left) and names_somebody(right)):
        return False
    is_whole = _is_bare_name(left) or left.rstrip().endswith((")", "]"))
    return is_whole or bool(person(right).office)


def _is_bare_name(text: str) -> bool:
    return is_name([word for word in split_honorific(text)[1].split(" ") if bare(word)])
