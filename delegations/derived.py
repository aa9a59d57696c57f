"""Who took part in each published event, as visitors may know it.

An event shows what its published parts brought. A part inherits the countries of the published
visit or summit that it belongs to: what happens within counts for both countries of a visit.
Each country has a row of its own, beside those of its institutions.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from delegations.attendance import seen_members, seen_speakers
from delegations.models import Attendance, Delegation, Institution, Member, Official, Speaker
from delegations.models.representation import BODIES
from delegations.querysets import side_of
from delegations.tallies import put_in_place, recount, year_of
from forum.derived import Derivation, derive, turns_after
from forum.models import Event, Session

# A country, and an institution there or none in particular.
Side = tuple[str, int | None]


def write_attendance(keys: list[int]) -> None:
    events = Event.objects.in_bulk(family({*keys}))
    own = _own_sides(events)
    shown = [events[key] for key in keys if key in events and events[key].is_published]
    parts = {
        (event.pk, country, institution, year_of(event.starts_on))
        for event in shown
        for country, institution in _sides(event, events, own)
    }
    put_in_place(Attendance, "event", keys, parts)


def family(keys: set[int]) -> set[int]:
    """These events with all that they belong to and all that belongs to those."""
    found, new = {*keys}, {*keys}
    while new:
        rows = Event.objects.filter(Q(pk__in=new) | Q(parent__in=new)).order_by()
        new = {key for row in rows.values_list("pk", "parent") for key in row if key} - found
        found |= new
    return found


def _own_sides(keys: Iterable[int]) -> dict[int, set[Side]]:
    """The sides of each event by itself: who held it, who came, who was sent, who spoke."""
    came = Delegation.objects.present()
    sent = [
        ("event", "institution", came),
        *(("delegation__event", body, seen_members()) for body in BODIES),
        *(("session__event", body, seen_speakers()) for body in BODIES),
    ]
    own = defaultdict(set)
    hosts = Event.objects.filter(pk__in=keys).values_list("pk", "country")
    named = came.filter(event__in=keys).values_list("event", "country")
    for key, country in [*hosts, *named]:
        own[key].add((country, None))
    for path, body, rows in sent:
        rows = rows.filter(**{f"{body}__is_published": True, f"{path}__in": keys}).order_by()
        for key, *side in rows.values_list(path, side_of(f"{body}__"), body):
            own[key].add(tuple(side))
    for sides in own.values():
        sides.discard(("", None))
    return own


def _sides(event: Event, events: dict[int, Event], own: dict[int, set[Side]]) -> set[Side]:
    inherited = {country for whole in _wholes(event, events) for country, _who in own[whole.pk]}
    sides = own[event.pk].union(*(own[part.pk] for part in _parts(event, events)))
    countries = inherited | {country for country, _who in sides}
    return sides | {(country, None) for country in countries if country}


def _wholes(event: Event, events: dict[int, Event]) -> list[Event]:
    """What it belongs to, up to what is not published."""
    found, whole = [], events.get(event.parent_id)
    while whole and whole.is_published and whole not in (event, *found):
        found.append(whole)
        whole = events.get(whole.parent_id)
    return found


def _parts(event: Event, events: dict[int, Event]) -> list[Event]:
    """What belongs to it, down to what is not published."""
    return [
        part for part in events.values() if part.is_published and event in _wholes(part, events)
    ]


derive(
    Derivation(
        name="attendance",
        of=Event,
        write=write_attendance,
        read_from={
            Event: ("pk", "parent_id"),
            Delegation: ("pk", "event_id"),
            Member: ("delegations", "delegation_id"),
            Session: ("pk", "event_id"),
            Speaker: ("sessions", "session_id"),
            # Whether they wish to be listed.
            Official: ["delegations__members__official", "sessions__speakers__official"],
            Institution: [
                "delegations__institution",
                *(f"delegations__members__{body}" for body in BODIES),
                *(f"sessions__speakers__{body}" for body in BODIES),
            ],
        },
        spread=family,
        sweep=lambda: recount(Attendance, "event", Event.objects.published()),
    )
)
turns_after(Official, "listing_until")
