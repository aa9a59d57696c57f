"""The register in figures: what its pictures count of each agreement, kept like its facets."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.db.models.functions import ExtractYear

from agreements import charts
from agreements.choices import Status
from agreements.models import Period, Side
from forum.search.facets import Facet

NO_YEAR = NO_COUNTRY = "none"
JANUARY_1 = (1, 1)


@dataclass(frozen=True)
class YearAndGroup(Facet):
    """In which year an agreement was concluded, with the group of its status today."""

    def questions(self, records, keys):
        rows = records.with_status().annotate(year=ExtractYear("concluded_on")).order_by()
        return [rows.values_list("pk", "year", "status")]

    def pairs(self, rows):
        for key, year, status in rows:
            yield key, f"{year or NO_YEAR}:{charts.group_of(status)}"


@dataclass(frozen=True)
class InForce(Facet):
    """The first years on whose 1 January an agreement is in force, and is so no more."""

    def questions(self, records, keys):
        rows = Period.objects.filter(agreement__in=keys).order_by("agreement", "first_on")
        return [rows.values_list("agreement", "status", "first_on", "last_on", "expires_on")]

    def pairs(self, rows):
        ended: dict[int, int] = {}
        found = set()
        for key, *period in rows:
            first, beyond = _januaries(*period)
            if first >= beyond:
                continue
            # What goes on without a gap is one stretch.
            if ended.get(key) == first:
                found.remove((key, f"{first}-"))
            else:
                found.add((key, f"{first}+"))
            found.add((key, f"{beyond}-"))
            ended[key] = beyond
        return found


def _januaries(status: str, first: dt.date, last: dt.date, expires: dt.date | None):
    """The first year at whose beginning a period counts as in force, and the one after the last."""
    if status != Status.IN_FORCE:
        if expires is None:
            return dt.MAXYEAR, 0
        warned_on = expires - dt.timedelta(settings.EXPIRING_DAYS)
        first = max(first, warned_on)
    is_at_once = (first.month, first.day) == JANUARY_1
    return first.year if is_at_once else first.year + 1, last.year + 1


@dataclass(frozen=True)
class WithoutCountry(Facet):
    """That an agreement names no country."""

    def questions(self, records, keys):
        named = Side.objects.filter(agreement=OuterRef("pk"), country__gt="")
        return [records.filter(~Exists(named)).order_by().values_list("pk", flat=True)]

    def pairs(self, keys):
        return ((key, NO_COUNTRY) for key in keys)


YEAR_AND_GROUP = YearAndGroup("year-and-group", "", "")
IN_FORCE = InForce("in-force", "", "")
WITHOUT_COUNTRY = WithoutCountry("without-country", "", "")


def by_year(numbers: list[tuple[str, int]]) -> dict:
    parted = [(*value.split(":"), count) for value, count in numbers]
    years = ((None if y == NO_YEAR else int(y), group, count) for y, group, count in parted)
    return charts.by_year_and_group(years)


def by_country(numbers: list[tuple[str, int]], without: list[tuple[str, int]]) -> dict:
    return charts.by_country(dict(numbers), dict(without).get(NO_COUNTRY, 0))


def in_force_over_time(numbers: list[tuple[str, int]], on: dt.date) -> dict | None:
    changes: Counter[int] = Counter()
    for value, count in numbers:
        changes[int(value[:-1])] += count if value.endswith("+") else -count
    return charts.in_force_over_time(changes, on)


def of_register(register) -> dict:
    """The pictures of a register; of too many agreements to count them, none."""
    if register.is_many:
        return {}
    return {
        "years": by_year(register.numbers(YEAR_AND_GROUP))
        if register.is_today
        else charts.by_year(register.records, register.on),
        "in_force": in_force_over_time(register.numbers(IN_FORCE), register.on),
        "fields": charts.by_field(register.fields()),
    }
