from django.db import models


class Stale(models.Model):
    """That what was derived from a record is no longer true: one row for each time it changed.

    Written in the transaction of the change, and deleted by the refresh that makes up for it.
    """

    derivation = models.CharField(max_length=40, db_index=True)
    key = models.BigIntegerField()

    def __str__(self):
        return f"{self.derivation} {self.key}"


class Due(models.Model):
    """That what follows from a record is no longer true from a day on.

    Written in the transaction of the change that said so; from that day on it becomes marks.
    """

    model = models.CharField(max_length=60)
    key = models.BigIntegerField()
    on = models.DateField(db_index=True)

    def __str__(self):
        return f"{self.model} {self.key}: {self.on}"
