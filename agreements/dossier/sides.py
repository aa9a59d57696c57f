"""The sides that a dossier is about: countries and institutions."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from agreements.models import Agreement, Side
from delegations.models import Attendance
from delegations.models.representation import BODIES
from delegations.querysets import is_of_side
from forum.models import Event
from forum.records.countries import country_name
from forum.records.texts import alphabetical, said

# Where it stands who has a part in what.
PARTS = {Event: Attendance, Agreement: Side}


@dataclass(frozen=True)
class CountrySide:
    """A country, by its code in capitals."""

    code: str

    def __str__(self):
        return country_name(self.code)

    def get_absolute_url(self):
        return reverse("relation-country", args=[self.code.lower()])

    def parts(self, model) -> QuerySet:
        """The rows that say of which events or agreements it is a part."""
        return PARTS[model].objects.filter(country=self.code, institution=None)

    def came(self, path: str) -> Q:
        """Who came for the country or for an institution there, by the lookup of the row."""
        # A speaker or member names no country; only the delegation does.
        found = Q(**{f"{path}country": self.code}) if path else Q()
        for body in _bodies(path):
            found |= is_of_side(self.code, f"{body}__") & Q(**{f"{body}__is_published": True})
        return found


@dataclass(frozen=True)
class InstitutionSide:
    """A published institution."""

    institution: object

    def __str__(self):
        return said(self.institution, "name")

    @property
    def code(self) -> str:
        return self.institution.side

    def get_absolute_url(self):
        return self.institution.get_absolute_url()

    def parts(self, model) -> QuerySet:
        return PARTS[model].objects.filter(institution=self.institution)

    def came(self, path: str) -> Q:
        found = Q()
        for body in _bodies(path):
            found |= Q(**{body: self.institution})
        return found


def _bodies(path: str) -> tuple[str, ...]:
    """The lookups of whom a delegation, or else a person who may come for two, comes for."""
    return (f"{path}institution",) if path else BODIES


def in_order(sides: Iterable[CountrySide | InstitutionSide]) -> list:
    """The sides in the alphabetical order of their names; their addresses have another one."""
    return sorted(sides, key=lambda side: alphabetical(str(side)))
