"""The persons who hold offices at the bodies."""

import datetime as dt
from collections.abc import Callable

from django.utils.text import slugify

from config.archive import names, words
from config.archive.bodies import Body, People, Person, office_texts
from config.archive.chance import Chance
from config.archive.sheet import BATCH, Sheet
from config.archive.size import Size
from delegations.choices import Capacity, Listing, NameKind
from delegations.models import (
    Appointment,
    CommonOffice,
    Official,
    OfficialContact,
    OfficialName,
)


def make_officials(
    size: Size, seed: object, people: People, tell: Callable, today: dt.date
) -> None:
    chance = Chance(f"{seed} officials")
    offices = [*CommonOffice.objects.select_related("rank").order_by("pk")]
    sheet = Sheet(Official, OfficialName, OfficialContact, Appointment)
    for start in range(0, size.officials, BATCH):
        numbers = range(start, min(start + BATCH, size.officials))
        made = [
            _official(sheet, chance, number, people, chance.early_in(offices), today)
            for number in numbers
        ]
        sheet.write()
        for official, appointment, body, office in made:
            person = Person(official.pk, body, appointment.pk, office)
            people.persons.append(person)
            people.persons_of[body.country].append(person)
        tell("officials", numbers.stop, size.officials)


def _official(sheet: Sheet, chance: Chance, number: int, people: People, office, today: dt.date):
    name = names.compose(chance)
    body = people.bodies[number % len(people.bodies)]
    russian = name.in_script("ru")
    texts = (name.plain, russian.plain, russian.plain, name.plain)
    to_sort = (name.to_sort, russian.to_sort, russian.to_sort, name.to_sort)
    official = sheet.add(
        Official(
            **chance.said("name", texts, 0.6),
            **(chance.said("sort_name", to_sort, 1) if chance.happens(0.5) else {}),
            **chance.said("biography", chance.choice(words.table("sentences")), 0.2),
            honorific_en=chance.weighted({"": 6, "Prof.": 3, "Dr": 2, "H.E.": 1}),
            slug=slugify(f"{name.plain} {number + 1}"),
            is_published=chance.happens(0.95),
            **_wish(chance, today),
        )
    )
    for language in ("ka", "el"):
        if chance.happens(0.3):
            spelt = name.in_script(language)
            kind = NameKind.TRANSLITERATION
            parts = {"family": spelt.family, "given": spelt.given}
            sheet.add(
                OfficialName(
                    official=official, text=spelt.plain, language=language, kind=kind, **parts
                )
            )
    if chance.happens(0.1):
        mail = f"person-{number + 1}@example.org"
        sheet.add(OfficialContact(official=official, email=mail, dietary_needs="vegetarian"))
    return official, _offices(sheet, chance, official, body, office, today), body, office


def _wish(chance: Chance, today: dt.date) -> dict:
    if not chance.happens(0.02):
        return {}
    wish = chance.choice([*Listing])
    return {"listing": wish, "listing_until": today + chance.days(-500, 1500)}


def _offices(sheet: Sheet, chance: Chance, official, body: Body, office, today: dt.date):
    """The office held now, for some after another one; returns the row of the first."""
    begun = today - chance.days(30, 7000)
    row = sheet.add(_appointment(official, body, office, **chance.dated("starts_on", begun)))
    if chance.happens(0.2):
        until = begun - chance.days(1, 400)
        before = chance.dated("ends_on", until, ends=True)
        sheet.add(_appointment(official, body, office, **before, capacity=Capacity.ACTING))
    return row


def _appointment(official, body: Body, office: CommonOffice, **fields) -> Appointment:
    texts = office_texts(office)
    return Appointment(
        official=official, institution_id=body.key, rank=office.rank, **texts, **fields
    )
