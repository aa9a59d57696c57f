"""The parties of a document and who signed for them, side by side in the columns of a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from agreements.models import Agreement, Party, Signatory
from delegations.findable import about_institution, about_official
from delegations.intake.finding import Asked, find
from delegations.intake.people import PERSON, Offices, institutions_of, known_offices, people_of
from delegations.intake.people_columns import institutions_offered
from delegations.models import Institution, Official
from forum.history import bulk
from forum.intake.cells import person
from forum.intake.kinds import Column, Link, Place
from forum.intake.readers import Text, country
from forum.intake.rows import Candidate, Row
from forum.intake.saving import Saving
from forum.search.words import folded

# So many parties a row has; those of a larger document stand in rows without a title below it.
SIDES, USUAL = range(1, 5), 2


@dataclass(frozen=True)
class Side:
    """A party as a cell names it: a body, or a country for itself."""

    name: str = ""
    country: str = ""


def side(text: str) -> Side:
    """A party, with the country that stands behind it in brackets or after a comma."""
    text = Text(300)(text)
    if code := _country(text):
        return Side(country=code)
    for opening, closing in ((" (", ")"), (", ", "")):
        name, mark, rest = text.rpartition(opening)
        if mark and rest.endswith(closing) and (code := _country(rest.removesuffix(closing))):
            return Side(name, code)
    return Side(text)


def _country(text: str) -> str:
    try:
        return country(text)
    except ValidationError:
        return ""


def _columns_of_side(number: int) -> tuple[Column, Column]:
    first = number == 1
    return (
        Column(
            name=f"party_{number}",
            label=gettext_lazy("Party") if first else PARTY_LABELS[number],
            read=side,
            synonyms=PARTIES_SAID if first else (f"party {number}", f"сторона {number}"),
            offers=institutions_offered,
            size=24,
            is_usual=number <= USUAL,
        ),
        Column(
            name=f"signatory_{number}",
            label=gettext_lazy("Signatory") if first else SIGNATORY_LABELS[number],
            read=Text(300),
            synonyms=SIGNED_SAID if first else (f"signatory {number}", f"подписант {number}"),
            size=24,
            is_usual=number <= USUAL,
        ),
    )


PARTY_LABELS = {
    2: gettext_lazy("Second party"),
    3: gettext_lazy("Third party"),
    4: gettext_lazy("Fourth party"),
}
SIGNATORY_LABELS = {
    2: gettext_lazy("Second signatory"),
    3: gettext_lazy("Third signatory"),
    4: gettext_lazy("Fourth signatory"),
}
PARTIES_SAID = (
    *("parties", "party 1", "first party", "between", "partners", "partner", "sides"),
    *("стороны", "сторона", "участники", "партнёры", "тараптар", "osapooled", "osapool"),
)
SIGNED_SAID = (
    *("signatories", "signed by", "signatory 1", "first signatory", "signers"),
    *("подписанты", "подписант", "подписали", "қол қойғандар", "allkirjastajad", "allakirjutajad"),
)


COLUMNS = tuple(column for number in SIDES for column in _columns_of_side(number))


def find_party(rows: Sequence[Row], _place: Place, *, number: int) -> list[list[Candidate]]:
    sides = [row.cells.get(f"party_{number}", Side()) for row in rows]
    return find(Institution, [Asked((each.name,), each.country) for each in sides])


def find_signatory(rows: Sequence[Row], place: Place, *, number: int) -> list[list[Candidate]]:
    offices = known_offices(place)
    named = [person(row.says(f"signatory_{number}"), offices).name for row in rows]
    return find(Official, [Asked((name,) if name else ()) for name in named])


def _names_a_body(row: Row, *, number: int) -> bool:
    return bool(row.cells.get(f"party_{number}", Side()).name)


def _names_somebody(row: Row, *, number: int) -> bool:
    return bool(person(row.says(f"signatory_{number}")).name)


def _links_of_side(number: int) -> tuple[Link, Link]:
    return (
        Link(
            name=f"party_{number}",
            model=Institution,
            find=partial(find_party, number=number),
            may_repeat=True,
            is_needed=partial(_names_a_body, number=number),
            right="delegations.add_institution",
            records=lambda: Institution.objects.all(),
            about=about_institution,
        ),
        Link(
            name=f"signatory_{number}",
            model=Official,
            find=partial(find_signatory, number=number),
            may_repeat=True,
            is_needed=partial(_names_somebody, number=number),
            right="delegations.add_official",
            records=lambda: Official.objects.prefetch_related("appointments__institution"),
            about=about_official,
        ),
    )


LINKS = tuple(link for number in SIDES for link in _links_of_side(number))


def say(listed: Sequence[str], signed: Sequence[str]) -> list[dict[str, str]]:
    """Parties and signatories by the columns of a row, and of rows below for those beyond."""
    most = len(SIDES)
    starts = range(0, max(len(listed), len(signed), 1), most)
    return [
        _named("party", listed[start : start + most])
        | _named("signatory", signed[start : start + most])
        for start in starts
    ]


def _named(column: str, texts: Sequence[str]) -> dict[str, str]:
    return {f"{column}_{number}": text for number, text in enumerate(texts, 1)}


def has_parties(row: Row) -> bool:
    return any(row.says(column.name) for column in COLUMNS)


def write_sides(rows: Sequence[Row], agreements: Mapping[int, Agreement], saving: Saving) -> None:
    """Write the parties of each row's document, and who signed for them."""
    titles = known_offices(saving.place)
    for number in SIDES:
        parties = _write_parties(rows, number, agreements, saving)
        signing = _as_people(rows, number, titles)
        _write_signatories(signing, agreements, parties, saving)


