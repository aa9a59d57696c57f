"""What is kept of forms until they are saved: for those who sent them, and for a day."""

import datetime as dt
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from forum.uploads.fields import AsideField
from forum.uploads.kinds import ANY

KEPT = dt.timedelta(days=1)


class AsideForm(models.Model):
    """A form that was sent and could not be taken: all its fields, for the page of its address."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="aside_forms"
    )
    path = models.CharField(max_length=1000)
    data = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "path"], name="forum_asideform_once_a_page")
        ]

    def __str__(self):
        return self.path


class AsideFile(models.Model):
    """A file that was chosen in a form which is not saved yet."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="aside_files"
    )
    token = models.UUIDField(default=uuid4, unique=True)
    file = AsideField(upload_to="aside/", kinds=ANY, max_length=300)
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=255, blank=True)
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self):
        return self.name

    def drop(self):
        """Delete it, and its file with it."""
        storage, name = self.file.storage, self.file.name
        self.delete()
        transaction.on_commit(lambda: storage.delete(name))


class SentForm(models.Model):
    """That a form was sent, and which record it made or changed: it does so once."""

    token = models.CharField(max_length=64, unique=True)
    model = models.CharField(max_length=60)
    key = models.BigIntegerField(null=True)
    sent_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self):
        return f"{self.model} {self.key}"
