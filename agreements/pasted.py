"""A promise on a line of a text, with its paragraph and its day.

A line may begin with a bullet, which is dropped, and with the number of a paragraph, and end with
a date, best after a bar: “II.3 Exchange ten students | 2027-06-01”.
"""

import datetime as dt
import re
from dataclasses import dataclass

from forum.choices import DatePrecision
from forum.records.typed import parse_date

BULLET = re.compile(r"[-–—•*·]\s+(?=\S)|•(?=\S)")
# 12. 12) 3.1 3.1) II. II.3 § 4 (a) a) – a bare “12” is the beginning of a text: 12 concerts.
PARAGRAPH = re.compile(
    r"""(?P<paragraph>
        §\s?[0-9]{1,3}(?:\.[0-9]{1,3})*
      | (?:[0-9]{1,3}|[IVXL]{1,6})(?:\.[0-9]{1,3})+
      | (?:[0-9]{1,3}|[IVXL]{1,6})(?=[.)])
      | \((?:[0-9]{1,3}|[ivx]{1,5}|[^\W\d_])\)
      | [^\W\d_](?=\))
    )[.)]{0,2}\s+(?=\S)""",
    re.VERBOSE,
)
# After a bar whatever is a date; without one only what can be nothing else.
DUE = re.compile(
    r"""(?P<text>.*\S)\s+(?P<day>
        \|[^|]+
      | [0-9]{4}-[0-9]{2}-[0-9]{2}
      | [0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}
    )""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True)
class Promise:
    """What a line says."""

    text: str
    paragraph: str = ""
    due_on: dt.date | None = None


def promise(line: str) -> Promise:
    """Read a line. Whatever is not recognised stays in the text."""
    line = line.strip()
    if bullet := BULLET.match(line):
        line = line[bullet.end() :]
    paragraph = ""
    if found := PARAGRAPH.match(line):
        paragraph, line = found["paragraph"], line[found.end() :]
    text, due_on = _text_and_day(line)
    return Promise(text, paragraph, due_on)


def _text_and_day(line: str) -> tuple[str, dt.date | None]:
    found = DUE.fullmatch(line)
    if found is None:
        return line, None
    try:
        day, precision = parse_date(found["day"].removeprefix("|"))
    except ValueError:
        return line, None
    if precision != DatePrecision.DAY:
        return line, None
    return found["text"].removesuffix("|").rstrip() or line, day
