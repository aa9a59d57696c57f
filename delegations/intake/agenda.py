"""A line of an agenda: when it is, what it is about, and who speaks. Pure.

Days stand on lines of their own, and so may those who speak in the item above.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from delegations.choices import SpeakerMode, SpeakerRole, SpeakerStatus
from forum.choices import DatePrecision
from forum.intake.cells import Person, dates, people, person, time_range
from forum.intake.cells.names import is_name
from forum.intake.cells.vocabulary import is_body
from forum.programme.wording import kind_of_item

CLOCK = r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?"
LEADING_TIME = re.compile(
    rf"(?P<time>(?:(?:с|from|kell|kella)\s+)?{CLOCK}"
    rf"(?:\s*(?:[-–—―−‒]|до|to|until|kuni)\s*{CLOCK})?)"
    r"(?![.:]?\d)\s*[-–—:.,|]*\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
NUMBERED_DAY = re.compile(
    r"(?:day|день|päev|күн)\s*(?P<first>\d{1,2})|(?P<second>\d{1,2})\W{0,2}(?:күн|päev|день)",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"^(?:[^\W\d]+|[^\W\d]+\s[^\W\d]+),\s+|,\s+[^\W\d]+$")
# What stands above a whole programme: “Programme (as of 11 April)”.
ALL = re.compile(
    r"(?:draft\s+|проект\s+)?(?:programme?|agenda|schedule|программа|программы|повестка(?:\s+дня)?"
    r"|бағдарлама(?:сы)?|күн\s+тәртібі|(?:päeva|aja)?kava|programm)\s*(?:\([^()]*\))?\s*:?",
    re.IGNORECASE,
)
# Who speaks may stand behind a word for what they do: “Moderator: …”.
ROLES = (
    (SpeakerRole.MODERATOR, r"moderators?|модератор(?:ы|лар)?|moderaator(?:id)?"),
    (SpeakerRole.CHAIR, r"chair(?:person|man|woman|ed by)?|председатель|төраға|juhataja|juhatab"),
    (SpeakerRole.KEYNOTE, r"keynote(?:\sspeakers?)?|peaesineja"),
    (SpeakerRole.PANELLIST, r"panell?ists?|панелист(?:ы|тер)?|panelist(?:id)?|arutlejad"),
    (
        SpeakerRole.SPEAKER,
        r"speakers?|спикер(?:ы|лер)?|докладчики?|баяндамашы(?:лар)?|esinejad?|ettekandjad?",
    ),
)
ROLE_WORDS = [
    (role, re.compile(rf"(?:{words})\s*(?:[:–—-]\s*(?=\S)|:?\Z)", re.IGNORECASE))
    for role, words in ROLES
]
# Those that several have: a heading “Panellists:” counts for all names below it.
SHARED_ROLES = (SpeakerRole.PANELLIST, SpeakerRole.SPEAKER)
COMMA = re.compile(r",\s+")
BEFORE_SPEAKER = re.compile(r"\s+[-–—―]+\s+|[:;]\s+|\s*\|\s*|\s+\(")
# What is said in brackets behind a speaker.
MARKS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "status",
        SpeakerStatus.TO_BE_CONFIRMED,
        re.compile(
            r"tb[ca]|to be (?:confirmed|announced)|уточняется|по согласованию|нақтыланады"
            r"|келісім бойынша|täpsustamisel|kinnitamisel",
            re.IGNORECASE,
        ),
    ),
    (
        "mode",
        SpeakerMode.VIDEO_MESSAGE,
        re.compile(r"video ?message|видеообращение|бейнеүндеу|videopöördumine", re.IGNORECASE),
    ),
    (
        "mode",
        SpeakerMode.VIDEO,
        re.compile(r"online|by video|video ?link|онлайн|по видеосвязи|veebis", re.IGNORECASE),
    ),
)


# What is of an item and not of who speaks in it.
OF_ITEM = ("day", "time", "title", "kind", "room")


@dataclass(frozen=True)
class Line:
    """What a line says, as texts; speakers one by one."""

    time: str = ""
    title: str = ""
    speakers: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Speaking:
    """Somebody who speaks, and what is said beside the name."""

    who: Person
    status: str = ""
    mode: str = ""


def day_in(text: str, first: dt.date | None) -> dt.date | None:
    """The day that a text names, be it as “Day 2” or without its year; `first` is the event's."""
    text = WEEKDAY.sub("", " ".join(text.split()))
    found = NUMBERED_DAY.fullmatch(text)
    if found and first:
        number = int(found["first"] or found["second"])
        return _after(first, number - 1) if number else None
    years = [f"{text.rstrip('.')}.{first.year}", f"{text} {first.year}"] if first else []
    return next((day for each in (text, *years) if (day := _one_day(each))), None)


def heading_day(text: str, first: dt.date | None) -> dt.date | None:
    """The day of a line of its own, which may say where: “26 April, Sample University”."""
    for comma in islice(COMMA.finditer(text), 2):
        day, where = day_in(text[: comma.start()], first), text[comma.end() :]
        if day and _is_place(where):
            return day
    return day_in(text, first)


