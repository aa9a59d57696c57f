from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from delegations.choices import MeetingStatus
from delegations.querysets import MeetingQuerySet
from forum.models import TimeSlot
from forum.records.constraints import one_of
from forum.records.fields import changed_field, languages_field
from forum.records.paging import OrderIndex, latest_first
from forum.records.translated import TranslatedField


class Meeting(TimeSlot):
    """A bilateral meeting between two delegations of one event."""

    requested_by = models.ForeignKey(
        "delegations.Delegation",
        on_delete=models.CASCADE,
        related_name="meetings_requested",
        verbose_name=_("requested by"),
    )
    counterpart = models.ForeignKey(
        "delegations.Delegation",
        on_delete=models.CASCADE,
        related_name="meetings_offered",
        verbose_name=_("counterpart"),
    )
    topic = TranslatedField(models.CharField(_("topic"), max_length=300, blank=True))
    status = models.CharField(
        _("status"), max_length=20, choices=MeetingStatus, default=MeetingStatus.REQUESTED
    )
    venue = models.ForeignKey(
        "forum.Venue",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("venue"),
    )
    languages = languages_field()
    attendees = models.ManyToManyField(
        "delegations.Member", blank=True, related_name="meetings", verbose_name=_("attendees")
    )
    brief = models.TextField(_("brief"), blank=True, help_text=_("Never public."))
    changed_at = changed_field()

    objects = MeetingQuerySet.as_manager()

    class Meta(TimeSlot.Meta):
        ordering = ["day", "is_after_midnight", "starts_at", "pk"]
        # The list of staff.
        indexes = [OrderIndex(*latest_first("day").by(), name="delegations_latest_meetings")]
        verbose_name = _("bilateral meeting")
        verbose_name_plural = _("bilateral meetings")
        permissions = [("view_brief", _("See and change briefs of meetings"))]
        constraints = [
            *TimeSlot.Meta.constraints,
            one_of("status", MeetingStatus),
            models.CheckConstraint(
                condition=~Q(requested_by=F("counterpart")),
                name="delegations_meeting_two_delegations",
                violation_error_message=_("A delegation cannot meet itself."),
            ),
        ]

    def __str__(self):
        return f"{self.requested_by} – {self.counterpart}"

    @property
    def event(self):
        return self.requested_by.event

    def clean(self):
        """Raise ValidationError if the two delegations are not at the same event."""
        if not (self.requested_by_id and self.counterpart_id):
            return
        if self.requested_by.event_id != self.counterpart.event_id:
            raise ValidationError({"counterpart": _("That delegation is at another event.")})
