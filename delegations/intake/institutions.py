"""Lists of institutions: universities of a country, a dump of ROR, whom an office writes to."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from delegations.choices import NameKind
from delegations.doubles.signs import domain_of
from delegations.findable import about_institution
from delegations.intake.finding import Asked, find
from delegations.intake.institution_columns import COLUMNS
from delegations.intake.kinds_of_bodies import likely_kind
from delegations.models import Institution, InstitutionName
from forum.history import bulk
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Kind, Link, Place, register
from forum.intake.rows import IDENTIFIED, Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.records import partial_dates
from forum.records.slugs import own_slugs
from forum.records.texts import LANGUAGES
from forum.search.words import folded

AS_THEY_ARE = ("short_name", "kind", "country", "website", "domains", "ror_id", "wikidata_id")


def asked(row: Row, _place: Place) -> Asked:
    """What a row says of an institution."""
    hosts = [*str(row.cells.get("domains", "")).split(), domain_of(row.cells.get("website", ""))]
    return Asked(
        names=tuple(dict.fromkeys(name for _language, name in names_in(row))),
        country=row.cells.get("country", ""),
        domains=tuple(dict.fromkeys(filter(None, hosts))),
        identifiers={name: row.cells.get(name, "") for name in ("ror_id", "wikidata_id")},
    )


def names_in(row: Row) -> Iterable[tuple[str, str]]:
    """All names of a row, with the columns of those that have one."""
    for column in ("name", *(f"name_{language}" for language in LANGUAGES)):
        if text := row.cells.get(column):
            yield column, text
    yield from (("", text) for text in row.cells.get("other_names", ()))


def search(rows: Sequence[Row], place: Place) -> list[list[Candidate]]:
    return find(Institution, [asked(row, place) for row in rows])


def signs(row: Row) -> Iterable[str]:
    """By what two rows of a list are one institution."""
    own = asked(row, None)
    yield from (f"{IDENTIFIED}{value}" for value in own.identifiers.values() if value)
    yield from (f"{own.country} {domain}" for domain in own.domains)
    yield from (f"{own.country} {' '.join(sorted(folded(name)))}" for name in own.names)


LINK = Link(
    name="name",
    model=Institution,
    find=search,
    signs=signs,
    is_itself=True,
    right="delegations.add_institution",
    records=lambda: Institution.objects.all(),
    about=about_institution,
)


def texts_of(row: Row, place: Place) -> dict[str, object]:
    """What a row says, by the columns of an institution."""
    found = {name: row.cells[name] for name in AS_THEY_ARE if row.cells.get(name)}
    if name := row.cells.get("name"):
        found[f"name_{column_language(name, place.language)}"] = name
    found |= {column: text for column, text in names_in(row) if column.startswith("name_")}
    for column in ("short_name", "city"):
        if text := row.cells.get(column):
            found.pop(column, None)
            found[f"{column}_{column_language(text, place.language)}"] = text
    if since := row.cells.get("founded_on"):
        found["founded_on"], found["founded_on_precision"] = since
        found["founded_on"] = partial_dates.first_day(*since)
    return found


def complete(rows: Sequence[Row], _place: Place) -> None:
    for row in rows:
        if not any(True for _name in names_in(row)):
            row.problems.setdefault("name", str(_("Give the name of the institution.")))
        if row.says("status") == "withdrawn":
            row.problems["status"] = str(
                _("The register withdrew this record. Empty the cell to take it in all the same.")
            )


def compare(rows: Sequence[Row], place: Place) -> None:
    """What rows would change: names that are not on record are added beside the others."""
    keys = {row.answers["name"].key for row in rows if "name" in row.answers} - {None}
    records = Institution.objects.prefetch_related("names").in_bulk(keys)
    for row in rows:
        answer = row.answers.get("name")
        if answer and (record := records.get(answer.key)):
            row.known = record
            values = texts_of(row, place)
            values["domains"] = _joined(record.domains, values.get("domains", ""))
            row.differences = [
                each
                for each in differences(record, values)
                if not each.column.startswith("name_") or not each.before
            ]


def _joined(recorded: object, said: object) -> str:
    return " ".join(dict.fromkeys([*str(recorded).split(), *str(said).split()]))


def write(rows: Sequence[Row], saving: Saving) -> None:
    new = [row for row in rows if row.known is None]
    records = saving.meant(new, LINK, lambda row: _made(row, saving), write=_write_new)
    bulk.create([*_other_names(new, records)])
    changed, columns = [], set()
    for row in rows:
        if row.known is not None and (taken := [*filter(saving.takes, row.differences)]):
            columns |= {*apply(row.known, taken)}
            changed.append(row.known)
    bulk.change(changed, columns)


def _made(row: Row, saving: Saving) -> Institution:
    values = texts_of(row, saving.place)
    values.setdefault("kind", likely_kind(str(row.cells.get("name", ""))))
    return Institution(**values, is_published=saving.is_published)


def _write_new(records: list[Institution]) -> None:
    own_slugs(records, "name")
    bulk.create(records)


def _other_names(rows: Sequence[Row], records: dict) -> Iterable[InstitutionName]:
    for row in rows:
        for text in row.cells.get("other_names", ()):
            kind = NameKind.ACRONYM if text.isupper() and " " not in text else NameKind.ALIAS
            yield InstitutionName(institution=records[row.position], text=text, kind=kind)


register(
    Kind(
        name="institutions",
        label=_("Institutions"),
        columns=COLUMNS,
        links=(LINK,),
        rights=("delegations.add_institution",),
        change_right="delegations.change_institution",
        can_publish=True,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=lambda _place: reverse("admin:delegations_institution_changelist"),
    )
)
