"""How those are named who take part in something: in the office and under the name of its day.

The records are only read, so that whatever has the same fields can be named: a party of an
agreement is of an app that this one does not know.
"""

import datetime as dt
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from delegations.choices import SpeakerMode
from delegations.naming import records
from delegations.naming.values import (
    NOBODY,
    NOTHING,
    NamedOffice,
    NamedOfficial,
    NamedParty,
    NamedPerson,
    NamedRole,
    NamedSide,
    NamedStead,
    Reader,
    Wording,
)
from delegations.offices import NEVER, SOME_DAY, Tenure
from forum.records.countries import country_name


def person(representation, reader: Reader, on: dt.date | None) -> NamedPerson:
    """Somebody who took part on that day: a member, speaker, signatory or the like."""
    printed = representation.name_as_printed
    who = records.official(representation.official, reader, on, printed)
    who = who or NamedOfficial(Wording(printed))
    whose = in_stead(representation, reader, on)
    return NamedPerson(
        name=who.name,
        printed=who.printed,
        today=who.today,
        url=who.url,
        honorific=who.honorific,
        office=records.office(representation),
        institution=records.institution(representation.institution, reader, on),
        also=NamedRole(
            records.wording(representation, "also_office"),
            records.institution(representation.also_institution, reader, on),
        ),
        on_behalf_of=whose.on_behalf_of,
        message_of=whose.message_of,
    )


def role(representation, reader: Reader, on: dt.date | None) -> NamedRole:
    """In which office, and for whom, somebody took part on that day."""
    body = records.institution(representation.institution, reader, on)
    return NamedRole(records.office(representation), body)


def in_stead(representation, reader: Reader, on: dt.date | None) -> NamedStead:
    """In whose stead somebody acted on that day, or whose message was read."""
    principal = records.official(_principal(representation, reader), reader, on)
    if principal is None:
        return NOBODY
    if getattr(representation, "mode", "") == SpeakerMode.MESSAGE_READ:
        return NamedStead(message_of=principal.name)
    return NamedStead(on_behalf_of=principal.name)


def _principal(representation, reader: Reader):
    """In whose stead somebody acts, unless that person does not wish to be listed.

    A document says it all the same: it is a public act.
    """
    principal = representation.on_behalf_of
    if principal is None or reader is Reader.STAFF or representation.is_public_act:
        return principal
    return None if principal.is_unlisted(timezone.localdate()) else principal


def side(delegation, reader: Reader, on: dt.date | None) -> NamedSide:
    """A delegation at an event of that day."""
    body = records.institution(delegation.institution, reader, on)
    country = delegation.country or (body.country if body else "")
    own = records.wording(delegation, "name") or _country(delegation.country)
    if body and not own:
        return NamedSide(body.name, body.printed, body.today, body.url, country, body, True)
    return NamedSide(own or _here(_("A delegation")), country=country, institution=body)


def party(record, reader: Reader, on: dt.date | None) -> NamedParty:
    """A party of an agreement of that day."""
    printed = record.name_as_printed
    body = records.institution(record.institution, reader, on, printed)
    told = {
        "unit": records.wording(record, "unit"),
        "country": record.country or (body.country if body else ""),
        "institution": body,
    }
    if body:
        return NamedParty(body.name, body.printed, body.today, body.url, **told)
    if printed:
        return NamedParty(Wording(printed), **told)
    name = _country(record.country) or _here(_("a party not named here"))
    return NamedParty(name, **told, is_country=bool(record.country))


def appointment(record, reader: Reader, on: dt.date) -> NamedOffice:
    """An office as it stands on that day; if it is over, under the names of its last day."""
    tenure = _as_told(record, reader)
    end = tenure.end
    then = end.day if end.day and end.day < on else None
    return NamedOffice(
        office=records.office(record),
        official=records.official(record.official if record.official_id else None, reader, then),
        institution=records.institution(record.institution, reader, then),
        starts_on=record.starts_on,
        starts_on_precision=record.starts_on_precision,
        ends_on=end.day,
        ends_on_precision=end.precision,
    )


def _as_told(record, reader: Reader) -> Tenure:
    """When it was held: nobody is told when a body was closed that they may not know of."""
    tenure = record.tenure
    if records.known(record.institution, reader):
        return tenure
    return replace(tenure, closed=SOME_DAY if tenure.closed else NEVER)


def _country(code: str) -> Wording:
    return _here(country_name(code)) if code else NOTHING


def _here(text: str) -> Wording:
    """A text of ours, which is in the reader's language."""
    return Wording(text, get_language() or "")
