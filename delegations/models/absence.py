from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.models import Unavailable


class Absence(Unavailable):
    """A time in which an official cannot come."""

    once_a_person = ("starts_at", "ends_at")

    official = models.ForeignKey(
        "delegations.Official",
        on_delete=models.CASCADE,
        related_name="absences",
        verbose_name=_("official"),
    )

    class Meta(Unavailable.Meta):
        abstract = False
        verbose_name = _("time when the person cannot come")
        verbose_name_plural = _("when the person cannot come")

    def __str__(self):
        return str(_("cannot come"))
