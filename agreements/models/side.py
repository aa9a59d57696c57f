from django.db import models

from forum.records.fields import country_field


class Side(models.Model):
    """That a published agreement concerns a country, or an institution.

    Derived from its parties, and where these are not known from who took part in its event: a
    country has rows of its own, an institution others that name no country. The year is that of
    the conclusion, or 0.
    """

    # It outlives its agreement until the refresh, which takes it out of the tallies.
    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="sides",
    )
    country = country_field()
    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="agreement_sides",
    )
    year = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["agreement", "country", "institution"]
        # Which agreements are of a country (of_country), of one year in its dossier.
        indexes = [
            models.Index(fields=["country", "year", "agreement"], name="agreements_of_country")
        ]

    def __str__(self):
        return f"{self.agreement_id} {self.country} {self.institution_id or ''}"
