from django.db import models, transaction

from forum.querysets import RecordQuerySet


class Record(models.Model):
    """A row that others may be derived from."""

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def save_base(self, *args, **kwargs):
        # With the marks of what it makes stale, or not at all.
        with transaction.atomic(savepoint=False):
            super().save_base(*args, **kwargs)
