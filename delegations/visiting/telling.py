"""A visit in the language that is active, from its records: it asks the database nothing more."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from delegations import naming
from delegations.choices import MeetingStatus, SpeakerRole, SpeakerStatus
from delegations.models import Delegation, Meeting, Member, Speaker, Transfer
from delegations.naming import Reader
from delegations.naming.values import joined
from delegations.occupied import NOT_HELD
from delegations.visiting.reads import Found
from delegations.visiting.visit import (
    Gone,
    Kind,
    Line,
    Own,
    Part,
    Person,
    Said,
    Visit,
    key_of,
    time_of,
)
from forum import wording
from forum.models import Session, Venue
from forum.programme.days import Item
from forum.programme.reads import latest
from forum.records import time_zones
from forum.records.languages import language_names
from forum.records.texts import said

# What is certain to be: the rest is asked for, or agreed to without a time.
SURE = (MeetingStatus.SCHEDULED, MeetingStatus.HELD)


def visit_of(found: Found) -> Visit:
    """All that the delegation sees, in the words of the reader."""
    event, delegation = found.event, found.delegation
    lines = tuple(_lines(found))
    moments = [line.begins for line in lines if line.begins]
    return Visit(
        event=said(event, "title"),
        when_and_where=wording.when_and_where(event),
        side=_side(delegation),
        status=event.status,
        status_name=capfirst(event.get_status_display()),
        is_off=event.is_off,
        zone=time_zones.described(event.tz, moments) if moments else "",
        lines=lines,
        members=tuple(_person(each) for each in found.members),
        travel=tuple(_travel(delegation)),
        contacts=tuple(_contacts(found)),
        gone=dict(_gone(found)),
        programme_url=reverse("event-programme", args=[event.slug]) if event.is_published else "",
    )


def _side(delegation: Delegation) -> str:
    return str(naming.side(delegation, Reader.STAFF, delegation.day).name)


def _lines(found: Found) -> Iterator[Line]:
    for day in found.programme:
        for item in day.items:
            yield _item(found, item)
            yield from _own_parts(found, item)
    for meeting in found.meetings:
        if meeting.status not in NOT_HELD:
            yield _meeting(found, meeting)
    for transfer in found.transfers:
        yield _transfer(found, transfer)


def _gone(found: Found) -> Iterator[tuple[str, Gone]]:
    """By key, what is on record and is no line of its own: it may have been one."""
    for meeting in found.meetings:
        if meeting.status in NOT_HELD:
            line = _meeting(found, meeting)
            yield line.key, Gone(line.state, line.title)
    for day in found.programme:
        for item in day.items:
            yield from _no_lines(found, item)


def _no_lines(found: Found, whole: Item) -> Iterator[tuple[str, Gone]]:
    for part in whole.items:
        session = part.session
        if session.pk not in found.speaking:
            yield key_of(Kind.PROGRAMME, session.pk), Gone("", session.name, whole.session.name)
        yield from _no_lines(found, part)


def _own_parts(found: Found, whole: Item, above: tuple[Session, ...] = ()) -> Iterator[Line]:
    """Of what stands under an item that in which they speak, each by itself."""
    above = (whole.session, *above)
    for part in whole.items:
        if part.session.pk in found.speaking:
            yield _item(found, part, above)
        yield from _own_parts(found, part, above)


def _item(found: Found, item: Item, above: tuple[Session, ...] = ()) -> Line:
    """An item; a part has of those above it, the nearest first, what nobody said of itself."""
    session, event = item.session, found.event
    within = (session, *above)
    room = next((each.venue for each in within if each.venue), None)
    day = next((each.day for each in within if each.day), None)
    timed = next((each for each in within if each.begins and each.day == day), session)
    venue = room or event.venue
    speaking = found.speaking.get(session.pk, ())
    part_of = _("Part of: %(whole)s") % {"whole": above[0].name} if above else ""
    slot = {"day": day, "is_after_midnight": timed.is_after_midnight, "within": timed.begins}
    return Line(
        kind=Kind.PROGRAMME,
        title=session.name,
        **_place(room),
        address=wording.whereabouts(venue, event),
        changed=latest(*within, event, venue),
        is_ours=bool(speaking),
        notes=tuple(filter(None, [part_of, _in_languages(session)])),
        own=tuple(_speaks(each) for each in speaking),
        has_entry=session.has_entry or timed.begins is not None,
        parts=() if above else tuple(_parts(found, item)),
        url=session.get_absolute_url() if _is_public(found, session) else "",
        **_slot(session) | slot,
    )


def _is_public(found: Found, session: Session) -> bool:
    return found.event.is_published and session.pk in found.public


def _parts(found: Found, item: Item) -> Iterator[Part]:
    for part in item.items:
        session = part.session
        if session.pk not in found.speaking:
            yield Part(time_of(session.begins, session.finishes), session.name)
        yield from _parts(found, part)


def _slot(slot: Session | Meeting | Transfer) -> dict:
    return {
        "number": slot.pk,
        "day": slot.day,
        "begins": slot.begins,
        "finishes": slot.finishes,
        "is_after_midnight": slot.is_after_midnight,
    }


def _place(room: Venue | None) -> dict[str, str]:
    """A room with its building: there are many of the same name."""
    if room is None:
        return {}
    names = filter(None, [said(room, "name"), said(room.parent, "name")])
    return {"place": ", ".join(names), "venue": f"{room.pk}/{room.parent_id or ''}"}


def _in_languages(record: Session | Meeting) -> str:
    if not record.languages:
        return ""
    return _("Languages: %(languages)s") % {"languages": language_names(record.languages)}


def _speaks(speaker: Speaker) -> Own:
    """Who of them speaks, with what is out of the ordinary about it."""
    notes = []
    if speaker.role != SpeakerRole.SPEAKER:
        notes.append(speaker.get_role_display())
    if speaker.status != SpeakerStatus.CONFIRMED:
        notes.append(speaker.get_status_display())
    who = naming.person(speaker, Reader.STAFF, speaker.day).name_and_office
    named = f"{who} ({', '.join(notes)})" if notes else who
    key = f"official-{speaker.official_id}-{speaker.role}-{speaker.status}"
    return Own(key, _("Yours: %(who)s") % {"who": named})


def _meeting(found: Found, meeting: Meeting) -> Line:
    event = found.event
    is_asking = meeting.requested_by_id == found.delegation.pk
    other = meeting.counterpart if is_asking else meeting.requested_by
    venue = meeting.venue or event.venue
    return Line(
        kind=Kind.MEETING,
        title=_("Meeting: %(side)s") % {"side": _side(other)},
        **_place(meeting.venue),
        address=wording.whereabouts(venue, event),
        changed=latest(meeting, event, venue, other, other.institution),
        state=meeting.status,
        state_name=meeting.get_status_display(),
        is_sure=meeting.status in SURE,
        notes=tuple(filter(None, [said(meeting, "topic"), _in_languages(meeting)])),
        own=tuple(_attend(found, meeting)),
        **_slot(meeting),
    )


def _attend(found: Found, meeting: Meeting) -> Iterator[Own]:
    """Their own at a meeting: by keys in an order that does not change, named by precedence."""
    own = [each for each in found.members if each in meeting.attendees.all()]
    if own:
        names = joined(*(str(_named(each).name) for each in own))
        keys = " ".join(f"member-{key}" for key in sorted(each.pk for each in own))
        yield Own(keys, _("Yours: %(who)s") % {"who": names} if names else "")


def _transfer(found: Found, transfer: Transfer) -> Line:
    return Line(
        kind=Kind.TRANSFER,
        title=_("Transfer: %(way)s") % {"way": transfer.way},
        address=transfer.origin,
        changed=latest(transfer, found.event),
        notes=tuple(filter(None, [transfer.vehicle, transfer.driver])),
        phone=transfer.driver_phone,
        **_slot(transfer),
    )


def _named(member: Member) -> naming.NamedPerson:
    return naming.person(member, Reader.STAFF, member.day)


def _person(member: Member) -> Person:
    named = _named(member)
    is_of_side = member.institution_id == member.delegation.institution_id
    body = "" if is_of_side or not named.institution else named.institution.name
    return Person(
        number=member.pk,
        name=f"{named.honorific} {named.name}".strip() or joined(named.office, body),
        office=joined(named.office, body, named.also.in_words()) if named.name else "",
        function=capfirst(member.get_function_display()),
        state=member.accreditation,
        state_name=member.get_accreditation_display(),
    )


def _travel(delegation: Delegation) -> Iterator[Said]:
    yield Said("arrival", _("Arrival"), delegation.arrival)
    yield Said("departure", _("Departure"), delegation.departure)


def _contacts(found: Found) -> Iterator[Said]:
    yield Said("liaison", _("Your contact at the host"), found.delegation.liaison)
    host = found.invitation.invited_by
    is_there = host and host.is_active
    email = host.email if is_there else ""
    # An account without a name is not told: by it somebody signs in.
    name = (host.get_full_name() or email) if is_there else ""
    yield Said("host", _("Invited by"), name, email)
