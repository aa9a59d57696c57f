"""Which countries have something with each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from django.urls import reverse

from agreements.choices import PartyRole
from agreements.dossier.sides import CountrySide, InstitutionSide, in_order
from agreements.models import Agreement
from delegations import naming
from delegations.attendance import events_of_country, sides_of_events
from delegations.naming import Reader
from forum.models import Event
from forum.records.countries import country_name
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


def pairs(code: str | None = None) -> list[Pair]:
    """The pairs of countries that have something, or of one country; the most first."""
    events, agreements = Event.objects.published(), Agreement.objects.published()
    if code:
        events, agreements = events_of_country(code), agreements.of_country(code)
    sides = agreements.order_by().with_sides().values_list("pk", "side")
    shared_events, shared_agreements = _shared(sides_of_events(events)), _shared(sides)
    found = [
        Pair(codes, shared_events[codes], shared_agreements[codes])
        for codes in {*shared_events, *shared_agreements}
        if code is None or code in codes
    ]
    return sorted(found, key=lambda pair: pair.place)


def _shared(rows: Iterable[tuple[int, str]]) -> Counter:
    """Map each pair of codes to how many records both occur in."""
    codes = defaultdict(set)
    for key, code in rows:
        if code:
            codes[key].add(code)
    return Counter(pair for each in codes.values() for pair in combinations(sorted(each), 2))


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
