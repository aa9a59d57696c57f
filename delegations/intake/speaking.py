"""What lists of speakers and programmes share: who speaks in an item, in which role and way."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext_lazy

from delegations.choices import SpeakerMode, SpeakerRole, SpeakerStatus
from delegations.intake.agenda import speaking
from delegations.intake.people import (
    BODY,
    bodies_meant,
    institutions_of,
    known_offices,
    meant,
    people_of,
    who,
)
from delegations.intake.people import PERSON as NAMED_ONCE
from delegations.intake.people_columns import CAPACITY_COLUMN, HONORIFIC, INSTITUTION, NAME, OFFICE
from delegations.models import Institution, Speaker
from forum.history import bulk
from forum.intake.cells import people
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Column, Place
from forum.intake.readers import Choice, Text
from forum.intake.rows import Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.models import Session
from forum.search.words import folded

ROLE = Choice(
    SpeakerRole,
    {"host": "moderator", "ведущий": "moderator", "председатель": "chair", "докладчик": "speaker"},
)
STATUS = Choice(SpeakerStatus, {"tbc": "to_be_confirmed", "уточняется": "to_be_confirmed"})
MODE = Choice(SpeakerMode, {"online": "video", "онлайн": "video", "veebis": "video"})
SPEAKER = replace(
    NAME,
    label=gettext_lazy("Speaker"),
    synonyms=(
        *("speakers", "presenter", "presenters", "panellists", "moderator", *NAME.synonyms),
        *("спикеры", "докладчик", "докладчики", "выступающие", "баяндамашы", "баяндамашылар"),
        *("esineja", "esinejad", "ettekandja"),
    ),
)
COLUMNS = (
    # In a programme a role is that of a speaker.
    replace(OFFICE, synonyms=tuple(each for each in OFFICE.synonyms if each != "role")),
    INSTITUTION,
    Column(
        name="role",
        label=gettext_lazy("Role"),
        read=ROLE,
        synonyms=("роль", "рөлі", "roll"),
        offers=ROLE.labels,
        size=10,
        is_usual=False,
    ),
    Column(
        name="status",
        label=gettext_lazy("Status"),
        read=STATUS,
        synonyms=("статус", "мәртебесі", "staatus"),
        offers=STATUS.labels,
        size=10,
        is_usual=False,
    ),
    Column(
        name="mode",
        label=gettext_lazy("Mode"),
        read=MODE,
        synonyms=("format", "формат", "способ участия", "osalemisviis"),
        offers=MODE.labels,
        size=10,
        is_usual=False,
    ),
    CAPACITY_COLUMN,
    Column(
        name="also_office",
        label=gettext_lazy("Second office"),
        read=Text(300),
        synonyms=("also", "вторая должность", "екінші лауазымы", "teine amet"),
        size=16,
        is_usual=False,
    ),
    HONORIFIC,
)
# Whoever speaks twice is one person, and stands in a programme twice.
PERSON = replace(NAMED_ONCE, may_repeat=True)
LINKS = (PERSON, BODY)
FIELDS = ("role", "status", "mode", "capacity")
LABELS = {"status": SpeakerStatus, "mode": SpeakerMode}


def split_speakers(values: dict[str, str], place: Place) -> list[dict[str, str]]:
    """A row for each who speaks, with what the cell says of them beside the name."""
    offices = known_offices(place)
    values = _with_office(values, offices)
    cell = values.get("name", "")
    if not cell or any(values.get(column) for column in ("office", "institution")):
        return [values]
    return [values | _said(each, offices) for each in people(cell)]


def _with_office(values: dict[str, str], offices: Sequence[str]) -> dict[str, str]:
    """What stands under “role” may be an office, and with an office its institution."""
    role, office = values.get("role", ""), values.get("office", "")
    if role and not office and not _is_role(role):
        values = {column: text for column, text in values.items() if column != "role"}
        office = role
    if not office or values.get("institution"):
        return values
    said = _said(office, offices)
    if said["name"] or not said.get("office"):
        return values | {"office": office}
    return said | {column: text for column, text in values.items() if column != "office"}


def _is_role(text: str) -> bool:
    try:
        return bool(ROLE(text))
    except ValidationError:
        return False


def _said(text: str, offices: Sequence[str]) -> dict[str, str]:
    found = speaking(text, offices)
    named = found.who
    marks = {column: getattr(found, column) for column in LABELS}
    said = {
        "name": named.name,
        "office": named.office,
        "institution": named.institution or named.country,
        "capacity": named.capacity,
        "also_office": ", ".join(filter(None, [named.also_office, named.also_institution])),
        "honorific": named.honorific,
        **{column: str(LABELS[column](value).label) for column, value in marks.items() if value},
    }
    if not any(said[column] for column in ("name", "office", "institution")):
        said["name"] = text
    return {column: each for column, each in said.items() if each or column == "name"}


def is_somebody(row: Row) -> bool:
    return any(row.says(column) for column in ("name", "office", "institution"))


def compare(rows: Sequence[Row], sessions: Mapping[int, Session], language: str) -> None:
    """Find the speakers that rows are on record as in their items, and what would change."""
    rows = [row for row in rows if row.position in sessions and is_somebody(row)]
    keys = {session.pk for session in sessions.values()}
    speakers = Speaker.objects.with_names().filter(session__in=keys)
    known = {(each.session_id, sign): each for each in speakers for sign in who(each)}
    bodies = bodies_meant(rows)
    for row in rows:
        if speaker := known.get((sessions[row.position].pk, meant(row))):
            row.known = speaker
            row.differences = differences(speaker, _values(row, bodies, language))


def _values(row: Row, bodies: Mapping[int, Institution], language: str) -> dict[str, object]:
    """What a row says, by the columns of a speaker."""
    found = {name: row.cells[name] for name in FIELDS if row.cells.get(name)}
    found |= {name: text for name, text in row.cells["office_texts"].items() if text}
    found |= {"rank": row.cells.get("rank_record"), "institution": bodies.get(row.position)}
    if second := row.cells.get("also_office"):
        found[f"also_office_{column_language(second, language)}"] = second
    return {name: value for name, value in found.items() if value}


def write_speakers(rows: Sequence[Row], sessions: Mapping[int, Session], saving: Saving) -> None:
    """Write who speaks in the item of each row, behind those who do already."""
    rows = [row for row in rows if is_somebody(row)]
    bodies = institutions_of(rows, saving)
    officials = people_of(
        rows, saving, PERSON, once=lambda row: tuple(sorted(folded(row.says("name"))))
    )
    places = _places(sessions.values())
    new = []
    for row in rows:
        if not isinstance(row.known, Speaker):
            session = sessions[row.position]
            places[session.pk] += 1
            official = officials.get(row.position)
            speaker = Speaker(
                session=session,
                official=official,
                name_as_printed="" if official else row.says("name"),
                position=places[session.pk],
                **_values(row, bodies, saving.place.language),
            )
            speaker.clean()
            new.append(speaker)
    bulk.create(new)
    _change(rows, bodies, saving)


def _places(sessions: Iterable[Session]) -> Counter[int]:
    """The last position that is taken in each item."""
    rows = Speaker.objects.filter(session__in=[each.pk for each in sessions]).order_by()
    return Counter(dict(rows.values_list("session").annotate(Max("position"))))


def _change(rows: Sequence[Row], bodies: Mapping[int, Institution], saving: Saving) -> None:
    changed, columns = [], set()
    for row in rows:
        if isinstance(row.known, Speaker):
            found = differences(row.known, _values(row, bodies, saving.place.language))
            if taken := [*filter(saving.takes, found)]:
                columns |= {*apply(row.known, taken)}
                changed.append(row.known)
    bulk.change(changed, columns)
