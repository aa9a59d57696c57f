"""The rooms that the rows of a programme name."""

from collections.abc import Sequence

from forum.choices import Sign
from forum.intake.kinds import Link, Place
from forum.intake.rows import Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.models import Venue
from forum.records.texts import LANGUAGES
from forum.search.words import folded


def find_rooms(rows: Sequence[Row], place: Place) -> list[list[Candidate]]:
    """The rooms of that name where the event is, or else anywhere."""
    own, names = place["event"].venue_id, {row.says("room") for row in rows}
    named: dict[str, dict[int, Venue]] = {}
    for language in LANGUAGES:
        column = f"name_{language}"
        for room in Venue.objects.filter(**{f"{column}__in": names}):
            named.setdefault(getattr(room, column), {})[room.pk] = room
    found = []
    for row in rows:
        rooms = named.get(row.says("room"), {})
        near = [key for key, room in rooms.items() if own and own in (key, room.parent_id)]
        found.append([Candidate(key, Sign.NAME) for key in near or rooms])
    return found


ROOM = Link(
    name="room",
    model=Venue,
    find=find_rooms,
    may_repeat=True,
    right="forum.add_venue",
    records=lambda: Venue.objects.select_related("parent"),
)


def rooms_of(rows: Sequence[Row], saving: Saving) -> dict[int, Venue]:
    """The room of each row, by its position; one for all rows that name it alike."""
    event = saving.place["event"]

    def make(row: Row) -> Venue:
        name = row.says("room")
        column = f"name_{column_language(name, saving.place.language)}"
        return Venue(**{column: name}, parent=event.venue, country=event.country)

    return saving.meant(rows, ROOM, make, once=lambda row: tuple(folded(row.says("room"))))
