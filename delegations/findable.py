"""What can be found of a person and of an institution."""

from delegations.models import Appointment, Institution, InstitutionName, Official, OfficialName
from delegations.naming import Reader, known
from forum.search.index import Content, Kind, country, register, translated


def names_of_institution(institution) -> list[tuple[str, str]]:
    """Every recorded name of an institution; its `names` should be prefetched."""
    others = [(name.language, name.text) for name in institution.names.all()]
    return translated(institution, "name", "short_name") + others


def names_of_official(official) -> list[tuple[str, str]]:
    """Every recorded spelling of a person's name; its `names` should be prefetched."""
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
        + translated(institution, "city", "description")
        + [("", identifier) for identifier in identifiers],
    )


def content_of_official(official) -> Content:
    texts = translated(official, "distinctions", "biography")
    hidden = []
    for appointment in official.appointments.all():
        texts += translated(appointment, "office")
        if institution := appointment.institution:
            names = translated(institution, "name", "short_name")
            if known(institution, Reader.VISITOR):
                texts += names
            else:
                hidden += [name for _language, name in names]
    identifiers = [official.orcid, official.wikidata_id]
    texts += [("", identifier) for identifier in identifiers]
    return Content(names_of_official(official), texts, hidden)


register(
    Kind(
        name="institution",
        model=Institution,
        records=lambda: Institution.objects.prefetch_related("names"),
        content=content_of_institution,
        listing=lambda: Institution.objects.published(),
        row="delegations/_institution_row.html",
        list_url="institution-list",
    ),
    read_from={InstitutionName: ("pk", "institution_id")},
)
register(
    Kind(
        name="official",
        model=Official,
        records=lambda: Official.objects.prefetch_related("names", "appointments__institution"),
        content=content_of_official,
        listing=lambda: Official.objects.published().with_current_offices(),
        row="delegations/_official_row.html",
        list_url="official-list",
    ),
    read_from={
        OfficialName: ("pk", "official_id"),
        Appointment: ("pk", "official_id"),
        Institution: "appointments__institution",
    },
)
