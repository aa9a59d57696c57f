"""Clashes in words: people and rooms that are taken twice, rooms too small, ways too short."""

from collections.abc import Iterable, Iterator

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forum.findings import Finding
from forum.models import Unavailable, Venue
from forum.models.slot import TimeSlot
from forum.programme.clashes import Clash, Taken, clashes
from forum.programme.transfers import Spot, Transfer, too_short
from forum.records.partial_dates import format_day

PERSON_TWICE, ROOM_TWICE = "person-twice", "room-twice"
ROOM_SMALL, WAY_SHORT = "room-small", "way-short"


def found_in(taken: Iterable[Taken]) -> list[Finding]:
    """All that clashes among what takes people and rooms."""
    taken = list(taken)
    both = [_twice(clash) for clash in clashes(taken) if not _are_both_times_off(clash)]
    return [*both, *(_small(each) for each in taken if _is_too_small(each)), *_ways(taken)]


def _is_too_small(taken: Taken) -> bool:
    capacity = taken.who.capacity if isinstance(taken.who, Venue) else None
    return bool(capacity and taken.people and taken.people > capacity)


def _ways(taken: list[Taken]) -> list[Finding]:
    """Those of people: a room goes nowhere."""
    people = [each for each in taken if each.place and not isinstance(each.who, Venue)]
    spots = {each.place: spot_of(each.place) for each in people}
    return [_short(way) for way in too_short(people, spots)]


def _are_both_times_off(clash: Clash) -> bool:
    return all(isinstance(each.what, Unavailable) for each in (clash.one, clash.other))


def spot_of(venue: Venue) -> Spot:
    """Where a place is: coordinates and building are its own, or those of what it is in."""
    inside = venue.parent
    building = (inside and (inside.parent_id or inside.pk)) or venue.pk
    known = venue if venue.latitude is not None or inside is None else inside
    north, east = known.latitude, known.longitude
    return Spot(building, *(None if each is None else float(each) for each in (north, east)))


def _twice(clash: Clash) -> Finding:
    both = (clash.one, clash.other)
    text = _("%(who)s: %(one)s, and at the same time %(other)s.")
    return Finding(
        ROOM_TWICE if isinstance(clash.who, Venue) else PERSON_TWICE,
        (*_first_an_item(both), clash.who),
        text % {"who": clash.who, "one": _told(clash.one), "other": _told(clash.other)},
        essence=tuple(_times(each) for each in both),
    )


def _small(taken: Taken) -> Finding:
    room, people = taken.who, taken.people
    text = ngettext(
        "%(room)s holds %(capacity)d, and %(people)d person is expected: %(item)s.",
        "%(room)s holds %(capacity)d, and %(people)d people are expected: %(item)s.",
        people,
    )
    said = {"room": room, "capacity": room.capacity, "people": people, "item": _told(taken)}
    return Finding(ROOM_SMALL, (taken.what, room), text % said, essence=(room.capacity, people))


def _short(way: Transfer) -> Finding:
    one, other = way.one, way.other
    has, needs = (int(each.total_seconds() // 60) for each in (way.has, way.needs))
    text = _(
        "%(who)s: %(has)d min for the way, which takes %(needs)d: %(from)s – %(to)s"
        " (%(one)s, then %(other)s)."
    )
    said = {"who": one.who, "has": has, "needs": needs, "from": one.place, "to": other.place}
    return Finding(
        WAY_SHORT,
        (other.what, one.what, one.who),
        text % (said | {"one": _told(one), "other": _told(other)}),
        essence=(has, needs, one.place.pk, other.place.pk),
    )


def _first_an_item(both: Iterable[Taken]) -> Iterator[Model]:
    """What takes, with an item of a programme before a time that is off: there it is mended."""
    found = [each.what for each in both]
    yield from sorted(found, key=lambda what: isinstance(what, Unavailable))


def _times(taken: Taken) -> tuple[str, str]:
    return taken.since.isoformat(), taken.until.isoformat()


def _told(taken: Taken) -> str:
    """What takes somebody, with its time as the clock there shows it."""
    if not isinstance(taken.what, TimeSlot):
        return str(taken.what)
    ends = f"–{taken.ends:%H:%M}" if taken.ends else ""
    when = f"{format_day(taken.begins.date())}, {taken.begins:%H:%M}{ends}"
    name = getattr(taken.what, "name", None) or str(taken.what)
    return _("“%(item)s” (%(when)s)") % {"item": name, "when": when}
