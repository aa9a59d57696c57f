from django.db import models
from django.db.models import F


class FacetChoice(models.Model):
    """Something that the records of a list can be narrowed by, with how many of them it leaves.

    Derived like its values. The choice without a facet is the whole list.
    """

    kind = models.CharField(max_length=20)
    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=40)
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "facet", "value"], name="forum_facetchoice_once"
            )
        ]
        # The most frequent choices of a facet; the newest years come by the constraint's index.
        indexes = [
            models.Index("kind", "facet", F("count").desc(), "value", name="forum_most_frequent")
        ]

    def __str__(self):
        return f"{self.kind} {self.facet} {self.value}: {self.count}"


class FacetValue(models.Model):
    """That a published record has a value of a facet; derived from the record."""

    kind = models.CharField(max_length=20)
    record = models.BigIntegerField()
    choice = models.ForeignKey(
        FacetChoice, on_delete=models.CASCADE, related_name="values", db_index=False
    )

    class Meta:
        constraints = [
            # Which records have a value, and whether one has it.
            models.UniqueConstraint(fields=["choice", "record"], name="forum_facetvalue_once")
        ]
        indexes = [
            # What some records have, to count it.
            models.Index(fields=["kind", "record", "choice"], name="forum_values_of_record")
        ]

    def __str__(self):
        return f"{self.kind} {self.record}: {self.choice_id}"
