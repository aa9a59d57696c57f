"""What lists of people share: how somebody is named, in which office, for which institution."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from delegations.choices import Capacity, InstitutionKind
from delegations.findable import about_institution, about_official
from delegations.intake.finding import Asked, find
from delegations.intake.kinds_of_bodies import likely_kind
from delegations.models import Appointment, CommonOffice, Institution, OfficeRank, Official
from delegations.models.representation import Representation
from forum.history import bulk
from forum.intake.kinds import Link, Place
from forum.intake.rows import IDENTIFIED, NONE, Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.records.slugs import own_slugs
from forum.records.texts import LANGUAGES
from forum.search.words import folded


def known_offices(place: Place) -> tuple[str, ...]:
    """All that the common offices are called; asked once for a list."""
    if "offices" not in place.known:
        rows = CommonOffice.objects.all()
        place.known["offices"] = tuple(form for office in rows for form in office.forms)
    return place.known["offices"]


@dataclass(frozen=True)
class Offices:
    """The common offices and the ranks, by all that they are called."""

    @cached_property
    def by_name(self) -> Mapping[tuple[str, ...], CommonOffice]:
        offices = CommonOffice.objects.select_related("rank")
        return {tuple(folded(form)): office for office in offices for form in office.forms}

    @cached_property
    def ranks(self) -> Mapping[tuple[str, ...], OfficeRank]:
        return {
            tuple(folded(text)): rank
            for rank in OfficeRank.objects.all()
            for language in LANGUAGES
            if (text := getattr(rank, f"name_{language}"))
        }

    def complete(self, row: Row, place: Place) -> None:
        """Say an office in all languages, with its rank, if it is one that many hold."""
        text = row.cells.get("office", "")
        common = self.by_name.get(tuple(folded(text))) if text else None
        if common is not None:
            texts = {f"office_{each}": getattr(common, f"name_{each}") or "" for each in LANGUAGES}
        else:
            texts = {f"office_{column_language(text, place.language)}": text} if text else {}
        row.cells["office_texts"] = texts
        row.cells["rank_record"] = common.rank if common else None
        if rank := row.cells.get("rank"):
            row.cells["rank_record"] = self.ranks.get(tuple(folded(rank)))
            if row.cells["rank_record"] is None:
                sentence = _("“%(text)s” is no rank of the table of precedence.")
                row.problems["rank"] = sentence % {"text": rank}
        if row.cells.get("capacity") and not text:
            row.problems["capacity"] = _("Say in which office the person is acting or the like.")


def find_people(rows: Sequence[Row], _place: Place) -> list[list[Candidate]]:
    identifiers = ("orcid", "wikidata_id")
    return find(
        Official,
        [
            Asked(
                (str(row.cells.get("name") or row.says("name")),),
                identifiers={each: str(row.cells.get(each, "")) for each in identifiers},
            )
            for row in rows
        ],
    )


def find_institutions(rows: Sequence[Row], _place: Place) -> list[list[Candidate]]:
    """The institutions of rows, first those of the country for which each person comes."""
    asked = [
        Asked((row.says("institution"),), side=str(row.cells.get("side") or "")) for row in rows
    ]
    return find(Institution, asked)


def signs_of_person(row: Row) -> Iterable[str]:
    yield " ".join(sorted(folded(row.says("name"))))
    for column in ("orcid", "wikidata_id"):
        if value := row.cells.get(column):
            yield f"{IDENTIFIED}{value}"


PERSON = Link(
    name="name",
    model=Official,
    find=find_people,
    signs=signs_of_person,
    may_be_none=True,
    right="delegations.add_official",
    records=lambda: Official.objects.prefetch_related("appointments__institution"),
    about=about_official,
)
BODY = Link(
    name="institution",
    model=Institution,
    find=find_institutions,
    may_repeat=True,
    right="delegations.add_institution",
    records=lambda: Institution.objects.all(),
    about=about_institution,
)


def who(record: Representation) -> list[Hashable]:
    """By what a row means somebody on record: the person, the printed name, or else the office."""
    if record.official_id:
        return [record.official_id]
    if record.name_as_printed:
        return [tuple(folded(record.name_as_printed))]
    texts = [getattr(record, f"office_{language}") for language in LANGUAGES]
    return [(tuple(folded(text)), record.institution_id) for text in texts if text]


def meant(row: Row) -> Hashable:
    """The same of a row; nothing that is on record if it means a new person."""
    answer = row.answers.get("name")
    if answer and answer.key:
        return answer.key
    if row.says("name"):
        return tuple(folded(row.says("name"))) if answer and answer.chosen == NONE else None
    body = row.answers.get("institution")
    return tuple(folded(row.says("office"))), body.key if body else None


def bodies_meant(rows: Sequence[Row]) -> dict[int, Institution]:
    """The institution of each row, as far as one is meant; one that is new is not saved."""
    answers = {
        row.position: row.answers["institution"] for row in rows if "institution" in row.answers
    }
    known = Institution.objects.in_bulk({answer.key for answer in answers.values()} - {None})
    new = {row.position: Institution(name_en=row.says("institution")) for row in rows}
    return {
        position: known.get(answer.key) or new[position]
        for position, answer in answers.items()
        if answer.chosen != NONE
    }


def institutions_of(rows: Sequence[Row], saving: Saving) -> dict[int, Institution]:
    """The institution of each row, by its position; one for all rows that name it alike."""

    def make(row: Row) -> Institution:
        name = str(row.cells["institution"])
        column = f"name_{column_language(name, saving.place.language)}"
        return Institution(
            **{column: name},
            kind=likely_kind(name),
            country=_country_of(row, likely_kind(name)),
            is_published=saving.is_published,
        )

    def write(records: list[Institution]) -> None:
        own_slugs(records, "name")
        bulk.create(records)

    return saving.meant(
        rows, BODY, make, once=lambda row: tuple(folded(row.says("institution"))), write=write
    )


def _country_of(row: Row, kind: str) -> str:
    """An international body is of no country; any other of that for which its people come."""
    return "" if kind == InstitutionKind.INTERNATIONAL else str(row.cells.get("side", ""))


def people_of(
    rows: Sequence[Row],
    saving: Saving,
    link: Link = PERSON,
    *,
    once: Callable[[Row], Hashable] | None = None,
) -> dict[int, Official]:
    """The person of each row, by its position; some are known by their office alone.

    Of several rows with the same `once` only one person is made.
    """

    def make(row: Row) -> Official:
        name, honorific = str(row.cells["name"]), str(row.cells.get("honorific", ""))
        language = column_language(name, saving.place.language)
        texts = {f"name_{language}": name}
        if honorific:
            texts[f"honorific_{column_language(honorific, language)}"] = honorific
        identifiers = {each: str(row.cells.get(each, "")) for each in ("orcid", "wikidata_id")}
        website = str(row.cells.get("website", ""))
        return Official(**texts, **identifiers, website=website, is_published=saving.is_published)

    def write(records: list[Official]) -> None:
        own_slugs(records, "name")
        bulk.create(records)

    return saving.meant(rows, link, make, once=once, write=write)


def appointments_in(
    rows: Sequence[Row], people: Mapping[int, Official], bodies: Mapping[int, Institution]
) -> Iterable[Appointment]:
    """The offices that rows say their people hold, as far as they are not on record."""
    held = {
        (each.official_id, each.institution_id, text)
        for each in Appointment.objects.filter(official__in=people.values())
        for language in LANGUAGES
        if (text := getattr(each, f"office_{language}"))
    }
    for row in rows:
        who, body = people.get(row.position), bodies.get(row.position)
        texts = row.cells.get("office_texts")
        key = body.pk if body else None
        if who and texts and not any((who.pk, key, text) in held for text in texts.values()):
            yield Appointment(
                official=who,
                institution=body,
                rank=row.cells.get("rank_record"),
                capacity=row.cells.get("capacity") or Capacity.SUBSTANTIVE,
                **texts,
                **dates_in(row),
            )


def dates_in(row: Row) -> dict[str, object]:
    """From when until when an office is held, as far as a row says it."""
    found = {}
    for column in ("starts_on", "ends_on"):
        if said := row.cells.get(column):
            found[column], found[f"{column}_precision"] = said
    return found
