"""What can be found of a person and of an institution, and of an event by who took part in it."""

from collections import defaultdict
from collections.abc import Callable

from delegations.attendance import seen_members, seen_speakers
from delegations.listed import bring_last_acts
from delegations.models import (
    Appointment,
    Delegation,
    Institution,
    InstitutionName,
    Member,
    Official,
    OfficialName,
    Speaker,
)
from delegations.naming import Reader, known
from delegations.naming.values import joined
from forum.models import Session
from forum.records.countries import country_name
from forum.records.texts import said
from forum.search.index import Content, Kind, add, country, register, translated


def names_of_institution(institution) -> list[tuple[str, str]]:
    """Every recorded name of an institution; its `names` should be prefetched."""
    others = [(name.language, name.text) for name in institution.names.all()]
    return translated(institution, "name", "short_name") + others


def names_of_official(official) -> list[tuple[str, str]]:
    """Every recorded spelling of a person's name; its `names` should be prefetched."""
    if official.is_withheld:
        return []
    names = translated(official, "name", "sort_name")
    for name in official.names.all():
        names += [
            (name.language, part) for part in (name.text, name.family, name.given, name.patronymic)
        ]
    return names


def content_of_institution(institution) -> Content:
    identifiers = [institution.domains, institution.ror_id, institution.wikidata_id]
    return Content(
        names_of_institution(institution),
        country(institution.country)
        + country(institution.represents)
        + translated(institution, "city", "description")
        + [("", identifier) for identifier in identifiers],
    )


def place(record) -> str:
    """The city and country of a record, as far as they are known."""
    return joined(said(record, "city"), record.country and country_name(record.country))


def about_institution(institution) -> str:
    return joined(institution.get_kind_display(), place(institution), institution.domains)


def about_office(held) -> str:
    """An office held, with where its institution is."""
    body = held.institution
    return joined(said(held, "office"), body, body and place(body))


def about_official(official) -> str:
    return "; ".join(about_office(held) for held in official.appointments.all())


def content_of_official(official) -> Content:
    texts = translated(official, "distinctions", "biography")
    content = Content(names_of_official(official), texts)
    for appointment in official.appointments.all():
        content.texts += translated(appointment, "office")
        add_names(content, appointment.institution, names_of_institution)
    content.texts += [("", official.orcid), ("", official.wikidata_id)]
    return content


def add_names(content: Content, record, names: Callable) -> None:
    """Let visitors find something by the names of what is published, and staff by all."""
    if record is None:
        return
    if known(record, Reader.VISITOR):
        content.others += names(record)
    else:
        content.staff_texts += [name for _language, name in names(record)]


def who_took_part(keys: list[int]) -> dict[int, Content]:
    """By whom each of these events can be found: delegations, their members, speakers."""
    found: dict[int, Content] = defaultdict(Content)
    came = Delegation.objects.present().filter(event__in=keys)
    for delegation in came.select_related("institution").prefetch_related("institution__names"):
        content = found[delegation.event_id]
        content.texts += country(delegation.country) + translated(delegation, "name")
        add_names(content, delegation.institution, names_of_institution)
    members = seen_members().filter(delegation__event__in=keys).select_related("delegation")
    speakers = seen_speakers().filter(session__event__in=keys).select_related("session")
    for rows, whole in ((members, "delegation"), (speakers, "session")):
        rows = rows.select_related("official", "institution", "also_institution").prefetch_related(
            "official__names", "institution__names", "also_institution__names"
        )
        for row in rows:
            content = found[getattr(row, whole).event_id]
            content.others.append(("", row.name_as_printed))
            content.texts += translated(row, "office", "also_office")
            add_names(content, row.official, names_of_official)
            for body in (row.institution, row.also_institution):
                add_names(content, body, names_of_institution)
    return found


register(
    Kind(
        name="institution",
        model=Institution,
        records=lambda: Institution.objects.prefetch_related("names"),
        content=content_of_institution,
        listing=lambda: Institution.objects.published().for_listing(),
        row="delegations/_institution_row.html",
        list_url="institution-list",
        about=about_institution,
    ),
    read_from={InstitutionName: ("pk", "institution_id")},
)
register(
    Kind(
        name="official",
        model=Official,
        records=lambda: Official.objects.prefetch_related(
            "names", "appointments__institution__names"
        ),
        content=content_of_official,
        listing=lambda: Official.objects.published().with_current_offices(),
        bring=bring_last_acts,
        row="delegations/_official_row.html",
        list_url="official-list",
        about=about_official,
    ),
    read_from={
        OfficialName: ("pk", "official_id"),
        Appointment: ("pk", "official_id"),
        Institution: "appointments__institution",
        InstitutionName: ("appointments__institution", "institution_id"),
    },
)
TO_OFFICIALS = ("delegations__members__official", "sessions__speakers__official")
TO_INSTITUTIONS = (
    "delegations__institution",
    "delegations__members__institution",
    "delegations__members__also_institution",
    "sessions__speakers__institution",
    "sessions__speakers__also_institution",
)
add(
    "event",
    who_took_part,
    read_from={
        Delegation: ("pk", "event_id"),
        Member: ("delegations", "delegation_id"),
        Session: ("pk", "event_id"),
        Speaker: ("sessions", "session_id"),
        Official: [*TO_OFFICIALS],
        OfficialName: [(path, "official_id") for path in TO_OFFICIALS],
        Institution: [*TO_INSTITUTIONS],
        InstitutionName: [(path, "institution_id") for path in TO_INSTITUTIONS],
    },
)
