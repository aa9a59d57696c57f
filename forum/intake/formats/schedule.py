"""Programmes of conference systems: schedule.xml and JSON, as pretalx, frab and others write them.

Few of these files keep to their schema: a day may lack its date, a duration its hours, a room its
name. What can be read is read. What happens after midnight belongs to the day before.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from forum.intake.formats.json_texts import (
    Record,
    filled,
    first_record,
    inner,
    inners,
    listed,
    plain,
    records,
)
from forum.intake.limits import UnreadableError

XML = re.compile(r"<schedule[\s>]")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
DURATION = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+)")
TAGS = re.compile(r"<[^>]*>")
# Until then it is still the night of the day before, unless the file says otherwise.
DAY_CHANGE = dt.time(4)


def recognises(text: str) -> bool:
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] == "<":
        return bool(XML.search(text[:10_000]))
    return "conference" in inner(first_record(text).get("schedule"))


def rows(text: str) -> Iterator[dict[str, str]]:
    """A row for each item, in the order of the days."""
    text = text.removeprefix("\ufeff")
    items = _in_xml(text) if text.lstrip()[:1] == "<" else _in_json(text)
    return (filled(item.row()) for item in items)


@dataclass(frozen=True)
class Item:
    """An item as a file has it."""

    day: str
    date: str
    start: str
    duration: str
    room: str
    texts: dict[str, str]
    speakers: list[str]
    day_change: dt.time

    def row(self) -> dict[str, str]:
        begins = self._begins()
        day = _day(self.day) or (self._day_of(begins) if begins else None)
        start = _clock(self.start) or (begins.time() if begins else None)
        return {
            "day": day.isoformat() if day else "",
            "time": "–".join(filter(None, [f"{start:%H:%M}", self._end(start)])) if start else "",
            "after_midnight": "yes" if self._is_after_midnight(day, begins, start) else "",
            **self.texts,
            "speakers": "; ".join(filter(None, self.speakers)),
            "room": self.room,
        }

    def _begins(self) -> dt.datetime | None:
        """The moment at which it begins, on the clocks of the place."""
        try:
            return dt.datetime.fromisoformat(self.date)
        except ValueError:
            return None

    def _day_of(self, begins: dt.datetime) -> dt.date:
        is_night = begins.time() < self.day_change and begins.date() > dt.date.min
        return begins.date() - dt.timedelta(days=int(is_night))

    def _is_after_midnight(
        self, day: dt.date | None, begins: dt.datetime | None, start: dt.time | None
    ) -> bool:
        if day and begins and len(self.date) > len("2025-11-18"):
            return begins.date() > day
        return start is not None and start < self.day_change

    def _end(self, start: dt.time | None) -> str:
        found = DURATION.fullmatch(self.duration)
        if start is None or found is None:
            return ""
        days, hours, minutes = (int((part or "0")[:6]) for part in found.groups())
        length = (days * 24 + hours) * 60 + minutes
        if not 0 < length < 24 * 60:
            return ""
        end = (start.hour * 60 + start.minute + length) % (24 * 60)
        return f"{end // 60:02}:{end % 60:02}"


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _clock(text: str) -> dt.time | None:
    found = CLOCK.fullmatch(text)
    try:
        return dt.time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def _in_xml(text: str) -> Iterator[Item]:
    """Items of a file without a document type: none may name other files or grow by itself."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableError(_("The file has a document type, which no schedule needs."))
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - there are no entities without a type
    except (ElementTree.ParseError, ValueError) as error:
        line = getattr(error, "position", (0, 0))[0]
        sentence = _("The file cannot be read: it is no XML from line %(line)d on.")
        raise UnreadableError(sentence % {"line": line}) from error
    change = _clock(_said(root, "conference/day_change")) or DAY_CHANGE
    for day in root.iter("day"):
        for room in [day, *day.iter("room")]:
            for event in room.findall("event"):
                yield _xml_item(event, day.get("date", ""), room.get("name", ""), change)


def _xml_item(event: ElementTree.Element, day: str, room: str, change: dt.time) -> Item:
    persons = [" ".join("".join(each.itertext()).split()) for each in event.iter("person")]
    said = {name: _said(event, name) for name in (*TEXTS, *MOMENTS)}
    return Item(
        day=day,
        room=_said(event, "room") or " ".join(room.split()),
        texts=_texts(said),
        speakers=list(dict.fromkeys(persons)),
        day_change=change,
        **{name: said[name] for name in MOMENTS},
    )


def _said(element: ElementTree.Element, path: str) -> str:
    found = element.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


# What an item says in words, in the files and in our columns; and when it is.
TEXTS = {
    "title": "title",
    "subtitle": "subtitle",
    "type": "kind",
    "track": "track",
    "language": "language",
    "abstract": "abstract",
    "description": "description",
}
MOMENTS = ("date", "start", "duration")


def _texts(said: dict[str, str]) -> dict[str, str]:
    """The words of an item; a subtitle belongs to its title, markup to nothing."""
    texts = {TEXTS[name]: TAGS.sub("", said[name]).strip() for name in TEXTS}
    subtitle, description = texts.pop("subtitle"), texts.pop("description")
    texts["title"] = ": ".join(filter(None, [texts["title"], subtitle]))
    texts["abstract"] = texts["abstract"] or description
    return texts


def _in_json(text: str) -> Iterator[Item]:
    for record in records(text):
        conference = inner(inner(record.get("schedule")).get("conference"))
        change = _clock(plain(conference.get("day_change"))) or DAY_CHANGE
        for day in inners(conference.get("days")):
            for room, events in inner(day.get("rooms")).items():
                for event in inners(events):
                    yield _json_item(event, plain(day.get("date")), room, change)


def _json_item(event: Record, day: str, room: str, change: dt.time) -> Item:
    said = {name: plain(event.get(name)) for name in (*TEXTS, *MOMENTS)}
    return Item(
        day=day,
        room=plain(event.get("room")) or plain(room),
        texts=_texts(said),
        speakers=[_speaker(each) for each in listed(event.get("persons"))],
        day_change=change,
        **{name: said[name] for name in MOMENTS},
    )


def _speaker(person: object) -> str:
    named = inner(person)
    said = [named.get("public_name"), named.get("name"), named.get("full_public_name"), person]
    return next(filter(None, map(plain, said)), "")
