from django.db import models


class Stale(models.Model):
    """That what was derived from a record is no longer true: one row for each time it changed.

    Written in the transaction of the change, and deleted by the refresh that makes up for it.
    """

    derivation = models.CharField(max_length=40, db_index=True)
    key = models.BigIntegerField()

    def __str__(self):
        return f"{self.derivation} {self.key}"
