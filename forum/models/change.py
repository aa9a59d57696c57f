from django.db import models


class PublicChange(models.Model):
    """That a transaction changed something that visitors may see: one row for each.

    Their sum is the version of the content, `forum.derived.version`.
    """

    weight = models.BigIntegerField()

    def __str__(self):
        return f"{self.weight}"
