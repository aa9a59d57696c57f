from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.models.unavailable import Unavailable


class Closure(Unavailable):
    """A time in which a place cannot be used, nor any room inside it."""

    venue = models.ForeignKey(
        "forum.Venue", on_delete=models.CASCADE, related_name="closures", verbose_name=_("venue")
    )

    class Meta(Unavailable.Meta):
        abstract = False
        verbose_name = _("time when it is closed")
        verbose_name_plural = _("when it is closed")

    def __str__(self):
        return str(_("closed"))
