"""Agreements: who concludes them, who signs, and what they say."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import slugify

from agreements.choices import Authority, EntryRule, Instrument, PartyRole, SignatoryRole, Stage
from agreements.models import (
    Agreement,
    AgreementCitation,
    AgreementLink,
    AgreementReference,
    Commitment,
    Outcome,
    OutcomeRole,
    Party,
    ProgressNote,
    Provision,
    Signatory,
    Step,
    Text,
)
from config.archive import contents, life, words
from config.archive.bodies import Body, People, Person
from config.archive.chance import Chance
from config.archive.occasions import Occasion
from config.archive.plans import EMPTY, LARGEST
from config.archive.sheet import Sheet
from config.archive.size import Size, shares
from forum.models import Source, Topic

TOGETHER = 250
INSTRUMENTS = dict.fromkeys(Instrument, 2) | {
    Instrument.COOPERATION: 35,
    Instrument.MEMORANDUM: 25,
    Instrument.CONTRACT: 8,
}
BETWEEN_STATES = (Instrument.TREATY, Instrument.INTERGOVERNMENTAL, Instrument.EXCHANGE_OF_NOTES)
LANGUAGES = ("en", "kk, ru", "kk, et, en", "ru, en", "et, en", "")


@dataclass(frozen=True)
class Side:
    """A party: a body, or the State itself."""

    country: str
    body: Body | None

    @property
    def name(self) -> words.Texts:
        return self.body.name if self.body else words.country(self.country)


class Agreements:
    """All agreements of an archive, some written at a time."""

    def __init__(self, size: Size, seed: object, people: People, today: dt.date):
        self.chance = Chance(f"{seed} agreements")
        self.size, self.people, self.today = size, people, today
        self.topics = [*Topic.objects.order_by("pk")]
        self.persons_at: dict[int, list[Person]] = defaultdict(list)
        for person in people.persons:
            self.persons_at[person.body.key].append(person)
        self.sheet = Sheet(
            *(Source, Agreement, Party, Signatory, Provision, Text, AgreementReference),
            *(AgreementLink, Step, Outcome, OutcomeRole, Commitment, ProgressNote),
            AgreementCitation,
        )
        self.keys: list[int] = []

    def make(self, occasions: list[Occasion], tell: Callable) -> None:
        plan = enumerate(self._occasions(occasions))
        while batch := [*itertools.islice(plan, TOGETHER)]:
            made = [self._agreement(number, occasion) for number, occasion in batch]
            self.sheet.write()
            self.keys += [agreement.pk for agreement in made]
            tell("agreements", len(self.keys), self.size.agreements)

    def _occasions(self, occasions: list[Occasion]) -> Iterator[Occasion | None]:
        """Where each is signed: a quarter at events, none at the empty one."""
        largest = self.size.largest.agreements
        weights = [self.chance.random() for _ in occasions]
        weights[LARGEST] = weights[EMPTY] = 0
        numbers = shares(self.size.agreements // 4 - largest, weights)
        numbers[LARGEST] = largest
        for occasion, number in zip(occasions, numbers, strict=True):
            yield from itertools.repeat(occasion, number)
        yield from itertools.repeat(None, self.size.agreements - sum(numbers))

    def _agreement(self, number: int, occasion: Occasion | None) -> Agreement:
        chance = self.chance
        instrument = chance.weighted(INSTRUMENTS)
        sides = self._sides(instrument, occasion)
        topic = chance.choice(self.topics)
        day = occasion.plan.first if occasion else chance.past(self.today)
        title = self._title(instrument, sides, topic)
        agreement = self.sheet.add(
            Agreement(
                **chance.said("title", title, 0.5),
                **chance.said("summary", chance.choice(words.table("sentences")), 0.4),
                **life.facts(chance, day, self.today),
                **self._place(occasion, sides[0].country),
                slug=f"{slugify(title[0])[:90]}-{number + 1}",
                instrument=instrument,
                entry_rule=chance.choice(["", "", EntryRule.ALL, EntryRule.DAY]),
                languages=chance.choice(LANGUAGES),
                originals=chance.choice([None, 2, 3]),
                is_published=chance.happens(0.96),
            )
        )
        if agreement.stage == Stage.CONCLUDED and chance.happens(0.6):
            agreement.sealed_at = timezone.make_aware(
                dt.datetime.combine(agreement.recorded_on, dt.time(9))
            )
        parties = self._parties(agreement, sides)
        contents.add(self.sheet, chance, agreement, parties, self.topics, self.today)
        contents.add_links(self.sheet, chance, agreement, self.keys)
        contents.add_promises(self.sheet, chance, agreement, sides, self.today)
        return agreement

    def _sides(self, instrument: str, occasion: Occasion | None) -> list[Side]:
        countries = self._countries(occasion)
        if instrument in BETWEEN_STATES:
            return [Side(code, None) for code in countries]
        sides = []
        for code in countries:
            bodies = self.people.bodies_of[code] or self.people.bodies
            body = self.chance.early_in(bodies)
            sides.append(Side(body.country, body))
        return sides

    def _countries(self, occasion: Occasion | None) -> list[str]:
        chance = self.chance
        number = 2 if chance.happens(0.9) else chance.randint(3, 6)
        if occasion:
            known = occasion.plan.countries
            return [known[0], *(chance.choice(known[1:] or known) for _ in range(number - 1))]
        if chance.happens(0.08):
            return chance.choice([["KZ", "EE"], ["EE", "KZ"]])
        chosen = (chance.weighted(words.COUNTRIES) for _ in range(number))
        return [*dict.fromkeys([*chosen, chance.choice([*words.COUNTRIES])])][:number]

    def _place(self, occasion: Occasion | None, code: str) -> dict:
        if occasion:
            city, code = occasion.plan.city, occasion.plan.countries[0]
            here = {"event": occasion.event, "session": occasion.ceremony}
        elif self.chance.happens(0.05):
            return {"is_online": True}
        else:
            city, here = words.city(code, self.chance.randrange(12)), {}
        return {**self.chance.said("city", city), "country": code, **here}

    def _title(self, instrument: str, sides: list[Side], topic: Topic) -> words.Texts:
        named = [side.name for side in sides[:2]]
        label = words.label(Instrument(instrument))
        pattern = "{}: {} – {}" if len(named) > 1 else "{}: {}"
        return words.joined(pattern + ", {}", label, *named, words.of(topic))

    def _parties(self, agreement: Agreement, sides: list[Side]) -> list[Party]:
        return [
            self._party(agreement, side, position, len(sides))
            for position, side in enumerate(sides)
        ]

    def _party(self, agreement: Agreement, side: Side, position: int, number: int) -> Party:
        chance = self.chance
        is_party = number < 3 or position < 2 or chance.happens(0.8)
        party = self.sheet.add(
            Party(
                agreement=agreement,
                institution_id=side.body.key if side.body else None,
                country="" if side.body else side.country,
                role=PartyRole.PARTY if is_party else chance.choice([*PartyRole]),
                reference=f"{chance.randint(1, 999)}/{agreement.recorded_on.year}",
                position=position,
            )
        )
        if chance.happens(0.9):
            self._signatory(agreement, party, side, position)
        return party

    def _signatory(self, agreement: Agreement, party: Party, side: Side, position: int) -> None:
        chance = self.chance
        own = self.persons_at[side.body.key] if side.body else []
        known = own or self.people.persons_of[side.country]
        if not known:
            return
        is_witness = chance.happens(0.03)
        self.sheet.add(
            Signatory(
                **chance.early_in(known).in_office,
                agreement=agreement,
                party=None if is_witness else party,
                role=SignatoryRole.WITNESSES if is_witness else SignatoryRole.SIGNS,
                authority=chance.choice(["", "", *Authority]),
                position=position,
            )
        )
