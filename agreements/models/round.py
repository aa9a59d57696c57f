from django.db import models

from agreements.choices import ReminderKind
from agreements.querysets import RoundQuerySet


class Round(models.Model):
    """On which days staff are reminded of an agreement: written from its facts, never by hand.

    Agreements.life.rounds says what the numbers mean.
    """

    agreement = models.ForeignKey(
        "agreements.Agreement", on_delete=models.CASCADE, related_name="rounds"
    )
    kind = models.CharField(max_length=20, choices=ReminderKind)
    every = models.PositiveIntegerField()
    phase = models.PositiveIntegerField()
    day = models.PositiveSmallIntegerField()
    first_on = models.DateField()
    last_on = models.DateField()

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "kind"]
        # Which agreements have a day in a month (within).
        indexes = [models.Index(fields=["every", "phase", "day"], name="agreements_in_month")]

    def __str__(self):
        return f"{self.agreement_id} {self.kind} {self.every}/{self.phase}"
