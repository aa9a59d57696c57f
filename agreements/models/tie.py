from django.db import models


class Tie(models.Model):
    """By how many published agreements an institution is bound to another one.

    Derived from whom these concern. Each of the two has a row of its own.
    """

    institution = models.ForeignKey(
        "delegations.Institution", on_delete=models.CASCADE, related_name="ties"
    )
    partner = models.ForeignKey(
        "delegations.Institution", on_delete=models.CASCADE, related_name="partner_ties"
    )
    count = models.IntegerField()

    class Meta:
        ordering = ["institution", "-count", "partner"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "partner"], name="agreements_tie_once")
        ]
        # The partners of an institution, the most bound first.
        indexes = [
            models.Index(fields=["institution", "-count", "partner"], name="agreements_ties")
        ]

    def __str__(self):
        return f"{self.institution_id} {self.partner_id}: {self.count}"
