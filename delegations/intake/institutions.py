"""Lists of institutions: universities of a country, a dump of ROR, whom an office writes to."""

import re
from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from delegations.choices import InstitutionKind, NameKind
from delegations.doubles.signs import domain_of
from delegations.findable import about_institution
from delegations.intake.finding import Asked, find
from delegations.intake.kinds_of_bodies import likely_kind
from delegations.models import Institution, InstitutionName
from delegations.models.institution import validate_domains
from forum.history import bulk
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Column, Kind, Link, Place, register
from forum.intake.readers import Choice, Identifier, Text, address, country, day
from forum.intake.rows import IDENTIFIED, Candidate, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.records import partial_dates
from forum.records.slugs import own_slugs
from forum.records.texts import LANGUAGES
from forum.search.words import folded

SEVERAL = re.compile(r"\s*[;\n]\s*")
LONGEST = 300


def domains(text: str) -> str:
    """Host names with blanks between, of which also the addresses may be given."""
    hosts = [domain_of(each) or each for each in re.split(r"[\s,;]+", text.lower()) if each]
    found = " ".join(dict.fromkeys(host.removeprefix("www.") for host in hosts))
    validate_domains(found)
    return found


def names(text: str) -> list[str]:
    """Other names, with semicolons or line breaks between."""
    return [Text(LONGEST)(name) for name in SEVERAL.split(text) if name]


def identifier(column: str) -> Identifier:
    [validate] = Institution._meta.get_field(column).validators[:1]
    return Identifier(validate)


COLUMNS = (
    Column(
        name="name",
        label=_("Name"),
        read=Text(LONGEST),
        synonyms=(
            *("institution", "university", "organisation", "organization", "full name", "title"),
            *("название", "наименование", "вуз", "университет", "учреждение", "организация"),
            *(
                "атауы",
                "университет атауы",
                "ұйым",
                "мекеме",
                "nimi",
                "nimetus",
                "asutus",
                "ülikool",
            ),
        ),
        size=32,
    ),
    *(
        Column(
            name=f"name_{language}",
            label=Institution._meta.get_field(f"name_{language}").verbose_name,
            read=Text(LONGEST),
            synonyms=(f"name ({language})", f"название ({language})", f"nimi ({language})"),
            size=32,
            is_usual=False,
        )
        for language in LANGUAGES
    ),
    Column(
        name="short_name",
        label=_("Short name"),
        read=Text(60),
        synonyms=("acronym", "abbreviation", "аббревиатура", "сокращение", "қысқаша", "lühend"),
        size=10,
    ),
    Column(
        name="kind",
        label=_("Kind"),
        read=Choice(InstitutionKind),
        synonyms=("type", "тип", "вид", "түрі", "liik", "tüüp"),
        offers=Choice(InstitutionKind).labels,
    ),
    Column(
        name="country",
        label=_("Country"),
        read=country,
        synonyms=(
            "state",
            "country code",
            "страна",
            "государство",
            "ел",
            "мемлекет",
            "riik",
            "maa",
        ),
    ),
    Column(
        name="city",
        label=_("City"),
        read=Text(120),
        synonyms=("town", "place", "location", "город", "қала", "linn", "asukoht"),
    ),
    Column(
        name="website",
        label=_("Website"),
        read=address,
        synonyms=(
            "web",
            "url",
            "web page",
            "web pages",
            "homepage",
            "сайт",
            "веб-сайт",
            "koduleht",
        ),
        size=20,
    ),
    Column(
        name="domains",
        label=_("Domains"),
        read=domains,
        synonyms=("domain", "web domain", "домен", "домены"),
        is_usual=False,
    ),
    Column(
        name="ror_id",
        label="ROR",
        read=identifier("ror_id"),
        synonyms=("ror id",),
        size=10,
        is_usual=False,
    ),
    Column(
        name="wikidata_id",
        label="Wikidata",
        read=identifier("wikidata_id"),
        synonyms=("wikidata id", "qid"),
        size=10,
        is_usual=False,
    ),
    Column(
        name="founded_on",
        label=_("Founded on"),
        read=day,
        synonyms=(
            "founded",
            "established",
            "год основания",
            "основан",
            "құрылған жылы",
            "asutatud",
        ),
        size=10,
        is_usual=False,
    ),
    Column(
        name="status",
        label=_("Status"),
        read=Text(60),
        size=8,
        is_usual=False,
    ),
    Column(
        name="other_names",
        label=_("Other names"),
        read=names,
        synonyms=("aliases", "alias", "also known as", "другие названия", "басқа атаулары"),
        size=24,
        is_usual=False,
    ),
)
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
        rights=("delegations.add_institution", "delegations.view_institution"),
        change_right="delegations.change_institution",
        can_publish=True,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=lambda _place: reverse("admin:delegations_institution_changelist"),
    )
)
