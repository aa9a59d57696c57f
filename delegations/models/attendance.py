from django.db import models

from forum.records.fields import country_field


class Attendance(models.Model):
    """That a country, or an institution of it, took part in an event, as visitors may know it.

    Derived from host, delegations, listed members and speakers: of the event itself, of its parts,
    and for a part the countries of the visit or summit that it belongs to.
    """

    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.CASCADE,
        related_name="attendances",
    )
    country = country_field()
    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="attendances",
    )

    class Meta:
        ordering = ["event", "country", "institution"]
        indexes = [models.Index(fields=["country", "event"], name="delegations_of_country")]

    def __str__(self):
        return f"{self.event_id} {self.country} {self.institution_id or ''}"
