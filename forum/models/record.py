from django.db import transaction

from forum.models.checked import Checked
from forum.querysets import RecordQuerySet


class Record(Checked):
    """A row that others may be derived from."""

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def save_base(self, *args, **kwargs):
        # With the marks of what it makes stale, or not at all.
        with transaction.atomic(savepoint=False):
            super().save_base(*args, **kwargs)
