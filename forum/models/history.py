"""What the history of records needs beside the versions that django-reversion keeps."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Author(models.Model):
    """Who made a revision, by name: it stays when the account is deleted."""

    revision = models.OneToOneField(
        "reversion.Revision", on_delete=models.CASCADE, related_name="author"
    )
    name = models.CharField(max_length=200)

    def __str__(self):
        return self.name


class Touch(models.Model):
    """That a version stands in the history of a record: its own, or that of one of its parts."""

    version = models.ForeignKey(
        "reversion.Version", on_delete=models.CASCADE, related_name="touches"
    )
    model = models.CharField(max_length=60)
    key = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["model", "key", "version"], name="forum_touch_once_a_version"
            )
        ]

    def __str__(self):
        return f"{self.model} {self.key}"


class Removal(models.Model):
    """That a record was deleted, with all that it takes to bring it back."""

    model = models.CharField(max_length=60)
    key = models.BigIntegerField()
    text = models.CharField(_("record"), max_length=500)
    data = models.JSONField()
    # The record itself and the records that it was a part of: [model, key] each.
    wholes = models.JSONField(default=list)
    removed_at = models.DateTimeField(_("deleted at"), auto_now_add=True)

    class Meta:
        ordering = ["-removed_at", "-pk"]
        indexes = [models.Index(fields=["model", "key"], name="forum_removal_record")]

    def __str__(self):
        return self.text


class OldAddress(models.Model):
    """A former address of a record's page, in no language, and the record to which it leads."""

    path = models.CharField(max_length=200, unique=True)
    model = models.CharField(max_length=60)
    slug = models.SlugField(max_length=130)
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["model", "slug"], name="forum_oldaddress_slug")]

    def __str__(self):
        return self.path
