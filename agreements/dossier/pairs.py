"""Which countries have something with each other."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from agreements.choices import PartyRole
from agreements.dossier.sides import CountrySide, InstitutionSide, in_order
from delegations import naming
from delegations.naming import Reader
from delegations.tallies import tallies_of_countries, tallies_of_pairs
from forum.derived import catch_up
from forum.records.countries import choices_among, country_name
from forum.records.texts import alphabetical


@dataclass(frozen=True)
class Pair:
    """Two countries by their codes in order, and how many events and agreements they share."""

    codes: tuple[str, str]
    events: int
    agreements: int

    def get_absolute_url(self):
        return reverse("relation-pair", args=[code.lower() for code in self.codes])

    @cached_property
    def shown(self) -> list[str]:
        """The codes in the alphabetical order of their names."""
        return sorted(self.codes, key=lambda code: alphabetical(country_name(code)))

    @property
    def place(self) -> tuple:
        """Its place among the pairs: those with the most first."""
        names = [alphabetical(country_name(code)) for code in self.shown]
        return -self.events - self.agreements, names

    def partner_of(self, code: str) -> str:
        """The other country's code."""
        return next(other for other in self.codes if other != code)


@dataclass(frozen=True)
class Country:
    """A country by its code, and in how many events and agreements it has a part."""

    code: str
    name: str
    events: int
    agreements: int

    def get_absolute_url(self):
        return reverse("relation-country", args=[self.code.lower()])


def countries() -> list[Country]:
    """The countries that have something, in the alphabetical order of their names."""
    catch_up()
    counts = defaultdict(Counter)
    for code, kind, count in tallies_of_countries():
        counts[code][kind] = count
    return [
        Country(code, name, counts[code]["event"], counts[code]["agreement"])
        for code, name in choices_among(counts)
    ]


def pairs(code: str | None = None) -> list[Pair]:
    """The pairs of countries that have something, or of one country; the most first."""
    catch_up()
    counts = defaultdict(Counter)
    for country, other, kind, count in tallies_of_pairs(code):
        counts[country, other][kind] = count
    found = [Pair(codes, each["event"], each["agreement"]) for codes, each in counts.items()]
    return sorted(found, key=lambda pair: pair.place)


def of_parties(parties) -> list[tuple[str, str]]:
    """The dossiers that an agreement of two countries or institutions belongs to: (name, url).

    A depositary keeps the document and has no side in it.
    """
    parties = [party for party in parties if party.is_side and party.role != PartyRole.DEPOSITARY]
    named = [naming.party(party, Reader.VISITOR, None) for party in parties]
    codes = sorted({party.country for party in named} - {""})
    known = {naming.known(party.institution, Reader.VISITOR) for party in parties} - {None}
    institutions = sorted(known, key=lambda institution: institution.slug)
    found = []
    if len(codes) == 2:
        sides = in_order(map(CountrySide, codes))
        found.append((sides, Pair(tuple(codes), 0, 0).get_absolute_url()))
    if len(institutions) == 2:
        slugs = [institution.slug for institution in institutions]
        sides = in_order(map(InstitutionSide, institutions))
        found.append((sides, reverse("institution-relations", args=slugs)))
    return [(" – ".join(map(str, sides)), url) for sides, url in found]
