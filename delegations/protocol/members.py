"""What sets the place of the members of an event, read as plain facts."""

import datetime as dt
from collections import defaultdict, namedtuple
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db.models import QuerySet

from delegations.models import Appointment, Delegation, Member, OfficeRank, OfficialName
from delegations.naming import Reader
from delegations.offices import NEVER, PartialDate
from delegations.protocol.facts import MemberFact, Office
from forum.models import Event
from forum.prepared import prepared
from forum.records.texts import LANGUAGES, text_in
from forum.records.translated import columns

Row = namedtuple(
    "Row",
    [
        *("pk", "delegation", "function", "place", "position", "accompanies", "capacity"),
        *("rank", "also_rank", "institution", "also_institution", "appointment"),
        *("official", "official__is_published", "name_as_printed"),
        "institution__is_published",
        *columns("office", "institution__name", "official__name", "official__sort_name"),
    ],
)


class Held(NamedTuple):
    """An office on record, by which it is known since when somebody holds it."""

    pk: int
    official: int
    institution: int | None
    rank: int | None
    capacity: str
    starts_on: dt.date | None
    starts_on_precision: str
    ends_on: dt.date | None

    @property
    def since(self) -> PartialDate:
        return PartialDate(self.starts_on, self.starts_on_precision)

    def is_of(self, day: dt.date | None) -> bool:
        begun = day is None or self.starts_on is None or self.starts_on <= day
        return begun and (day is None or self.ends_on is None or self.ends_on >= day)


@prepared
def _all_rows(event: int) -> QuerySet:
    return _of(event, Member.objects.coming())


@prepared
def _listed_rows(event: int) -> QuerySet:
    return _of(event, Member.objects.listed())


def _of(event: int, members: QuerySet) -> QuerySet:
    came = Delegation.objects.filter(event=event).present()
    rows = members.filter(delegation__in=came.values("pk")).order_by()
    return rows.values_list(*Row._fields)


@prepared
def _held_by_members(event: int) -> QuerySet:
    members = Member.objects.filter(delegation__event=event)
    held = Appointment.objects.filter(official__in=members.values("official")).order_by()
    return held.values_list(*Held._fields)


@prepared
def _ranks() -> QuerySet:
    return OfficeRank.objects.order_by()


@prepared
def _names(event: int, language: str) -> QuerySet:
    members = Member.objects.filter(delegation__event=event)
    names = OfficialName.objects.filter(official__in=members.values("official"), language=language)
    return names.order_by("-is_preferred", "-pk").values_list("official", "text")


def facts_of_members(event: Event, reader: Reader) -> dict[int, list[MemberFact]]:
    """The members whom the reader may see, of each delegation of the event."""
    rows = _all_rows(event.pk) if reader is Reader.STAFF else _listed_rows(event.pk)
    day = event.days[0] if event.days else None
    held = defaultdict(list)
    for each in map(Held._make, _held_by_members(event.pk)):
        held[each.official].append(each)
    ranks = {rank.pk: rank for rank in _ranks()}
    language = event.precedence_language or "en"
    spelled = {} if language in LANGUAGES else dict(_names(event.pk, language))
    found = defaultdict(list)
    for row in map(Row._make, rows):
        found[row.delegation].append(
            MemberFact(
                key=row.pk,
                name=spelled.get(row.official) or _name(row, language),
                place=row.place,
                beside=row.accompanies,
                is_told=reader is Reader.STAFF or _is_told(row),
                function=row.function,
                offices=tuple(_offices(row, ranks, held[row.official], day)),
                number=row.position,
            )
        )
    return found


def _is_told(row: Row) -> bool:
    """Whether visitors may know the person's name, and what is on record of them."""
    body = row.institution is None or bool(row.institution__is_published)
    return body and (row.official is None or bool(row.official__is_published))


def _name(row: Row, language: str) -> str:
    """By which somebody stands in the alphabet; who has no name stands by office and body."""
    name = text_in(row, language, "official__sort_name", "official__name")[0]
    roles = (text_in(row, language, field)[0] for field in ("office", "institution__name"))
    return name or row.name_as_printed or ", ".join(filter(None, roles))


def _offices(
    row: Row, ranks: Mapping[int, OfficeRank], held: Iterable[Held], day: dt.date | None
) -> Iterable[Office]:
    """The office for the event, and the second if there is one, each with its rank as copied."""
    chosen = next((each for each in held if each.pk == row.appointment), None)
    first = chosen or _likely(held, row.rank, row.institution, day)
    second = _likely(held, row.also_rank, row.also_institution, day)
    offices = [(row.rank, row.capacity, first)]
    if row.also_rank:
        offices.append((row.also_rank, second.capacity if second else "", second))
    for key, capacity, known in offices:
        rank = ranks.get(key)
        yield Office(
            weight=rank.weight if rank else None,
            rank=str(rank) if rank else "",
            capacity=capacity,
            since=known.since if known else NEVER,
        )


def _likely(
    held: Iterable[Held], rank: int | None, body: int | None, day: dt.date | None
) -> Held | None:
    """The one office of that rank and body that was held on the day, if there is just one."""
    alike = [each for each in held if (each.rank, each.institution) == (rank, body)]
    found = [each for each in alike if each.is_of(day)] if rank else []
    return found[0] if len(found) == 1 else None
