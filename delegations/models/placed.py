from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delegations.models.remembering import Remembering
from forum.history.author import author


class Placed(Remembering):
    """What has its place by a rule, unless protocol gives it one by hand, for a reason.

    Visitors are told that it was placed by protocol, staff also why, by whom and when. The author
    is kept as text, for longer than an account.
    """

    place = models.PositiveSmallIntegerField(
        _("place by hand"),
        null=True,
        blank=True,
        help_text=_("1 is the first. Empty: by the rule of the event."),
    )
    place_reason = models.CharField(
        _("reason for the place"), max_length=300, blank=True, help_text=_("Never public.")
    )
    placed_by = models.CharField(_("placed by"), max_length=200, blank=True, editable=False)
    placed_at = models.DateTimeField(_("placed at"), null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(place__isnull=True, place_reason="")
                | Q(place__isnull=False, place__gte=1, place_reason__gt=""),
                name="%(app_label)s_%(class)s_place_has_reason",
                violation_error_message=_(
                    "A place by hand is 1 or more and needs a reason, and a reason needs a place."
                ),
            )
        ]

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None and self.has_new("place", "place_reason"):
            is_placed = self.place is not None
            # A row that is put in place with its author keeps that one.
            given = self.placed_by if self._state.adding else ""
            self.placed_by = (author() or given) if is_placed else ""
            self.placed_at = timezone.now() if is_placed else None
        super().save(*args, **kwargs)
