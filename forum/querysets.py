from __future__ import annotations

import datetime as dt

from django.db import NotSupportedError, models, transaction
from django.db.models import Case, F, Q, When
from django.db.models.expressions import RawSQL
from django.utils import timezone

from forum.choices import DatePrecision, EventStatus, FigureKind, Visibility
from forum.derived import changing, created
from forum.search.fulltext import expression, matching_sql
from forum.search.words import Term

UNDECIDED = (EventStatus.PLANNED, EventStatus.CONFIRMED)
DOCUMENT_FIGURES = (FigureKind.DOCUMENTS_ANNOUNCED, FigureKind.DOCUMENTS_SIGNED)

SESSION_ORDER = (
    F("day").asc(nulls_last=True),
    "is_after_midnight",
    F("starts_at").asc(nulls_last=True),
    "position",
    "pk",
)


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
        to_come = to_come.alias(waits=waits, comes_by=_certain_by())
        return to_come.order_by("waits", F("comes_by").asc(nulls_last=True), "pk")

    def past(self, on: dt.date | None = None) -> EventQuerySet:
        """Events over before the given day, or held on a day not known, newest first."""
        on = on or timezone.localdate()
        undated = Q(starts_on__isnull=True, status=EventStatus.HELD)
        over = self.filter(undated | Q(starts_on__isnull=False) & ~_reaches(on))
        return over.exclude(status=EventStatus.POSTPONED).newest_first()

    def in_time(self) -> EventQuerySet:
        """By their first day; those without a known date follow."""
        return self.order_by(F("starts_on").asc(nulls_last=True), "pk")

    def newest_first(self) -> EventQuerySet:
        return self.order_by(F("starts_on").desc(nulls_last=True), "-pk")

    def for_listing(self) -> EventQuerySet:
        return self.select_related("series", "venue")


class SessionQuerySet(RecordQuerySet):
    def public(self) -> SessionQuerySet:
        """What any visitor may read: public items that stand under no hidden one."""
        hidden = [Visibility.PARTICIPANTS, Visibility.INTERNAL]
        visible = self.exclude(visibility__in=hidden)
        for depth in range(1, self.model.MAX_DEPTH):
            visible = visible.exclude(**{"parent__" * depth + "visibility__in": hidden})
        return visible

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


class SearchEntryQuerySet(models.QuerySet):
    def matching(self, terms: list[Term], *, staff: bool = False) -> SearchEntryQuerySet:
        """Entries that have every term, in any spelling; only staff search unpublished words."""
        if not terms:
            return self.none()
        return self.filter(pk__in=RawSQL(matching_sql(), [expression(terms, staff=staff)]))  # noqa: S611
