"""How what an article says is worded in records: what everybody knows, in all languages."""

from functools import cached_property

from config.desk.article.archive import cities
from delegations.models import Appointment, CommonOffice, Institution, OfficeRank, Official
from forum.records.translated import columns
from forum.search.words import fold, folded


class Wording:
    """Texts of an article's language as the columns of records."""

    def __init__(self, language: str):
        self.language = language

    def text(self, name: str, value: str) -> dict[str, str]:
        return {f"{name}_{self.language}": value} if value else {}

    def office(self, written: str) -> dict:
        """An office in the article's language, with the rank of the common one within it.

        “Minister of Education of Latvia” has that of a minister; what is a common office as it
        stands is completed by the record itself.
        """
        plain = _plain(written)
        within = [form for form in self._ranks if form != plain and f" {form} " in f" {plain} "]
        rank = {"rank": self._ranks[max(within, key=len)]} if within else {}
        return self.text("office", written) | rank

    @cached_property
    def _ranks(self) -> dict[str, OfficeRank]:
        offices = CommonOffice.objects.exclude(rank=None).select_related("rank").order_by("-pk")
        return {_plain(form): office.rank for office in offices for form in office.forms}

    def held(
        self, official: Official, body: Institution | None, written: str
    ) -> Appointment | None:
        """The office on record that is meant: of that person, at that institution."""
        if official.pk is None or not written:
            return None
        for appointment in official.appointments.filter(institution=body).order_by("pk"):
            offices = [getattr(appointment, column) for column in columns("office")]
            if any(each and _plain(each) == _plain(written) for each in offices):
                return appointment
        return None

    def names_of(self, official: Official) -> set[str]:
        own = {getattr(official, column) for column in columns("name")}
        return own | set(official.names.values_list("text", flat=True))

    @cached_property
    def _cities(self) -> dict[tuple[str, str], dict[str, str]]:
        return {
            (city.country, fold(name)): dict(city.names)
            for city in cities().values()
            for name in city.names.values()
            if name
        }

    def city(self, written: str, country: str) -> dict[str, str]:
        """A city in all languages in which it is known."""
        known = self._cities.get((country, fold(written)), {})
        named = {f"city_{code}": name for code, name in known.items() if name}
        return named | self.text("city", written)


def _plain(text: str) -> str:
    return " ".join(folded(text))
