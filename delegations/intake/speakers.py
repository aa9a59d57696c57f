"""Lists of speakers for a programme that is on record: who speaks, and in which item."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.intake import speaking
from delegations.intake.agenda import LEADING_TIME
from delegations.intake.people import Offices
from delegations.models import Speaker
from forum.choices import Sign
from forum.intake.kinds import Column, Kind, Link, Place, Stand, register, to_tab
from forum.intake.readers import Text
from forum.intake.rows import NONE, Candidate, Row
from forum.intake.saving import Saving
from forum.models import Event, Session
from forum.records.texts import LANGUAGES
from forum.search.words import folded


def items_offered(place: Place) -> list[str]:
    event = place["event"]
    return [str(session) for session in event.sessions.all()] if event else []


COLUMNS = (
    speaking.SPEAKER,
    *speaking.COLUMNS[:2],
    Column(
        name="item",
        label=gettext_lazy("Programme item"),
        read=Text(300),
        synonyms=(
            *("session", "title", "topic", "talk", "item", "тема", "сессия", "доклад"),
            *("тақырыбы", "сессия", "teema", "pealkiri", "ettekanne"),
        ),
        offers=items_offered,
        is_shown=lambda place: place["session"] is None,
        size=24,
    ),
    *speaking.COLUMNS[2:],
)


def find_items(rows: Sequence[Row], place: Place) -> list[list[Candidate]]:
    """The items of the event's programme that begin then, or are called so."""
    named: dict[tuple[str, ...], list[int]] = {}
    for session in place["event"].sessions.all():
        texts = [getattr(session, f"title_{language}") for language in LANGUAGES]
        starts = f"{session.starts_at:%H:%M}" if session.starts_at else ""
        for text in {*filter(None, texts), session.original_title, starts, str(session)} - {""}:
            named.setdefault(tuple(folded(text)), []).append(session.pk)
    return [[Candidate(key, Sign.NAME) for key in _meant(row.says("item"), named)] for row in rows]


def _meant(text: str, named: dict[tuple[str, ...], list[int]]) -> list[int]:
    """By all that is said, else by the title after the time."""
    found = LEADING_TIME.fullmatch(text)
    titles = [text, *([found["rest"]] if found else [])]
    return next((keys for each in titles if (keys := named.get(tuple(folded(each))))), [])


class OnRecord(Link):
    """What is not there is not made: a programme is no list of speakers."""

    def otherwise(self, place: Place) -> str:
        return NONE


ITEM = OnRecord(
    name="item",
    model=Session,
    find=find_items,
    may_repeat=True,
    records=lambda: Session.objects.select_related("event"),
)


def complete(rows: Sequence[Row], place: Place) -> None:
    offices = Offices()
    for row in rows:
        offices.complete(row, place)
        if not speaking.is_somebody(row):
            row.problems["name"] = _("Say who it is: a name, an office or an institution.")
        if place["session"] is None and not row.says("item"):
            row.problems["item"] = _("Say in which item of the programme.")


def compare(rows: Sequence[Row], place: Place) -> None:
    found = _items(rows, place)
    for row in rows:
        if row.position not in found and row.says("item"):
            row.problems["item"] = _("No item of the programme is called so.")
    speaking.compare(rows, found, place.language)


def _items(rows: Sequence[Row], place: Place) -> dict[int, Session]:
    if own := place["session"]:
        return {row.position: own for row in rows}
    keys = {row.position: row.answers["item"].key for row in rows if "item" in row.answers}
    stored = place["event"].sessions.in_bulk([key for key in keys.values() if key])
    return {position: stored[key] for position, key in keys.items() if key in stored}


def write(rows: Sequence[Row], saving: Saving) -> None:
    speaking.write_speakers(rows, _items(rows, saving.place), saving)


register(
    Kind(
        name="speakers",
        label=gettext_lazy("Speakers"),
        columns=COLUMNS,
        stands_in=(
            Stand(name="event", model=Event),
            Stand(name="session", model=Session, is_required=False),
        ),
        links=(ITEM, *speaking.LINKS),
        compared_with=(Speaker,),
        rights=("delegations.add_speaker",),
        change_right="delegations.change_speaker",
        can_publish=True,
        split=speaking.split_speakers,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=to_tab("programme"),
    )
)
