"""Programme and agreement as PDF, for visitors."""

import datetime as dt

from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.charts import validity
from agreements.choices import ONLOOKERS, PartyRole
from agreements.life.dates import as_told, dates_on, explanation
from agreements.places import places_of
from agreements.wording import conclusion_label, status_label
from config.typesetting import pdf
from delegations import naming
from delegations.choices import SpeakerMode, SpeakerRole, SpeakerStatus
from delegations.naming import Reader
from delegations.reads import speakers_of
from forum import wording
from forum.programme.days import by_day
from forum.records import time_zones
from forum.records.languages import language_names
from forum.records.partial_dates import format_partial, format_period
from forum.records.texts import said


def programme(event, sessions, *, address: str) -> HttpResponse:
    """The public programme of an event, day by day, in its own time zone."""
    speakers = speakers_of(sessions)
    moments = [session.begins for session in sessions if session.begins]
    clocks = time_zones.described(event.tz, moments)
    days = [
        {
            "title": wording.day_of_programme(event, day.date),
            "items": [_item(item, speakers) for item in day.items],
        }
        for day in by_day(sessions)
    ]
    content = {
        "title": said(event, "title"),
        "kind": _("Programme"),
        "facts": wording.when_and_where(event),
        "note": _("All times are those of %(zone)s.") % {"zone": clocks} if moments else "",
        "days": days,
        "address": address,
    }
    return pdf("programme.typ", content, file_name=f"{event.slug}-programme")


def _item(item, speakers) -> dict:
    session = item.session
    times = [f"{time:%H:%M}" for time in (session.starts_at, session.ends_at) if time]
    original = session.original_title
    title = session.name
    return {
        "time": "–".join(times),
        "title": title,
        "original": original if original.lower() != title.lower() else "",
        "venue": said(session.venue, "name"),
        "text": said(session, "abstract"),
        "people": [_speaker(speaker) for speaker in speakers.get(session.pk, ())],
        "items": [_item(part, speakers) for part in item.items],
    }


def _speaker(speaker) -> str:
    """A speaker, with what is out of the ordinary about the appearance."""
    notes = []
    if speaker.role != SpeakerRole.SPEAKER:
        notes.append(speaker.get_role_display())
    if speaker.mode != SpeakerMode.IN_PERSON:
        notes.append(speaker.get_mode_display())
    if speaker.status != SpeakerStatus.CONFIRMED:
        notes.append(speaker.get_status_display())
    who = _who(speaker)
    return f"{who} ({', '.join(notes)})" if notes else who


def _who(representation) -> str:
    return naming.person(representation, Reader.VISITOR, representation.day).in_words()


def agreement(record, parties, signatories, *, on: dt.date, address: str) -> HttpResponse:
    """The record of an agreement, as it stands on a day."""
    facts = as_told(record.facts(), on)
    line, why = validity(record, facts, on), explanation(facts, on, record.end_precision)
    places = places_of(record, signatories)
    content = {
        "title": said(record, "title"),
        "kind": capfirst(record.get_instrument_display()),
        "status": _("Status on %(day)s: %(status)s")
        % {"day": format_partial(on), "status": status_label(record)},
        "summary": said(record, "summary"),
        "facts": [[label, value] for label, value in _record(record, places, on) if value],
        "validity": " · ".join(text for text in (line and line["description"], why) if text),
        "sections": [
            {"title": _("Parties"), "rows": [_party(party, record.day) for party in parties]},
            {
                "title": _("Signatories"),
                "rows": [_who(each) for each in signatories if each.role not in ONLOOKERS],
            },
            {
                "title": _("In the presence of"),
                "rows": [_who(each) for each in signatories if each.role in ONLOOKERS],
            },
        ],
        "address": address,
    }
    return pdf("agreement.typ", content, file_name=record.slug)


def _record(record, places, on) -> list[tuple[str, str]]:
    dates = dates_on(as_told(record.facts(), on), on)
    precision = record.end_precision
    return [
        (conclusion_label(record, on), _date(record, "concluded_on")),
        (_("Place"), places.listed()),
        (_("Applied provisionally from"), _date(record, "provisional_on")),
        (_("In force from"), _date(record, "in_force_on")),
        (_("Term"), format_period(record.term_months) if record.term_months else ""),
        (_("Renewal"), record.get_renewal_display() if record.renewal else ""),
        (_("In force until"), format_partial(dates.in_force_until, precision)),
        (_("Last day to give notice"), format_partial(dates.notice_by, precision)),
        (_("Terminated"), _date(record, "terminated_on")),
        (_("Languages"), language_names(record.languages)),
        (_("Name in the source"), record.instrument_as_printed),
        (_("In other registers"), "; ".join(map(str, record.references.all()))),
    ]


def _date(record, field: str) -> str:
    return format_partial(getattr(record, field), getattr(record, f"{field}_precision"))


def _party(party, day) -> str:
    named = naming.party(party, Reader.VISITOR, day).with_country
    return named if party.role == PartyRole.PARTY else f"{named} ({party.get_role_display()})"
