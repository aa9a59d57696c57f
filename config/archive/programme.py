"""The programme of an event, with those who speak."""

import datetime as dt

from config.archive import words
from config.archive.bodies import Person
from config.archive.chance import Chance
from config.archive.sheet import Sheet
from delegations.choices import SpeakerMode, SpeakerRole, SpeakerStatus
from delegations.models import Speaker
from forum.choices import SessionKind, Visibility
from forum.models import Session, Venue

KINDS = dict.fromkeys(SessionKind, 2) | {
    SessionKind.LECTURE: 30,
    SessionKind.PANEL: 20,
    SessionKind.ADDRESS: 10,
}
VISIBILITIES = {Visibility.PUBLIC: 94, Visibility.PARTICIPANTS: 4, Visibility.INTERNAL: 2}
ROLES = dict.fromkeys(SpeakerRole, 1) | {SpeakerRole.SPEAKER: 12}
STATUSES = dict.fromkeys(SpeakerStatus, 1) | {SpeakerStatus.CONFIRMED: 20}
MODES = dict.fromkeys(SpeakerMode, 1) | {SpeakerMode.IN_PERSON: 20}
BEGINS, MINUTES = 9 * 60, 90
SLOTS = 8


def add(
    sheet: Sheet,
    chance: Chance,
    event,
    plan,
    persons: list[Person],
    rooms: list[Venue],
    items: int,
) -> Session | None:
    """Add so many items, some at a time in several rooms; returns the signing ceremony."""
    if not items:
        return None
    ceremony = _ceremony(sheet, event, plan)
    last = None
    for number in range(1, items):
        place = number % len(rooms)
        turn, day = divmod(number // len(rooms), len(plan.days))
        is_part = last is not None and last.day == plan.days[day] and chance.happens(0.15)
        item = _item(sheet, chance, event, plan.days[day], turn % SLOTS, rooms[place])
        item.position, item.parent = number, last if is_part else None
        last = item if not is_part else last
        _speakers(sheet, chance, item, persons)
    return ceremony


def _ceremony(sheet: Sheet, event, plan) -> Session:
    title = words.joined("{}", words.table("titles", "signing")[0])
    texts = dict(zip(("title_en", "title_kk", "title_ru", "title_et"), title, strict=True))
    times = {"starts_at": dt.time(12), "ends_at": dt.time(13)}
    day = plan.days[0]
    return sheet.add(Session(**texts, event=event, kind=SessionKind.SIGNING, day=day, **times))


def _item(sheet: Sheet, chance: Chance, event, day: dt.date, slot: int, room: Venue) -> Session:
    kind = chance.weighted(KINDS)
    begins = BEGINS + slot * MINUTES
    is_lecture = kind == SessionKind.LECTURE
    return sheet.add(
        Session(
            **chance.said("title", _title(chance, kind), 0.5),
            **(
                chance.said("abstract", chance.choice(words.table("sentences")))
                if is_lecture
                else {}
            ),
            original_title=chance.choice(words.table("sentences"))[2] if is_lecture else "",
            original_language="ru" if is_lecture else "",
            event=event,
            kind=kind,
            day=day,
            starts_at=_time(begins),
            ends_at=_time(begins + chance.choice([45, 60, 80])),
            venue=room,
            visibility=chance.weighted(VISIBILITIES),
            languages=chance.choice(["", "en", "ru, en"]),
        )
    )


def _title(chance: Chance, kind: str) -> words.Texts:
    sentence = chance.choice(words.table("sentences"))
    plain = tuple(text.rstrip(".") for text in sentence)
    return words.joined("{} {}: {}", words.label(SessionKind(kind)), chance.randint(1, 30), plain)


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


def _speakers(sheet: Sheet, chance: Chance, item: Session, persons: list[Person]) -> None:
    most = min(chance.randint(0, 3), len(persons))
    for position, person in enumerate(chance.sample(persons, most)):
        sheet.add(
            Speaker(
                **person.in_office,
                session=item,
                role=chance.weighted(ROLES),
                status=chance.weighted(STATUSES),
                mode=chance.weighted(MODES),
                position=position,
            )
        )