def _write_parties(
    rows: Sequence[Row], number: int, agreements: Mapping[int, Agreement], saving: Saving
) -> dict[int, Party]:
    bodies = institutions_of(_as_bodies(rows, number), saving)
    parties = {
        row.position: _party(cell, agreements[row.position], bodies.get(row.position), number)
        for row in rows
        if (cell := row.cells.get(f"party_{number}"))
    }
    bulk.create([*parties.values()])
    return parties


def _write_signatories(
    rows: Sequence[Row],
    agreements: Mapping[int, Agreement],
    parties: Mapping[int, Party],
    saving: Saving,
) -> None:
    offices = Offices()
    officials = people_of(rows, saving, PERSON, once=lambda row: _plain(row.says("name")))
    new = []
    for row in rows:
        offices.complete(row, saving.place)
        party, official = parties.get(row.position), officials.get(row.position)
        signatory = _signatory(row, agreements[row.position], party, official)
        signatory.clean()
        new.append(signatory)
    bulk.create(new)


def _as_bodies(rows: Sequence[Row], number: int) -> list[Row]:
    """The party in one pair of columns, as a row of a list of institutions."""
    column = f"party_{number}"
    named = [(row, row.cells[column]) for row in rows if row.cells.get(column)]
    return [
        Row(
            position=row.position,
            values={"institution": cell.name},
            cells={"institution": cell.name, "side": cell.country},
            answers={"institution": row.answers[column]} if column in row.answers else {},
        )
        for row, cell in named
        if cell.name
    ]


def _as_people(rows: Sequence[Row], number: int, titles: Sequence[str]) -> list[Row]:
    """The signatory in one pair of columns, as a row of a list of people."""
    column = f"signatory_{number}"
    found = []
    for row in rows:
        if text := row.says(column):
            who = person(text, titles)
            values = {"name": who.name, "office": who.office, "capacity": who.capacity}
            values = values if any(values.values()) else {"name": text}
            found.append(
                Row(
                    position=row.position,
                    values=values,
                    cells=values | {"honorific": who.honorific},
                    answers={"name": row.answers[column]} if column in row.answers else {},
                )
            )
    return found


def _party(cell: Side, agreement: Agreement, body: Institution | None, number: int) -> Party:
    return Party(
        agreement=agreement,
        institution=body,
        name_as_printed="" if body else cell.name,
        country="" if body else cell.country,
        position=number,
    )


def _signatory(
    row: Row, agreement: Agreement, party: Party | None, official: Official | None
) -> Signatory:
    return Signatory(
        agreement=agreement,
        party=party,
        institution=party.institution if party else None,
        official=official,
        name_as_printed="" if official else row.says("name"),
        capacity=row.cells.get("capacity", "") if row.says("office") else "",
        rank=row.cells["rank_record"],
        position=party.position if party else 0,
        **row.cells["office_texts"],
    )


def _plain(text: str) -> tuple[str, ...]:
    return tuple(folded(text))
