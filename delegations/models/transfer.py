from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.models import TimeSlot
from forum.records.fields import changed_field
from forum.records.partial_dates import format_short_day


class Transfer(TimeSlot):
    """A way on which a delegation is driven: seen by itself and by protocol staff alone."""

    delegation = models.ForeignKey(
        "delegations.Delegation",
        on_delete=models.CASCADE,
        related_name="transfers",
        verbose_name=_("delegation"),
    )
    origin = models.CharField(
        _("from where"), max_length=200, blank=True, help_text=_("For example: airport, Terminal 2")
    )
    destination = models.CharField(_("where to"), max_length=200, blank=True)
    vehicle = models.CharField(
        _("vehicle"), max_length=200, blank=True, help_text=_("For example: bus, 777 ABC 02")
    )
    driver = models.CharField(_("driver"), max_length=200, blank=True)
    driver_phone = models.CharField(_("telephone of the driver"), max_length=50, blank=True)
    changed_at = changed_field()

    class Meta(TimeSlot.Meta):
        ordering = ["day", "is_after_midnight", "starts_at", "pk"]
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")

    def __str__(self):
        """When it is: from where to where is private, and names stand in many places."""
        day = format_short_day(self.day) if self.day else ""
        time = f"{self.starts_at:%H:%M}" if self.starts_at else ""
        return ", ".join(filter(None, [day, time])) or str(self._meta.verbose_name)

    @property
    def event(self):
        return self.delegation.event

    @property
    def way(self) -> str:
        return f"{self.origin or '…'} – {self.destination or '…'}"
