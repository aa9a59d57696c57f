from __future__ import annotations

import datetime as dt

from django.db import NotSupportedError, models, transaction
from django.db.models import Case, F, Q, When
from django.utils import timezone

from forum.choices import DatePrecision, EventStatus, FigureKind, Visibility
from forum.derived import changing, created
from forum.records.paging import Column, Order, latest_first

UNDECIDED = (EventStatus.PLANNED, EventStatus.CONFIRMED)
DOCUMENT_FIGURES = (FigureKind.DOCUMENTS_ANNOUNCED, FigureKind.DOCUMENTS_SIGNED)

# Of anything with a day and a clock: what is not known yet stands last, on either database.
BY_CLOCK = (
    F("day").asc(nulls_last=True),
    "is_after_midnight",
    F("starts_at").asc(nulls_last=True),
)
SESSION_ORDER = (*BY_CLOCK, "position", "pk")

NEWEST_FIRST = latest_first("starts_on")
SOONEST_FIRST = Order((Column("waits"), Column("comes_by", can_be_null=True)))


def of_any(model: type[models.Model], **parts: Q) -> Q:
    """Rows of a model that are of any of these parts of it, each with what tells which.

    Each part is asked for by itself, by an index: one condition over several joined tables reads
    every row there is.
    """
    found = Q()
    for name, told in parts.items():
        rows = model._meta.get_field(name).related_model._default_manager.filter(told)
        found |= Q(**{f"{name}__in": rows.order_by().values("pk")})
    return found


class RecordQuerySet(models.QuerySet):
    """Rows that others are derived from: changed in bulk, they mark those as stale too."""

    def update(self, **values) -> int:
        with changing(self):
            return super().update(**values)

    # bulk_update() goes through update().

    def bulk_create(self, objs, *args, **options) -> list:
        if options.get("ignore_conflicts"):
            raise NotSupportedError("What was left out cannot be told from what was written.")
        with transaction.atomic(savepoint=False):
            rows = super().bulk_create(objs, *args, **options)
            created(rows)
            return rows


class PublishableQuerySet(RecordQuerySet):
    def published(self) -> PublishableQuerySet:
        return self.filter(is_published=True)


def _certain_by() -> Case:
    """The day by which an event has begun for certain, as far as its day is known."""
    length = {DatePrecision.MONTH: dt.timedelta(27), DatePrecision.YEAR: dt.timedelta(364)}
    begun = [
        When(date_precision=precision, then=F("starts_on") + days)
        for precision, days in length.items()
    ]
    return Case(*begun, default=F("starts_on"), output_field=models.DateField())


def _reaches(on: dt.date) -> Q:
    """Events whose last day, as far as it is known, is that day or later."""
    first_days = {
        DatePrecision.DAY: on,
        DatePrecision.MONTH: on.replace(day=1),
        DatePrecision.YEAR: on.replace(month=1, day=1),
    }
    condition = Q(ends_on__isnull=False, ends_on__gte=on)
    for precision, first_day in first_days.items():
        condition |= Q(
            ends_on__isnull=True,
            date_precision=precision,
            starts_on__isnull=False,
            starts_on__gte=first_day,
        )
    return condition


def _has_day() -> Q:
    return Q(starts_on__isnull=False) | Q(ends_on__isnull=False)


class EventQuerySet(PublishableQuerySet):
    def upcoming(self, on: dt.date | None = None) -> EventQuerySet:
        """Events not yet over on the given day or without a date, soonest first.

        What is postponed has no day any more: it stands last, whatever day was said of it. Of a
        month or a year only its last day is certain.
        """
        on = on or timezone.localdate()
        undated = Q(starts_on__isnull=True, status__in=UNDECIDED)
        waits = Q(status=EventStatus.POSTPONED)
        to_come = self.filter(undated | waits | _reaches(on))
        to_come = to_come.exclude(status=EventStatus.CANCELLED)
        return to_come.with_coming().order_by(*SOONEST_FIRST.by())

    def with_coming(self) -> EventQuerySet:
        """Annotate what SOONEST_FIRST reads."""
        return self.annotate(waits=Q(status=EventStatus.POSTPONED), comes_by=_certain_by())

    def past(self, on: dt.date | None = None) -> EventQuerySet:
        """Events over before the given day, or held on a day not known, newest first."""
        on = on or timezone.localdate()
        undated = Q(starts_on__isnull=True, status=EventStatus.HELD)
        over = self.filter(undated | Q(starts_on__isnull=False) & ~_reaches(on))
        return over.exclude(status=EventStatus.POSTPONED).newest_first()

    def ended(self, on: dt.date) -> EventQuerySet:
        """Events of which every day, as far as it is known, is before the given one."""
        return self.exclude(status=EventStatus.POSTPONED).filter(_has_day()).exclude(_reaches(on))

    def without_end(self) -> EventQuerySet:
        """Events that no day ends: they wait for one, or none is known."""
        return self.filter(Q(status=EventStatus.POSTPONED) | ~_has_day())

    def in_time(self) -> EventQuerySet:
        """By their first day; those without a known date follow."""
        return self.order_by(F("starts_on").asc(nulls_last=True), "pk")

    def newest_first(self) -> EventQuerySet:
        return self.order_by(*NEWEST_FIRST.by())

    def for_listing(self) -> EventQuerySet:
        return self.select_related("series", "venue")


def is_public(session: type[models.Model], path: str = "") -> Q:
    """Whether the item of a programme there is public and stands under no hidden one."""
    return _is_seen(session, (Visibility.PARTICIPANTS, Visibility.INTERNAL), path)


def _is_seen(session: type[models.Model], hidden: tuple[str, ...], path: str = "") -> Q:
    places = (path + "parent__" * depth for depth in range(session.MAX_DEPTH))
    return Q(*(~Q(**{f"{place}visibility__in": hidden}) for place in places))


class SessionQuerySet(RecordQuerySet):
    def public(self) -> SessionQuerySet:
        """What any visitor may read."""
        return self.filter(is_public(self.model))

    def for_participants(self) -> SessionQuerySet:
        """What those who are invited may read: all but what is internal, and what is under it."""
        return self.filter(_is_seen(self.model, (Visibility.INTERNAL,)))

    def in_order(self) -> SessionQuerySet:
        """By programme day and clock; items without a time follow in the order of the list."""
        return self.order_by(*SESSION_ORDER)


class AttachmentQuerySet(models.QuerySet):
    def public(self) -> AttachmentQuerySet:
        """What any visitor may open; of an item of the programme only if they may read that."""
        items = self.model._meta.get_field("session").related_model.objects.public()
        of_visible = Q(session__isnull=True) | Q(session__in=items.order_by().values("pk"))
        return self.filter(of_visible, is_public=True)


class FigureQuerySet(models.QuerySet):
    def for_reading(self) -> FigureQuerySet:
        """With who stated them, and of which event."""
        return self.select_related("source", "event")

    def about_documents(self) -> FigureQuerySet:
        """How many documents were announced and signed, as somebody said."""
        return self.filter(kind__in=DOCUMENT_FIGURES)

    def besides_documents(self) -> FigureQuerySet:
        return self.exclude(kind__in=DOCUMENT_FIGURES)
