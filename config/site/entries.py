"""An entry of a calendar, as the lines that are sent (RFC 5545).

Written here, and not by the library: that takes several times as long, and a calendar has many.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

EPOCH = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
# How many octets a line has at most.
LONGEST_LINE = 75
ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
LINE_BREAK = re.compile(r"\r\n?")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a calendar shows on whole days or between two moments; without an end, on one day."""

    uid: str
    summary: str
    description: str
    start: dt.date
    end: dt.date | None
    url: str
    # When what it says was changed last.
    changed: dt.datetime
    location: str = ""
    status: str = ""
    # Whether who has it in a calendar is free meanwhile.
    is_free: bool = False

    def lines(self) -> Iterator[str]:
        yield "BEGIN:VEVENT"
        yield f"UID:{_text(self.uid)}"
        yield f"SUMMARY:{_text(self.summary)}"
        yield f"DESCRIPTION:{_text(self.description)}"
        yield f"DTSTART{_when(self.start)}"
        if self.end:
            yield f"DTEND{_when(self.end)}"
        if self.location:
            yield f"LOCATION:{_text(self.location)}"
        if self.status:
            yield f"STATUS:{self.status}"
        if self.is_free:
            yield "TRANSP:TRANSPARENT"
        if self.url:
            yield f"URL:{self.url}"
        yield f"SEQUENCE:{_sequence(self.changed)}"
        yield f"DTSTAMP{_when(self.changed)}"
        yield f"LAST-MODIFIED{_when(self.changed)}"
        yield "END:VEVENT"

    def to_ical(self) -> bytes:
        return b"".join(_folded(line.encode()) for line in self.lines())


def _sequence(changed: dt.datetime) -> int:
    """A number that rises with every change: the seconds since the beginning of 2020."""
    return max(int((changed - EPOCH).total_seconds()), 0)


def _text(text: str) -> str:
    return LINE_BREAK.sub("\n", text).translate(ESCAPED)


def _when(moment: dt.date) -> str:
    """A day, a moment in UTC, or the time that a clock shows in its zone."""
    # Years before 1000 have four digits, too.
    day = f"{moment.year:04}{moment:%m%d}"
    if not isinstance(moment, dt.datetime):
        return f";VALUE=DATE:{day}"
    zone, time = str(moment.tzinfo), f"{day}T{moment:%H%M%S}"
    return f":{time}Z" if zone == "UTC" else f";TZID={zone}:{time}"


def _folded(line: bytes) -> bytes:
    """A line with its end, in pieces of 75 octets at most, none of which cuts a letter."""
    pieces = []
    while len(line) > LONGEST_LINE:
        end = LONGEST_LINE
        while line[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(line[:end])
        line = b" " + line[end:]
    return b"\r\n".join([*pieces, line, b""])
