"""What comes up, in parts that cost the same in any archive: what is late, months, what is quiet.

A part asks for one page of keys by their days, then for what due.py says of these alone.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from agreements.choices import ReminderKind
from agreements.life.months import add_months, end_of_month
from agreements.models import Agreement, Commitment, Round
from agreements.reminders.due import (
    MONTHS_AHEAD,
    PUBLIC_KINDS,
    Due,
    bring_people,
    days_of,
    dormant_since,
    everyone,
    open_commitments,
    place,
)
from forum.published import open_to

SIZE = 50
LATE, QUIET = "late", "quiet"
OF_PROMISES = (ReminderKind.DUE, ReminderKind.OVERDUE)
Key = tuple[dt.date, ReminderKind, int]


@dataclass(frozen=True)
class Reading:
    """Who reads on which day; whether only what that member of staff is reminded of."""

    user: object
    on: dt.date
    is_all: bool = False

    def rows(self, rows: QuerySet, subject: str) -> QuerySet:
        """Of these rows those that the reader may see or looks after, and is reminded of.

        The subject is the path to what rights are about.
        """
        agreement = "agreement" if rows.model in (Round, Commitment) else "pk"
        keepers = Agreement.keepers.through.objects.filter(agreement=OuterRef(agreement))
        kept = Exists(keepers.filter(user=self.user))
        model = Commitment if rows.model is Commitment else Agreement
        seen = Q(**{f"{subject}__in": open_to(self.user, model.objects.order_by()).values("pk")})
        rows = rows.filter(seen | Q(kept))
        if self.is_all:
            return rows
        is_staff = Exists(keepers.filter(user__is_active=True, user__is_staff=True))
        shared = ~Q(is_staff) if self.is_of_everyone else Q(pk__in=())
        return rows.filter(Q(kept) | shared)

    @cached_property
    def is_of_everyone(self) -> bool:
        """Whether the reader is reminded of what nobody looks after."""
        return self.user in everyone()

    @cached_property
    def periods(self) -> set[int]:
        return Round.objects.periods()


@dataclass(frozen=True)
class Part:
    """A page of one part, and whether there is more."""

    name: str
    dues: list[Due]
    page: int
    has_more: bool


def months(on: dt.date) -> list[dt.date]:
    """The first days of the months of a year from that day on."""
    first = on.replace(day=1)
    return [add_months(first, number) for number in range(MONTHS_AHEAD + 1)]


def part(name: str, reading: Reading, page: int = 1) -> Part:
    """A page of what is late or quiet, or of a month such as 2027-01."""
    return parts([name], reading, page)[0]


def parts(names: Iterable[str], reading: Reading, page: int = 1) -> list[Part]:
    """That page of several parts, whose records are read together."""
    start, stop = (page - 1) * SIZE, page * SIZE + 1
    found = {name: _keys(name, reading, stop)[start:] for name in names}
    shown = [key for keys in found.values() for key in keys[:SIZE]]
    dues: dict[Key, list[Due]] = defaultdict(list)
    for key, each in _dues(shown, reading.on):
        dues[key].append(each)
    bring_people(each for several in dues.values() for each in several)
    return [
        Part(
            name,
            sorted((each for key in keys[:SIZE] for each in dues[key]), key=place),
            page,
            len(keys) > SIZE,
        )
        for name, keys in found.items()
    ]


def _keys(name: str, reading: Reading, stop: int) -> list[Key]:
    """The beginning of a part, so far."""
    if name == QUIET:
        return _quiet(reading, stop)
    if name == LATE:
        return _late(reading, stop)
    return sorted(_of_month(reading, name, stop))[:stop]


def _quiet(reading: Reading, stop: int) -> list[Key]:
    """By their keys: sorted by their last day, all of them would have to be read."""
    rows = reading.rows(Agreement.objects.dormant(reading.on), "pk").order_by("pk")
    return [
        (dormant_since(last), ReminderKind.DORMANT, key)
        for last, key in rows.values_list("last_activity", "pk")[:stop]
    ]


def _late(reading: Reading, stop: int) -> list[Key]:
    rows = reading.rows(open_commitments().filter(due_on__lt=reading.on), "pk")
    keys = rows.order_by("due_on", "pk").values_list("due_on", "pk")[:stop]
    return [(day, ReminderKind.OVERDUE, key) for day, key in keys]


def _of_month(reading: Reading, name: str, stop: int) -> list[Key]:
    first = dt.date.fromisoformat(f"{name}-01")
    until = min(end_of_month(first), add_months(reading.on, MONTHS_AHEAD))
    since = max(first, reading.on)
    length = calendar.monthrange(first.year, first.month)[1]
    spans = dict.fromkeys(PUBLIC_KINDS, (since, until))
    rounds = Round.objects.within(spans, reading.periods)
    # The last day of a short month has all that is later in a long one.
    days = Q(day__gte=since.day)
    if since.day == length:
        days |= Q(day__gte=length)
    if until.day < length:
        days &= Q(day__lte=until.day)
    rows = reading.rows(rounds.filter(days), "agreement").order_by("day", "kind", "agreement")
    found = [
        (first.replace(day=min(day, length)), ReminderKind(kind), key)
        for day, kind, key in rows.values_list("day", "kind", "agreement")[:stop]
    ]
    promises = reading.rows(open_commitments().filter(due_on__range=(since, until)), "pk")
    days_of_promises = promises.order_by("due_on", "pk").values_list("due_on", "pk")[:stop]
    return found + [(day, ReminderKind.DUE, key) for day, key in days_of_promises]


def _dues(keys: list[Key], on: dt.date) -> Iterator[tuple[Key, Due]]:
    """What due.py says of these on that day."""
    promised = {key for _day, kind, key in keys if kind in OF_PROMISES}
    promises = open_commitments().in_bulk(promised) if promised else {}
    agreed = {key for _day, kind, key in keys if kind not in OF_PROMISES}
    agreements = Agreement.objects.filter(pk__in=agreed).with_status(on).with_facts()
    agreements = {each.pk: each for each in agreements.exclude(status=None)} if agreed else {}
    said = {key: {*days_of(each.facts(), on)} for key, each in agreements.items()}
    for key in keys:
        day, kind, subject = key
        if kind in PUBLIC_KINDS:
            yield from (
                (key, Due(kind, agreements[subject], met, (met - on).days))
                for each, met in said.get(subject, ())
                if each == kind and (met.year, met.month) == (day.year, day.month)
            )
        else:
            about = (promises if kind in OF_PROMISES else agreements)[subject]
            yield key, Due(kind, about, day, (day - on).days)
