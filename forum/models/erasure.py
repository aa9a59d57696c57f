"""That personal data was erased, and which addresses are gone with it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.choices import ErasureMode
from forum.records.constraints import one_of


class Erasure(models.Model):
    """That what is held on a person was erased: to be done again after an older state is restored.

    Nothing that was erased stands here.
    """

    model = models.CharField(max_length=60)
    key = models.BigIntegerField()
    mode = models.CharField(_("how far"), max_length=20, choices=ErasureMode)
    # In which places the name stayed: values of NamePlace.
    spared = models.JSONField(default=list)
    # The keys of attachments that went along.
    files = models.JSONField(default=list)
    erased_at = models.DateTimeField(_("erased at"), default=timezone.now)
    by = models.CharField(_("by"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        ordering = ["erased_at", "pk"]
        constraints = [one_of("mode", ErasureMode)]

    def __str__(self):
        return f"{self.model} {self.key}"


class GoneAddress(models.Model):
    """An address that nothing stands at any more, kept so that it does not tell the name in it."""

    digest = models.CharField(max_length=64, unique=True)

    def __str__(self):
        return self.digest
