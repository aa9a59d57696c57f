from django.db import models

from forum.models.record import Record
from forum.records.fields import country_field


class Attendance(Record):
    """That a country, or an institution of it, took part in a published event.

    Derived from host, delegations, listed members and speakers: of the event itself, of its parts,
    and for a part the countries of the visit or summit that it belongs to. The year is that of
    the event's first day, or 0.
    """

    # It outlives its event until the refresh, which takes it out of the tallies.
    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
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
    year = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["event", "country", "institution"]
        # At which events a country was (events_of_country), of one year in its dossier.
        indexes = [models.Index(fields=["country", "year", "event"], name="delegations_of_country")]

    def __str__(self):
        return f"{self.event_id} {self.country} {self.institution_id or ''}"
