"""Who and what is taken on some days, by all that the apps know of.

An app says in its `occupied.py` what takes people and places: a function under `@occupies`, which
gets a Window and tells of Taken. The rules about them stand in `programme/clashes.py`.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from forum.choices import OFF
from forum.models import Closure, Session, Unavailable, Venue
from forum.models.slot import TimeSlot
from forum.programme.clashes import EVER, FOREVER, Taken

Span = tuple[dt.date, dt.date]
# An item of a day may begin after its midnight, end on the day after, and be in any zone.
BEFORE, AFTER = dt.timedelta(days=3), dt.timedelta(days=1)


class Window:
    """Some spans of days, with the items of all programmes on them."""

    def __init__(self, spans: Iterable[Span]):
        self.spans = [(_moved(first, -BEFORE), _moved(last, AFTER)) for first, last in spans]

    @property
    def on_days(self) -> Q:
        """Which items of programmes, or meetings, may be on these days."""
        return _any(Q(day__range=span) for span in self.spans)

    @property
    def in_time(self) -> Q:
        """Which times with moments, or an open end, reach into these days."""
        return _any(_reaches_into(span) for span in self.spans)

    @cached_property
    def sessions(self) -> dict[int, Session]:
        """The items that take place, by their keys; of those without a time, others are parts."""
        rows = Session.objects.filter(self.on_days).exclude(event__status__in=OFF)
        rows = rows.annotate(is_whole=Exists(Venue.objects.filter(parent=OuterRef("venue"))))
        related = rows.select_related("event__venue__parent", "venue__parent")
        return {each.pk: each for each in related.order_by("pk")}

    def wholes_of(self, session: Session) -> frozenset[Session]:
        """What the item stands under, up to the top."""
        found: list[Session] = []
        whole = self.sessions.get(session.parent_id)
        while whole and whole not in found:
            found.append(whole)
            whole = self.sessions.get(whole.parent_id)
        return frozenset(found)

    def taken_by(self, session: Session, who, *, place=None, people=None) -> Iterator[Taken]:
        """That an item takes somebody or a place, if its time is known."""
        yield from taken_by(
            session, who, place=place, people=people, parts_of=self.wholes_of(session)
        )


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=()))


def _reaches_into(span: Span) -> Q:
    begin = dt.datetime.combine(span[0], dt.time(), dt.UTC)
    end = dt.datetime.combine(span[1], dt.time.max, dt.UTC)
    starts = Q(starts_at__isnull=True) | Q(starts_at__lte=end)
    return starts & (Q(ends_at__isnull=True) | Q(ends_at__gte=begin))


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day


def taken_by(slot: TimeSlot, who, *, parts_of=frozenset(), **more) -> Iterator[Taken]:
    """That what has a time in a programme takes somebody; nothing if that time is not known."""
    if begins := slot.begins:
        yield Taken(
            who, slot, begins, slot.finishes, parts_of=parts_of, programme=slot.event, **more
        )


def not_to_be_had(row: Unavailable, who) -> Taken:
    """That somebody cannot come, or a place cannot be used."""
    return Taken(who, row, row.starts_at or EVER, row.ends_at or FOREVER)


Reader = Callable[[Window], Iterable[Taken]]
READERS: list[Reader] = []


def occupies(reader: Reader) -> Reader:
    READERS.append(reader)
    return reader


def taken_within(*spans: Span) -> list[Taken]:
    """All that takes people and places on these days, in a fixed number of queries."""
    window = Window(spans)
    return [taken for read in READERS for taken in read(window)]


@occupies
def rooms_of_sessions(window: Window) -> Iterator[Taken]:
    """The room that an item names; a building with rooms holds several things at a time."""
    for session in window.sessions.values():
        if session.venue and not session.is_whole:
            room = session.venue
            yield from window.taken_by(session, room, place=room, people=session.expected)


@occupies
def closed_rooms(window: Window) -> Iterator[Taken]:
    """Each place that is closed, with all rooms inside it."""
    closures = list(Closure.objects.filter(window.in_time).select_related("venue"))
    inside = _inside({each.venue_id for each in closures}) if closures else {}
    for closure in closures:
        for venue in [closure.venue, *inside.get(closure.venue_id, ())]:
            yield not_to_be_had(closure, venue)


def _inside(keys: set[int]) -> dict[int, list[Venue]]:
    """The rooms of each of these places, and those inside them."""
    venues = {each.pk: each for each in Venue.objects.filter(parent__isnull=False)}
    found: dict[int, list[Venue]] = {key: [] for key in keys}
    for venue in venues.values():
        above, seen = venue.parent_id, {venue.pk}
        while above and above not in seen:
            seen.add(above)
            if above in found:
                found[above].append(venue)
            above = venues[above].parent_id if above in venues else None
    return found
