"""Events, each with those who came and what is told of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from config.archive import around, programme, sides, words
from config.archive.bodies import People
from config.archive.chance import Chance
from config.archive.plans import EMPTY, LARGEST, Plan, Plans
from config.archive.sheet import Sheet
from config.archive.size import Size, shares
from delegations.models import Delegation, DelegationCitation, Meeting, Member, Speaker
from forum.choices import (
    AttendanceMode,
    DatePrecision,
    EventKind,
    EventStatus,
    Interpretation,
    PrecedenceRule,
    VisitKind,
)
from forum.models import (
    Attachment,
    Event,
    EventCitation,
    Figure,
    Series,
    Session,
    Source,
    Topic,
    Venue,
)
from forum.records.time_zones import zone_of

TOGETHER = 10
PAST = dict.fromkeys(EventStatus, 1) | {EventStatus.HELD: 95}
TO_COME = {
    EventStatus.PLANNED: 30,
    EventStatus.CONFIRMED: 30,
    EventStatus.POSTPONED: 1,
    EventStatus.CANCELLED: 1,
}


@dataclass(frozen=True)
class Occasion:
    """An event as the documents that are signed there need it."""

    event: Event
    plan: Plan
    ceremony: Session | None


class Events:
    """All events of an archive, some written at a time."""

    def __init__(self, size: Size, seed: object, people: People, today: dt.date):
        self.chance = Chance(f"{seed} events")
        self.size, self.people, self.today = size, people, today
        self.plans = Plans(size, self.chance, today)
        self.topics = [*Topic.objects.order_by("pk")]
        self.sheet = Sheet(
            *(Series, Venue, Source, Event, Session, Figure, Attachment, EventCitation),
            *(Delegation, Member, Speaker, Meeting, DelegationCitation),
        )

    def make(self, tell: Callable) -> list[Occasion]:
        series = [self._series(number) for number in range(self.size.events // 15 + 1)]
        self.buildings, self.rooms = around.add_venues(self.sheet, self.chance, self.size)
        self.sheet.write()
        for each in series:
            self.plans.begin_series(each)
        members, occasions = self._members(), []
        for start in range(0, self.size.events, TOGETHER):
            numbers = range(start, min(start + TOGETHER, self.size.events))
            occasions += [self._occasion(number, members[number]) for number in numbers]
            self.sheet.write()
            tell("events", numbers.stop, self.size.events)
        return occasions

    def _series(self, number: int) -> Series:
        title = self.chance.choice(words.table("titles", EventKind.FORUM))
        name = words.joined("{} № {}", title, number + 1)
        return self.sheet.add(Series(**self.chance.said("name", name), slug=f"series-{number + 1}"))

    def _members(self) -> list[int]:
        """How many come to each."""
        largest = self.size.largest.members
        weights = [self.chance.expovariate(1) + 0.05 for _ in range(2, self.size.events)]
        return [largest, 0, *shares(self.size.members - largest, weights)]

    def _occasion(self, number: int, members: int) -> Occasion:
        plan = self.plans.next(number)
        event = self._event(plan)
        self.plans.remember(plan, event)
        if number == EMPTY:
            return Occasion(event, plan, None)
        largest = self.size.largest if number == LARGEST else None
        delegations = largest.delegations if largest else len(plan.countries) + self.chance.about(3)
        items = largest.items if largest else min(self.chance.about(8), 80)
        row = self.sheet, self.chance, event, plan
        persons = sides.add(*row, self.people, members, delegations)
        ceremony = programme.add(*row, persons, self._rooms(number), items)
        around.add(*row)
        return Occasion(event, plan, ceremony)

    def _rooms(self, number: int) -> list[Venue]:
        if number == LARGEST:
            return self.rooms[: self.size.largest.rooms]
        start = self.chance.randrange(len(self.rooms))
        return self.rooms[start : start + self.chance.randint(1, 3)]

    def _event(self, plan: Plan) -> Event:
        chance, host = self.chance, plan.countries[0]
        is_past = plan.first <= self.today
        event = self.sheet.add(
            Event(
                **chance.said("title", plan.title),
                **chance.said("city", plan.city, 0.8),
                **chance.said("theme", words.of(chance.choice(self.topics)), 0.3),
                **chance.said("summary", chance.choice(words.table("sentences")), 0.5),
                **chance.said("description", self._text(), 0.4),
                **self._dates(plan),
                slug=f"{slugify(plan.title[0])[:90]}-{plan.number + 1}",
                kind=plan.kind,
                visit_kind=chance.choice([*VisitKind]) if plan.kind == EventKind.VISIT else "",
                parent=plan.parent,
                series=plan.series,
                edition=plan.edition,
                status=chance.weighted(PAST if is_past else TO_COME),
                time_zone=zone_of(host, *plan.city) or "UTC",
                attendance_mode=chance.choice(["", *AttendanceMode]),
                interpretation=chance.choice(["", *Interpretation]),
                venue=chance.choice(self.buildings),
                country=host,
                languages=chance.choice(["en", "ru, kk", "et, en", "kk, ru, en", ""]),
                precedence_rule=chance.choice([*PrecedenceRule]),
                is_published=plan.number in (LARGEST, EMPTY) or chance.happens(0.95),
            )
        )
        self.sheet.tie(event, "topics", chance.sample(self.topics, 2))
        return event

    def _dates(self, plan: Plan) -> dict:
        dated = self.chance.dated("starts_on", plan.first)
        if plan.number == LARGEST:
            dated = {"starts_on": plan.first, "starts_on_precision": DatePrecision.DAY}
        precision = dated.pop("starts_on_precision")
        has_end = plan.length > 1 and precision == DatePrecision.DAY
        ends = {"ends_on": plan.days[-1]} if has_end else {}
        return {"date_precision": precision, **dated, **ends}

    def _text(self) -> words.Texts:
        return words.joined("{}\n\n{}", *self.chance.sample(words.table("sentences"), 2))
