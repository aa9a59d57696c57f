from django.db import models

from forum.records.fields import country_field


class Tally(models.Model):
    """How many public records of a kind a country, or two countries, had a part in in a year.

    Derived from who took part in events and who concluded documents. `other` is empty for what a
    country has with whomever, and stands after `country` in the order of the codes; the year of
    what has no date is 0.
    """

    kind = models.CharField(max_length=20)
    country = country_field()
    other = country_field()
    year = models.PositiveSmallIntegerField()
    count = models.IntegerField()

    class Meta:
        ordering = ["country", "other", "kind", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "other", "kind", "year"], name="delegations_tally_one_a_year"
            )
        ]
        indexes = [
            # What each country has (/relations/), and the partners of one that stand before it.
            models.Index(fields=["other", "country"], name="delegations_tally_of_other"),
        ]

    def __str__(self):
        return f"{self.kind} {self.country} {self.other} {self.year}: {self.count}"
