"""Lists of people, each with an office."""

from collections.abc import Sequence
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.intake.people import (
    BODY,
    PERSON,
    Offices,
    appointments_in,
    institutions_of,
    people_of,
)
from delegations.intake.people_columns import (
    CAPACITY_COLUMN,
    HONORIFIC,
    INSTITUTION,
    NAME,
    OFFICE,
    RANK,
)
from delegations.intake.splitting import split_name
from delegations.models import Appointment, Official
from forum.history import bulk
from forum.intake.comparing import apply, differences
from forum.intake.kinds import Column, Kind, Place, register
from forum.intake.readers import Identifier, address, country, day
from forum.intake.rows import Difference, Row
from forum.intake.saving import Saving
from forum.intake.scripts import column_language
from forum.records import partial_dates

ITSELF = replace(PERSON, is_itself=True, may_be_none=False)


def _identifier(column: str) -> Identifier:
    return Identifier(Official._meta.get_field(column).validators[0])


COLUMNS = (
    NAME,
    HONORIFIC,
    OFFICE,
    INSTITUTION,
    Column(
        name="side",
        label=gettext_lazy("Country"),
        read=country,
        synonyms=("страна", "ел", "riik"),
        size=12,
        is_usual=False,
    ),
    CAPACITY_COLUMN,
    RANK,
    Column(
        name="starts_on",
        label=gettext_lazy("From"),
        read=day,
        synonyms=("since", "start", "с", "бастап", "alates", "algus"),
        size=10,
    ),
    Column(
        name="ends_on",
        label=gettext_lazy("Until"),
        read=day,
        synonyms=("to", "end", "по", "дейін", "kuni", "lõpp"),
        size=10,
    ),
    Column(
        name="orcid",
        label="ORCID",
        read=_identifier("orcid"),
        size=19,
        is_usual=False,
    ),
    Column(
        name="wikidata_id",
        label="Wikidata",
        read=_identifier("wikidata_id"),
        synonyms=("wikidata id", "qid"),
        size=10,
        is_usual=False,
    ),
    Column(
        name="website",
        label=gettext_lazy("Website"),
        read=address,
        synonyms=("web", "url", "сайт", "koduleht"),
        is_usual=False,
    ),
)


def complete(rows: Sequence[Row], place: Place) -> None:
    offices = Offices()
    for row in rows:
        offices.complete(row, place)
        if not row.says("name"):
            row.problems.setdefault("name", _("Give the name of the person."))
        _order_dates(row)


def _order_dates(row: Row) -> None:
    """Widen half-known dates as records keep them, and refuse an end before the beginning."""
    for column, widen in (
        ("starts_on", partial_dates.first_day),
        ("ends_on", partial_dates.last_day),
    ):
        if said := row.cells.get(column):
            row.cells[column] = widen(*said), said[1]
    since, until = row.cells.get("starts_on"), row.cells.get("ends_on")
    if since and until and until[0] < since[0]:
        row.problems["ends_on"] = _("The end is before the beginning.")


def compare(rows: Sequence[Row], place: Place) -> None:
    keys = {row.answers["name"].key for row in rows if "name" in row.answers} - {None}
    records = Official.objects.prefetch_related("appointments").in_bulk(keys)
    for row in rows:
        answer = row.answers.get("name")
        if answer and (record := records.get(answer.key)):
            row.known = record
            row.differences = [
                *differences(record, _texts(row, place)),
                *_new_office(record, row),
            ]


def _texts(row: Row, place: Place) -> dict[str, object]:
    found = {name: row.cells.get(name) for name in ("orcid", "wikidata_id", "website")}
    if honorific := row.cells.get("honorific"):
        found[f"honorific_{column_language(honorific, place.language)}"] = honorific
    return found


def _new_office(record: Official, row: Row) -> list[Difference]:
    """An office that is not on record yet, shown as a difference though no column has it."""
    texts = {*row.cells.get("office_texts", {}).values()} - {""}
    columns = row.cells.get("office_texts", {})
    is_held = any(
        getattr(each, column) in texts for each in record.appointments.all() for column in columns
    )
    if not texts or is_held:
        return []
    said = ", ".join(filter(None, (row.says("office"), row.says("institution"))))
    return [Difference("", None, _("office held"), "", said)]


def write(rows: Sequence[Row], saving: Saving) -> None:
    bodies = institutions_of(rows, saving)
    people = people_of(rows, saving, ITSELF)
    changed, columns = [], set()
    for row in rows:
        taken = [each for each in row.differences if each.column and saving.takes(each)]
        if row.known is not None and taken:
            columns |= {*apply(row.known, taken)}
            changed.append(row.known)
    bulk.change(changed, columns)
    bulk.create([*appointments_in(rows, people, bodies)])


register(
    Kind(
        name="officials",
        label=gettext_lazy("Officials"),
        columns=COLUMNS,
        links=(ITSELF, BODY),
        compared_with=(Appointment,),
        rights=(
            "delegations.add_official",
            "delegations.add_appointment",
        ),
        change_right="delegations.change_official",
        can_publish=True,
        split=split_name,
        complete=complete,
        compare=compare,
        write=write,
        leads_to=lambda _place: reverse("admin:delegations_official_changelist"),
    )
)
