"""Pages as schema.org describes them (https://schema.org), for search engines and data users."""

from django.db.models import QuerySet
from django.utils import timezone

from delegations import naming
from delegations.models import Appointment
from delegations.naming import Reader
from forum.choices import AttendanceMode, DatePrecision, EventStatus
from forum.prepared import prepared
from forum.records.countries import FORMER, country_name
from forum.records.languages import split_tags
from forum.records.relations import tie
from forum.records.texts import said

CONTEXT = "https://schema.org"
EVENT_STATUS = {
    EventStatus.CANCELLED: "https://schema.org/EventCancelled",
    EventStatus.POSTPONED: "https://schema.org/EventPostponed",
}
ATTENDANCE = {
    AttendanceMode.OFFLINE: "https://schema.org/OfflineEventAttendanceMode",
    AttendanceMode.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    AttendanceMode.MIXED: "https://schema.org/MixedEventAttendanceMode",
}
ORGANIZATION = {
    "university": "CollegeOrUniversity",
    "branch": "CollegeOrUniversity",
    "faculty": "CollegeOrUniversity",
    "company": "Corporation",
    "institute": "ResearchOrganization",
    "academy": "ResearchOrganization",
    **dict.fromkeys(
        ("agency", "city", "embassy", "government", "ministry", "parliament", "regulator"),
        "GovernmentOrganization",
    ),
}


def _filled(**facts) -> dict:
    return {
        {"type": "@type", "context": "@context", "id": "@id"}.get(key, key): value
        for key, value in facts.items()
        if value
    }


