from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from forum.models.record import Record


class Unavailable(Record):
    """A time in which somebody cannot come, or a place cannot be used; one end may be open."""

    starts_at = models.DateTimeField(
        _("since"), null=True, blank=True, help_text=_("Day and time. Empty: until it ends.")
    )
    ends_at = models.DateTimeField(
        _("until"), null=True, blank=True, help_text=_("Day and time. Empty: from then on.")
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True, help_text=_("Never public."))

    class Meta:
        abstract = True
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__isnull=False) | Q(ends_at__isnull=False),
                name="%(app_label)s_%(class)s_has_an_end",
                violation_error_message=_("Say since when, or until when."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True)
                | Q(starts_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]
