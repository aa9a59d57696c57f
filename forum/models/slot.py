import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum.models.record import Record


class TimeSlot(Record):
    """A time in an event's programme, as the clock on the wall of the event shows it.

    Times are stored as printed and read in the event's time zone, so that correcting the
    zone of an event corrects every instant and never a printed time.
    """

    day = models.DateField(
        _("day"),
        null=True,
        blank=True,
        help_text=_("The day of the programme, also for what happens after its midnight."),
    )
    starts_at = models.TimeField(
        _("from"), null=True, blank=True, help_text=_("Local time of the event, for example 10:00.")
    )
    ends_at = models.TimeField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("May be unknown. An end earlier than the start is on the next day."),
    )
    is_after_midnight = models.BooleanField(
        _("after midnight"),
        default=False,
        help_text=_("It starts after midnight but belongs to the programme of the day before."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False),
                name="%(app_label)s_%(class)s_end_needs_start",
                violation_error_message=_("A time at which it ends needs one at which it starts."),
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(day__isnull=False),
                name="%(app_label)s_%(class)s_time_needs_day",
                violation_error_message=_("A time needs its day."),
            ),
        ]

    @property
    def begins(self) -> dt.datetime | None:
        """The instant at which it starts, in the event's time zone."""
        if self.day is None or self.starts_at is None:
            return None
        if self.is_after_midnight and self.day == dt.date.max:
            return None
        day = self.day + dt.timedelta(days=int(self.is_after_midnight))
        return dt.datetime.combine(day, self.starts_at, tzinfo=self.event.tz)

    @property
    def finishes(self) -> dt.datetime | None:
        """The instant at which it ends, in the event's time zone."""
        begins = self.begins
        if begins is None or self.ends_at is None:
            return None
        next_day = dt.timedelta(days=int(self.ends_at < self.starts_at))
        if next_day and begins.date() == dt.date.max:
            return None
        return dt.datetime.combine(begins.date() + next_day, self.ends_at, tzinfo=self.event.tz)