def _iso(date, precision) -> str:
    """A partial date as ISO 8601 writes it: 2024, 2024-05 or 2024-05-17."""
    if date is None or precision == DatePrecision.UNKNOWN:
        return ""
    return date.isoformat()[: {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(precision, 10)]


def _of_country(code: str) -> str:
    """A country as schema.org has it: by its ISO 3166-1 code; a former State by its name."""
    return country_name(code) if code in FORMER else code


def _place(venue, city: str, country: str) -> dict:
    address = _filled(
        type="PostalAddress",
        streetAddress=said(venue, "address"),
        addressLocality=city or said(venue, "city"),
        addressCountry=_of_country(country),
    )
    name = said(venue, "name") or city or (country_name(country) if country else "")
    if not name:
        return {}
    place = _filled(type="Place", name=name, address=address)
    if venue and venue.latitude is not None and venue.longitude is not None:
        latitude, longitude = float(venue.latitude), float(venue.longitude)
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return place


def event(record, sessions, link) -> dict:
    """An event, with the items of its programme where they are given."""
    place = _place(record.venue, said(record, "city"), record.country)
    return _filled(
        context=CONTEXT,
        type="Event",
        id=link(record.get_absolute_url()),
        url=link(record.get_absolute_url()),
        name=said(record, "title"),
        description=said(record, "summary"),
        startDate=_iso(record.starts_on, record.date_precision),
        endDate=_iso(record.ends_on, record.date_precision),
        eventStatus=EVENT_STATUS.get(record.status, "https://schema.org/EventScheduled"),
        eventAttendanceMode=ATTENDANCE.get(record.attendance_mode),
        inLanguage=split_tags(record.languages),
        image=link(record.image.url) if record.image else "",
        location=place,
        subEvent=[_session(record, each, place, link) for each in sessions],
    )


def session(record, item, link) -> dict:
    """An item of an event's programme, on its own page."""
    place = _place(record.venue, said(record, "city"), record.country)
    whole = _filled(type="Event", name=said(record, "title"), url=link(record.get_absolute_url()))
    return {"@context": CONTEXT} | _session(record, item, place, link) | {"superEvent": whole}


def _session(record, session, place, link) -> dict:
    own = _place(session.venue, said(record, "city"), record.country) if session.venue else place
    begins, finishes = session.begins, session.finishes
    day = _iso(session.day, DatePrecision.DAY) or _iso(record.starts_on, record.date_precision)
    return _filled(
        type="Event",
        url=link(session.get_absolute_url()),
        name=session.name,
        startDate=begins.isoformat() if begins else day,
        endDate=finishes.isoformat() if finishes else "",
        location=own,
    )


@prepared
def _held_by(official: int) -> QuerySet:
    return Appointment.objects.filter(official=official).held().select_related("institution")


def person(record, link) -> dict:
    """An official, in the offices held now."""
    held, today = tie(_held_by(record.pk), "official", [record]), timezone.localdate()
    offices = [naming.appointment(each, Reader.VISITOR, today) for each in held]
    wikidata = f"https://www.wikidata.org/wiki/{record.wikidata_id}" if record.wikidata_id else ""
    orcid = f"https://orcid.org/{record.orcid}" if record.orcid else ""
    return _filled(
        context=CONTEXT,
        type="Person",
        id=link(record.get_absolute_url()),
        url=link(record.get_absolute_url()),
        name=said(record, "name"),
        alternateName=sorted({name.text for name in record.names.all()}),
        honorificPrefix=said(record, "honorific"),
        deathDate=_iso(record.died_on, record.died_on_precision),
        jobTitle=[str(each.office) for each in offices],
        worksFor=_organizations((each.institution for each in offices), link),
        image=link(record.photo.url) if record.photo else "",
        sameAs=[address for address in (orcid, wikidata, record.website) if address],
    )


def _organizations(institutions, link) -> list[dict]:
    """The published institutions among these, each once."""
    known = dict.fromkeys(each for each in institutions if each)
    return [
        {"@type": "Organization", "name": str(each.name), "url": link(each.url)} for each in known
    ]


def organization(record, link) -> dict:
    """An institution."""
    wikidata = f"https://www.wikidata.org/wiki/{record.wikidata_id}" if record.wikidata_id else ""
    ror = f"https://ror.org/{record.ror_id}" if record.ror_id else ""
    names = {name.text for name in record.names.all()} | {said(record, "short_name")}
    parent = naming.institution(record.parent, Reader.VISITOR, None)
    return _filled(
        context=CONTEXT,
        type=ORGANIZATION.get(record.kind, "Organization"),
        id=link(record.get_absolute_url()),
        url=link(record.get_absolute_url()),
        name=said(record, "name"),
        alternateName=sorted(names - {""}),
        address=_filled(
            type="PostalAddress",
            addressLocality=said(record, "city"),
            addressCountry=_of_country(record.country),
        ),
        foundingDate=_iso(record.founded_on, record.founded_on_precision),
        parentOrganization=next(iter(_organizations([parent], link)), None),
        logo=link(record.logo.url) if record.logo else "",
        sameAs=[address for address in (record.website, ror, wikidata) if address],
    )


def document(record, link, *, parties, references, places) -> dict:
    """An agreement, as a work of its published parties, with its numbers in other registers."""
    named = [naming.party(party, Reader.VISITOR, record.day) for party in parties]
    return _filled(
        context=CONTEXT,
        type="CreativeWork",
        id=link(record.get_absolute_url()),
        url=link(record.get_absolute_url()),
        name=said(record, "title"),
        description=said(record, "summary"),
        genre=record.get_instrument_display(),
        dateCreated=_iso(record.concluded_on, record.concluded_on_precision),
        locationCreated=[{"@type": "Place", "name": name} for name in places.names],
        inLanguage=split_tags(record.languages),
        creator=_organizations((party.institution for party in named), link),
        identifier=[_identifier(reference) for reference in references],
        sameAs=[reference.url for reference in references if reference.url],
    )


def _identifier(reference) -> dict:
    return _filled(
        type="PropertyValue",
        propertyID=reference.register,
        value=reference.number,
        url=reference.url,
    )


def breadcrumbs(steps, link) -> dict:
    """The way from the home page to this one, as (label, address)."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": label, "item": link(address)}
            for place, (label, address) in enumerate(steps, start=1)
        ],
    }
