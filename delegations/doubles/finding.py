"""Finding the records that are probably one with another, saved or about to be."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import or_

from django.db.models import Model, Q, QuerySet

from delegations.choices import NameKind
from delegations.doubles.signs import Facts, Sign, domain_of, sign
from delegations.models import Institution, NotTheSame, Official
from forum.derived import catch_up
from forum.records.texts import LANGUAGES
from forum.search.find import kind_of, mark_of
from forum.search.similar import Written, similar
from forum.search.words import folded, is_abbreviation

Record = Institution | Official
# A domain that more records have is that of a whole: a portal of the government, a network.
MOST_SHARING = 2
PORTALS = frozenset(
    {"facebook.com", "gov.kz", "instagram.com", "linkedin.com", "t.me", "vk.com", "youtube.com"}
)


def doubles_of(record: Record, names: Iterable[str] = ()) -> list[tuple[Record, Sign]]:
    """Records that are probably one with this one, the surest first; `names` beside its own.

    Those that it belongs to or that follow it are not: they share its name and domain.
    """
    catch_up()
    model = type(record)
    own = facts(record, names)
    written = Written.names(" ".join(name) for name in own.names)
    keys = {each.entry.object_id for each in similar(written, mark_of(model), staff=True)}
    others = to_compare(model).filter(Q(pk__in=keys) | _alike_otherwise(record, own))
    others = others.exclude(pk__in={record.pk, *_said_to_be_others(record)})
    of_others = {other: facts(other) for other in others if not _are_tied(record, other)}
    if sum(bool(own.domains & each.domains) for each in of_others.values()) > MOST_SHARING:
        own = replace(own, domains=frozenset())
    found = [
        (other, why)
        for other, theirs in of_others.items()
        if (why := sign(own, theirs, written.alike, written.weight))
    ]
    return sorted(found, key=lambda pair: (pair[1], pair[0].pk))


def _said_to_be_others(record: Record) -> set[int]:
    """The records of which somebody said that they are not this one."""
    if record.pk is None:
        return set()
    said = NotTheSame.objects.filter(kind=kind_of(type(record)))
    pairs = said.filter(Q(one=record.pk) | Q(other=record.pk)).values_list("one", "other")
    return {key for pair in pairs for key in pair}


def facts(record: Record, names: Iterable[str] = ()) -> Facts:
    """What a record says of who it is; its `names` and appointments should be prefetched."""
    is_named = not getattr(record, "is_withheld", False)
    languages = LANGUAGES if is_named else ()
    texts = [getattr(record, f"name_{language}") or "" for language in languages]
    if record.pk:
        texts += [name.text for name in record.names.all() if name.kind != NameKind.ACRONYM]
    words = {tuple(folded(text)) for text in [*texts, *names] if not is_abbreviation(text)}
    is_person = isinstance(record, Official)
    return Facts(
        names=tuple(sorted(name for name in words if len(name) > 1)),
        countries=frozenset(_countries(record)),
        domains=frozenset() if is_person else frozenset(_domains(record)),
        identifiers=frozenset(_identifiers(record)),
        is_person=is_person,
    )


def _countries(record: Record) -> set[str]:
    if isinstance(record, Institution):
        return {record.country} - {""}
    if not record.pk:
        return set()
    bodies = [each.institution for each in record.appointments.all() if each.institution]
    return {body.country for body in bodies} - {""}


def _domains(institution: Institution) -> set[str]:
    return {*institution.domains.split(), domain_of(institution.website)} - {"", *PORTALS}


def _identifiers(record: Record) -> set[str]:
    fields = ("ror_id", "orcid", "wikidata_id")
    return {getattr(record, field, "") for field in fields} - {""}


def _alike_otherwise(record: Record, own: Facts) -> Q:
    """Which records share something else than a name with it."""
    found = [Q(pk=None)]
    for field in ("ror_id", "orcid", "wikidata_id"):
        if value := getattr(record, field, ""):
            found.append(Q(**{field: value}))
    for domain in own.domains:
        is_there = Q(domains__icontains=domain) | Q(website__icontains=domain)
        found.append(is_there & Q(country__in=own.countries))
    return reduce(or_, found)


def to_compare(model: type[Model]) -> QuerySet:
    if model is Institution:
        return Institution.objects.prefetch_related("names", "successors", "predecessors")
    return Official.objects.prefetch_related("names", "appointments__institution")


def _are_tied(one: Record, other: Record) -> bool:
    """Whether one belongs to the other or followed it, or both belong to a third."""
    if isinstance(one, Official):
        return False
    wholes = {one.parent_id} - {None}
    if {other.pk, other.parent_id} & wholes:
        return True
    nearby = [*other.successors.all(), *other.predecessors.all()]
    return one.pk is not None and one.pk in {other.parent_id, *(each.pk for each in nearby)}
