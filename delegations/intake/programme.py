"""Programmes as lists: a line or a row for each item, with those who speak in it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.intake import agenda, speaking
from delegations.intake.items import Items
from delegations.intake.people import Offices, known_offices
from delegations.intake.rooms import ROOM, rooms_of
from delegations.models import Speaker
from forum.choices import DatePrecision, SessionKind
from forum.history import bulk
from forum.intake.cells import time_range
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Column, Kind, Place, Stand, register, to_tab
from forum.intake.lists import STEP
from forum.intake.readers import Choice, Text, day
from forum.intake.rows import Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.models import Event, Session, Venue
from forum.programme.wording import kind_of_item
from forum.records.fields import TITLE_LENGTH

KIND = Choice(SessionKind)
YES = frozenset(("yes", "1", "true", "x", "да", "иә", "jah"))


def times(text: str) -> tuple[dt.time, dt.time | None]:
    """From when until when, as far as it is said."""
    try:
        return time_range(text)
    except ValueError as error:
        sentence = _("“%(typed)s” is no time. Write it like 10:00–10:40, or 10:00 alone.")
        raise ValidationError(sentence, params={"typed": text}) from error


def kind(text: str) -> str:
    """The kind of an item; of a word that is none of ours, what it speaks of."""
    try:
        return KIND(text)
    except ValidationError:
        return kind_of_item(text)


COLUMNS = (
    Column(
        name="time",
        label=gettext_lazy("Time"),
        read=times,
        synonyms=(
            *("start", "starts", "from", "hour", "when", "время", "начало", "часы"),
            *("уақыты", "уақыт", "басталуы", "kellaaeg", "aeg", "algus"),
        ),
        size=10,
    ),
    Column(
        name="title",
        label=gettext_lazy("Title"),
        read=Text(TITLE_LENGTH),
        synonyms=(
            *("item", "session", "topic", "activity", "event", "programme", "agenda"),
            *("название", "тема", "мероприятие", "пункт программы", "содержание"),
            *("тақырыбы", "атауы", "іс-шара", "pealkiri", "teema", "tegevus", "sündmus"),
        ),
        size=32,
    ),
    speaking.SPEAKER,
    *speaking.COLUMNS,
    Column(
        name="room",
        label=gettext_lazy("Room"),
        read=Text(300),
        synonyms=(
            *("place", "venue", "hall", "location", "where", "место", "зал", "аудитория"),
            *("орны", "залы", "ruum", "koht", "saal"),
        ),
        size=12,
        is_usual=False,
    ),
    Column(
        name="kind",
        label=gettext_lazy("Kind"),
        read=kind,
        synonyms=("type", "format of the session", "тип", "вид", "түрі", "liik", "tüüp"),
        offers=KIND.labels,
        size=12,
        is_usual=False,
    ),
    Column(
        name="day",
        label=gettext_lazy("Day"),
        read=day,
        synonyms=("date", "дата", "день", "күні", "күн", "kuupäev", "päev"),
        size=10,
    ),
    Column(
        name="under",
        label=gettext_lazy("Under"),
        read=Text(300),
        synonyms=("part of", "parent", "в рамках", "часть", "ішінде", "osa"),
        is_usual=False,
    ),
    Column(
        name="end",
        label=gettext_lazy("Until"),
        read=times,
        synonyms=("ends", "finish", "to", "окончание", "конец", "до", "аяқталуы", "lõpp"),
        size=6,
        is_usual=False,
    ),
    Column(
        name="after_midnight",
        label=gettext_lazy("After midnight"),
        read=lambda text: text.casefold() in YES,
        size=4,
        is_usual=False,
    ),
    Column(
        name="abstract",
        label=gettext_lazy("Abstract"),
        read=Text(5_000, is_long=True),
        synonyms=("description", "summary", "описание", "аннотация", "сипаттамасы", "kirjeldus"),
        size=24,
        is_usual=False,
    ),
)


def follow(values: dict[str, str], above: dict[str, str], place: Place) -> dict[str, str]:
    found = agenda.follow(values, above, place["event"].starts_on, known_offices(place))
    if not found.get("kind") and (named := kind_of_item(found.get("title", ""))):
        found = found | {"kind": str(SessionKind(named).label)}
    return found


def complete(rows: Sequence[Row], place: Place) -> None:
    """Tell what each item is and on which day; a heading is no item."""
    offices, days = Offices(), place["event"].days
    only_day = days[0] if days and days[0] == days[1] else None
    for row in rows:
        if _is_heading(row):
            row.is_left_out = True
            continue
        offices.complete(row, place)
        _complete_times(row, only_day)
        if not (row.says("title") or row.says("kind") or speaking.is_somebody(row)):
            row.problems.setdefault("title", _("Say what it is: a title or a kind."))
        spoken = kind_of_item(row.says("title"))
        usual = SessionKind.ADDRESS if speaking.is_somebody(row) else SessionKind.OTHER
        row.cells["kind"] = row.cells.get("kind") or spoken or usual


def _is_heading(row: Row) -> bool:
    """Whether a line is only about those below it: “Programme”, a day, or “Panellists:”."""
    said = {column for column, text in row.values.items() if text} - {"day"}
    if not said or (said == {"title"} and agenda.is_heading_of_all(row.says("title"))):
        return True
    return bool(row.says("role") and not speaking.is_somebody(row))


def _complete_times(row: Row, only_day: dt.date | None) -> None:
    date, precision = row.cells.get("day") or (only_day, DatePrecision.DAY)
    if precision != DatePrecision.DAY:
        row.problems.setdefault("day", _("Give the day, not a month or a year."))
    start, end = row.cells.get("time") or (None, None)
    if until := row.cells.get("end"):
        end = until[0]
    if start and not date:
        row.problems.setdefault("day", _("Say on which day it is."))
    if end and not start:
        row.problems.setdefault("time", _("Say when it begins."))
    row.cells |= {"date": date, "starts_at": start, "ends_at": end}


def compare(rows: Sequence[Row], place: Place) -> None:
    """Find the items and speakers that are on record, and what would change."""
    items = Items(place["event"])
    found = {row.position: session for row in rows if (session := items.get(row))}
    speaking.compare(rows, found, place.language)
    for row in rows:
        session = found.get(row.position)
        if session and not speaking.is_somebody(row):
            row.known, row.differences = session, differences(session, _values(row, place, {}))


def _values(row: Row, place: Place, rooms: Mapping[int, Venue]) -> dict[str, object]:
    """What a row says of its item, by the columns of one."""
    found = {"ends_at": row.cells["ends_at"], "venue": rooms.get(row.position)}
    if row.says("kind"):
        found["kind"] = row.cells["kind"]
    for column in ("title", "abstract"):
        if text := row.cells.get(column):
            found[f"{column}_{column_language(text, place.language)}"] = text
    return {name: value for name, value in found.items() if value}


def write(rows: Sequence[Row], saving: Saving) -> None:
    place = saving.place
    rooms = rooms_of(rows, saving)
    items = Items(place["event"])
    # The longer items first: their parts need them.
    for is_part in (False, True):
        chosen = [row for row in rows if bool(row.says("under")) == is_part]
        _write_items(chosen, items, rooms, saving)
    sessions = {row.position: items.get(row) for row in rows}
    _change([row for row in rows if isinstance(row.known, Session)], rooms, saving)
    speaking.write_speakers(rows, sessions, saving)


def _write_items(
    rows: Sequence[Row], items: Items, rooms: Mapping[int, Venue], saving: Saving
) -> None:
    new = []
    for row in rows:
        if items.get(row) is None:
            session = _made(row, saving.place, rooms)
            session.parent = items.above(row)
            session.clean()
            items.add(session)
            new.append(session)
    bulk.create(new)


def _made(row: Row, place: Place, rooms: Mapping[int, Venue]) -> Session:
    return Session(
        event=place["event"],
        day=row.cells["date"],
        starts_at=row.cells["starts_at"],
        is_after_midnight=bool(row.cells.get("after_midnight")),
        position=row.position // STEP + 1,
        **{"kind": row.cells["kind"]} | _values(row, place, rooms),
    )


def _change(rows: Sequence[Row], rooms: Mapping[int, Venue], saving: Saving) -> None:
    columns = set()
    for row in rows:
        found = differences(row.known, _values(row, saving.place, rooms))
        columns |= {*apply(row.known, filter(saving.takes, found))}
    if columns:
        bulk.change([row.known for row in rows], columns)


register(
    Kind(
        name="programme",
        label=gettext_lazy("Programme"),
        columns=COLUMNS,
        stands_in=(Stand(name="event", model=Event),),
        links=(*speaking.LINKS, ROOM),
        compared_with=(Session, Speaker),
        rights=(
            "forum.add_session",
            "delegations.add_speaker",
        ),
        change_right="forum.change_session",
        can_publish=True,
        is_prose=True,
        follow=follow,
        split=speaking.split_speakers,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=to_tab("programme"),
    )
)
