from django.db import models

from agreements.choices import Status
from agreements.querysets import PeriodQuerySet
from forum.records.constraints import in_order, one_of


class Period(models.Model):
    """What an agreement is from a first to a last day: written from the rules, never by hand.

    It counts as expiring within the warning time before `expires_on`, if it has one.
    """

    agreement = models.ForeignKey(
        "agreements.Agreement", on_delete=models.CASCADE, related_name="periods"
    )
    status = models.CharField(max_length=20, choices=Status)
    first_on = models.DateField()
    last_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "first_on"]
        constraints = [
            one_of("status", Status),
            in_order("first_on", "last_on"),
            models.UniqueConstraint(
                fields=["agreement", "first_on"], name="agreements_period_one_at_a_time"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "first_on", "last_on"], name="agreements_on_day"),
            # What is about to expire, on the first page of staff.
            models.Index(fields=["expires_on"], name="agreements_soon_over"),
        ]

    def __str__(self):
        return f"{self.get_status_display()}, {self.first_on} – {self.last_on}"
