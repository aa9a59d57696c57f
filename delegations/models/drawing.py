from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delegations.protocol import lots


class Drawing(models.Model):
    """A draw of lots among delegations of an event: when, by whom, from which seed, the result.

    It is never changed and never taken back. Drawing again is a row more, with its reason.
    """

    event = models.ForeignKey(
        "forum.Event", on_delete=models.CASCADE, related_name="drawings", verbose_name=_("event")
    )
    drawn_at = models.DateTimeField(_("drawn at"), default=timezone.now)
    drawn_by = models.CharField(_("drawn by"), max_length=200, blank=True)
    seed = models.CharField(_("seed"), max_length=64)
    result = models.JSONField(
        _("result"),
        help_text=_("The delegations in the order drawn: number on record, name, lot."),
    )
    is_again = models.BooleanField(_("drawn again"), default=False)
    reason = models.CharField(_("reason for drawing again"), max_length=300, blank=True)

    class Meta:
        ordering = ["drawn_at", "pk"]
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_again=False) | Q(reason__gt=""),
                name="delegations_drawing_again_needs_reason",
                violation_error_message=_("Drawing again needs a reason."),
            )
        ]

    def __str__(self):
        return f"{self.event}: {self.seed}"

    @property
    def numbers(self) -> list[int]:
        """The numbers on record of the delegations, in the order drawn."""
        return [each["number"] for each in self.result]

    @property
    def is_repeatable(self) -> bool:
        """Whether the seed gives this result: anybody can repeat it."""
        return lots.drawn(self.seed, self.numbers) == self.numbers
