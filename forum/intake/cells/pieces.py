"""A cell in pieces: what stands between its dashes, brackets, tabs and commas."""

import re
from dataclasses import dataclass

from forum.intake.cells.vocabulary import EDGES

STRONG, COMMA = "–", ","
SEPARATOR = re.compile(
    r"(?P<strong>\s*[\t\r\n]\s*|\s+[-–—―−‒]+\s+|\s*[–—―]\s+|\s+[–—―]\s*|\s+\|\s+|:\s+)"
    r"|(?P<weak>[,;]\s+|\s*[()\[\]]\s*)"
)
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"")


@dataclass(frozen=True)
class Piece:
    """What stands between two separators, and how strong the one before it is."""

    text: str
    separator: str = ""


def pieces(text: str) -> list[Piece]:
    """Split a cell; what stands in quotation marks stays together."""
    quoted = [found.span() for found in QUOTED.finditer(text)]
    found, start, separator = [], 0, ""
    for match in SEPARATOR.finditer(text):
        if any(first < match.start() < last for first, last in quoted):
            continue
        found.append(Piece(_tidy(text[start : match.start()]), separator))
        start, separator = match.end(), STRONG if match["strong"] else match[0].strip()[:1]
    found.append(Piece(_tidy(text[start:]), separator))
    return [piece for piece in found if piece.text.strip(EDGES + " -–—")]


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;")
