"""Institutions, and who is known of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.text import slugify

from config.archive import words
from config.archive.chance import Chance
from config.archive.sheet import BATCH, Sheet
from config.archive.size import Size
from delegations.choices import InstitutionKind, NameKind
from delegations.models import CommonOffice, FurtherKind, Institution, InstitutionName
from forum.records.translated import columns

KINDS = dict.fromkeys(InstitutionKind, 2) | {
    InstitutionKind.UNIVERSITY: 60,
    InstitutionKind.MINISTRY: 6,
    InstitutionKind.INSTITUTE: 6,
    InstitutionKind.FACULTY: 5,
    InstitutionKind.COMPANY: 5,
}


@dataclass(frozen=True)
class Body:
    key: int
    country: str
    name: words.Texts


@dataclass(frozen=True)
class Person:
    """Somebody, in the office that they hold for a body."""

    key: int
    body: Body
    appointment: int
    office: CommonOffice

    @property
    def in_office(self) -> dict:
        """What a row of somebody who acts in this office says."""
        return {
            "official_id": self.key,
            "institution_id": self.body.key,
            "appointment_id": self.appointment,
            "rank_id": self.office.rank_id,
            **office_texts(self.office),
        }


def office_texts(office: CommonOffice) -> dict[str, str]:
    """What an office is called, under the names of the columns of whoever holds it."""
    pairs = zip(columns("office"), columns("name"), strict=True)
    return {column: getattr(office, name) for column, name in pairs}


@dataclass
class People:
    """All bodies and persons, also by country."""

    bodies: list[Body] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    bodies_of: dict[str, list[Body]] = field(default_factory=lambda: defaultdict(list))
    persons_of: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))


def make_bodies(size: Size, seed: object, people: People, tell: Callable) -> None:
    chance = Chance(f"{seed} institutions")
    sheet = Sheet(Institution, InstitutionName, FurtherKind)
    for start in range(0, size.institutions, BATCH):
        numbers = range(start, min(start + BATCH, size.institutions))
        made = [_body(sheet, chance, number, people) for number in numbers]
        sheet.write()
        for row, name in made:
            body = Body(row.pk, row.country, name)
            people.bodies.append(body)
            people.bodies_of[body.country].append(body)
        tell("institutions", numbers.stop, size.institutions)


def _body(sheet: Sheet, chance: Chance, number: int, people: People):
    kind = chance.weighted(KINDS)
    # The largest countries have a body each, however small the archive is.
    codes = [*words.COUNTRIES]
    code = codes[number] if number < len(codes) else chance.weighted(words.COUNTRIES)
    city = words.city(code, chance.randrange(12))
    what = _called(chance, kind)
    name = words.joined("{} {} {}, {}", what, ("No.", "№", "№", "nr"), number + 1, city)
    slug = slugify(f"{name[0]}")[:100]
    founded = dt.date(chance.randint(1632, 2015), chance.randint(1, 12), chance.randint(1, 28))
    row = sheet.add(
        Institution(
            **chance.said("name", name, 0.7),
            **chance.said("city", city, 0.8),
            **chance.said("description", chance.choice(words.table("sentences")), 0.3),
            **(chance.dated("founded_on", founded) if chance.happens(0.4) else {}),
            short_name_en=f"{''.join(w[0] for w in what[0].split()).upper()}{number + 1}",
            slug=slug,
            kind=kind,
            country=code,
            parent_id=_whole(chance, kind, people.bodies_of[code]),
            website=f"https://body-{number + 1}.example.org/",
            domains=f"body-{number + 1}.example.org",
            is_published=chance.happens(0.97),
        )
    )
    _other_names(sheet, chance, row, name, number)
    return row, name


def _called(chance: Chance, kind: str) -> words.Texts:
    if kind == InstitutionKind.UNIVERSITY:
        return chance.choice(words.table("universities"))
    return words.label(InstitutionKind(kind))


def _whole(chance: Chance, kind: str, there: list[Body]) -> int | None:
    is_part = kind in (InstitutionKind.FACULTY, InstitutionKind.BRANCH)
    return chance.early_in(there).key if is_part and there else None


def _other_names(sheet, chance: Chance, row, name: words.Texts, number: int) -> None:
    if chance.happens(0.5):
        text = f"{name[0].split(',')[0]} (former college)"
        until = dt.date(chance.randint(1992, 2015), 1, 1)
        former = {"language": "en", "kind": NameKind.FORMER, "valid_until": until}
        sheet.add(InstitutionName(institution=row, text=text, **former))
    if chance.happens(0.5):
        acronym = f"U-{number + 1}-{chance.choice('ABCDEFGH')}"
        sheet.add(InstitutionName(institution=row, text=acronym, kind=NameKind.ACRONYM))
    if chance.happens(0.1) and row.kind != InstitutionKind.FOUNDATION:
        sheet.add(FurtherKind(institution=row, kind=InstitutionKind.FOUNDATION))