def _is_place(text: str) -> bool:
    is_item = re.search(CLOCK, text) or kind_of_item(text) or says_who(text)
    return any(map(is_body, text.split())) and not is_item


def is_heading_of_all(text: str) -> bool:
    return bool(ALL.fullmatch(text.strip()))


def _after(first: dt.date, days: int) -> dt.date | None:
    return first + dt.timedelta(days=days) if days <= (dt.date.max - first).days else None


def _one_day(text: str) -> dt.date | None:
    try:
        [days] = dates(text)
    except ValueError:
        return None
    is_day = days.precision == DatePrecision.DAY and days.first == days.last
    return days.first if is_day else None


def read_line(text: str, offices: Sequence[str] = ()) -> Line:
    """A line with its time taken from its beginning, and its speakers from its end."""
    time, rest = _time_and_rest(" ".join(text.split()))
    for role, word in ROLE_WORDS:
        if found := word.match(rest):
            return Line(time=time, speakers=tuple(people(rest[found.end() :])), role=role)
    if not time and says_who(rest, offices):
        return Line(speakers=tuple(people(rest)))
    return replace(title_and_speakers(rest, offices), time=time)


def _time_and_rest(text: str) -> tuple[str, str]:
    found = LEADING_TIME.fullmatch(text)
    if found is None:
        return "", text
    try:
        time_range(found["time"])
    except ValueError:
        return "", text
    return found["time"], found["rest"]


def says_who(text: str, offices: Sequence[str] = ()) -> bool:
    """Whether a line names somebody, by name or office, and no item of a programme."""
    each = people(text)
    return bool(each) and all(_is_somebody(one, person(one, offices)) for one in each)


def _is_somebody(text: str, who: Person) -> bool:
    """Whether a text is about a person: nothing else stands first, as in “Welcome: NAME”."""
    is_first = not who.rest or not text.startswith(who.rest.split(";")[0])
    is_known = is_name(who.name.split(" ")) or bool(who.office and not who.name)
    return is_first and is_known and not kind_of_item(who.name or who.office)


def title_and_speakers(text: str, offices: Sequence[str] = ()) -> Line:
    """The speakers behind a dash or colon, if their names have an office or a title beside them."""
    for found in BEFORE_SPEAKER.finditer(text):
        title, rest = text[: found.start()], text[found.end() :]
        speakers = people(rest.removesuffix(")") if found[0].endswith("(") else rest)
        if title and all(_is_speaker(each, offices) for each in speakers):
            return Line(title=title, speakers=tuple(speakers))
    return Line(title=text)


def _is_speaker(text: str, offices: Sequence[str]) -> bool:
    who = person(text, offices)
    is_known = bool(who.office or who.honorific or who.institution)
    return is_known and is_name(who.name.split(" ")) and _is_somebody(text, who)


def speaking(text: str, offices: Sequence[str] = ()) -> Speaking:
    """Somebody, with “tbc” and “video message” understood; what is not stays in `rest`."""
    who, found = person(text, offices), {}
    for column, value, words in MARKS:
        if column not in found and (mark := words.search(who.rest)):
            found[column] = value
            rest = who.rest[: mark.start()] + who.rest[mark.end() :]
            who = replace(who, rest=rest.strip(" ;,"))
    return Speaking(who, **found)


def follow(
    values: dict[str, str], above: dict[str, str], first: dt.date | None, offices: Sequence[str]
) -> dict[str, str]:
    """Read a line into the columns of a programme, and take over what the row above it says.

    A day that stands alone is that of all rows below, and who stands below an item speaks in it.
    """
    found = _with_line(values, first, offices)
    if named := day_in(found.get("day", ""), first):
        return found | {"day": named.isoformat()}
    if not found.get("day") and (named := heading_day(found.get("time", ""), first)):
        return {"day": named.isoformat()}
    if above.get("day"):
        found = {"day": above["day"]} | found
    is_somebody = any(found.get(column) for column in ("name", "office", "role"))
    return _below(found, above) if is_somebody and not found.get("time") else found


def _below(values: dict[str, str], above: dict[str, str]) -> dict[str, str]:
    """What stands below an item with its time: who speaks in it, or a part of it."""
    longer = above.get("under") or (above.get("title") if above.get("time") else "")
    if values.get("title"):
        return values | ({"under": longer} if longer else {})
    if above.get("under"):
        return values | {"title": above["under"]}
    shared = [str(role.label) for role in SHARED_ROLES]
    is_heading = not any(above.get(column) for column in ("name", "office"))
    taken = (*OF_ITEM, "role") if is_heading or above.get("role") in shared else OF_ITEM
    return {column: above[column] for column in taken if above.get(column)} | values


def _with_line(
    values: dict[str, str], first: dt.date | None, offices: Sequence[str]
) -> dict[str, str]:
    """A row whose first cell says more than a time, as the columns say it."""
    cell = values.get("time", "")
    if not cell or values.get("title") or heading_day(cell, first):
        return values
    line = read_line(cell, offices)
    read = {"time": line.time, "title": line.title, "name": "; ".join(line.speakers)}
    if line.role:
        read["role"] = str(SpeakerRole(line.role).label)
    others = {column: text for column, text in values.items() if column != "time"}
    return others | {column: text for column, text in read.items() if text}
