"""Rows that say who has a part in which record, and how many of these two countries share.

A record of a kind (`of`) has rows of the same form in a model of its own: (record, country,
institution, year). The rows of some records are put in their place, and what that changes is added
to the tallies: none is ever counted anew, whatever there is of it.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from django.db.models import Q, Sum

from delegations.models import Tally

# The record, its country, the institution that a row is about, and the year.
Part = tuple[int, str, int | None, int]


def year_of(day: dt.date | None) -> int:
    return day.year if day else 0


def put_in_place(model, of: str, keys: Iterable[int], parts: set[Part]) -> None:
    """Write what is new among the rows of these records, and remove what is no longer true."""
    stored = dict(_parts(model.objects.filter(**{f"{of}__in": keys}), of, "pk"))
    gone, new = {*stored} - parts, parts - {*stored}
    if not (gone or new):
        return
    model.objects.filter(pk__in=[stored[part] for part in gone]).delete()
    columns = (f"{of}_id", "country", "institution_id", "year")
    rows = sorted(new, key=str)
    model.objects.bulk_create([model(**dict(zip(columns, part, strict=True))) for part in rows])
    _add(of, counted(parts), counted(stored))


def recount(model, of: str, records) -> None:
    """Remove the rows of what is no longer there, and count all others."""
    model.objects.exclude(**{f"{of}__in": records.order_by().values("pk")}).delete()
    Tally.objects.filter(kind=of).delete()
    _add(of, counted(part for part, _key in _parts(model.objects.all(), of, "pk")), Counter())


def _parts(rows, of: str, key: str):
    for row in rows.order_by().values_list(of, "country", "institution", "year", key).iterator():
        yield row[:-1], row[-1]


def counted(parts: Iterable[Part]) -> Counter:
    """How many of the records each country, and each two, have a part in, by year."""
    countries = defaultdict(set)
    for record, country, _institution, year in parts:
        if country:
            countries[record, year].add(country)
    return Counter(
        (*pair, year)
        for (_record, year), codes in countries.items()
        for pair in [*((code, "") for code in codes), *combinations(sorted(codes), 2)]
    )


def _add(kind: str, now: Counter, before: Counter) -> None:
    changes = {key: now[key] - before[key] for key in now | before if now[key] != before[key]}
    if not changes:
        return
    codes = {code for country, other, _year in changes for code in (country, other)}
    rows = Tally.objects.filter(kind=kind, country__in=codes, other__in=codes)
    known = {(row.country, row.other, row.year): row for row in rows}
    new = []
    for (country, other, year), change in changes.items():
        row = known.get((country, other, year))
        if row is None:
            new.append(Tally(kind=kind, country=country, other=other, year=year, count=change))
        else:
            row.count += change
    Tally.objects.bulk_create(new, batch_size=500)
    kept = [known[key] for key in changes if key in known]
    Tally.objects.bulk_update([row for row in kept if row.count], ["count"], batch_size=200)
    Tally.objects.filter(pk__in=[row.pk for row in kept if not row.count]).delete()


def tallies(*codes: str):
    """The tallies of one country, or of two together: (kind, year, count)."""
    country, other = (*sorted(codes), "")[:2]
    rows = Tally.objects.filter(country=country, other=other)
    return rows.order_by().values_list("kind", "year", "count")


def tallies_of_pairs(code: str | None = None):
    """What two countries share: (country, other, kind, count); if one is given, with each other."""
    rows = Tally.objects.exclude(other="")
    rows = rows.filter(Q(country=code) | Q(other=code)) if code else rows
    return _of_all_years(rows, "country", "other", "kind")


def tallies_of_countries():
    """What each country has with whomever: (country, kind, count)."""
    return _of_all_years(Tally.objects.filter(other=""), "country", "kind")


def _of_all_years(rows, *columns: str):
    return rows.order_by().values_list(*columns).annotate(Sum("count"))
