from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Pair(models.Model):
    """Two records of one kind, an official's or an institution's, the lower key first."""

    kind = models.CharField(max_length=20)
    one = models.BigIntegerField()
    other = models.BigIntegerField()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "one", "other"], name="%(app_label)s_%(class)s_once"
            ),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")),
                name="%(app_label)s_%(class)s_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.one} {self.other}"


class Double(Pair):
    """Two records that are probably one; derived, never by hand."""

    sign = models.PositiveSmallIntegerField()


class NotTheSame(Pair):
    """That somebody looked at two records and said that they are not one."""

    author = models.CharField(_("author"), max_length=200)
    said_at = models.DateTimeField(default=timezone.now)
