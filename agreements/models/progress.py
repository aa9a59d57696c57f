from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from forum.models.checked import Checked


class ProgressNote(Checked):
    """What was done about a commitment, as noted on a day."""

    commitment = models.ForeignKey(
        "agreements.Commitment",
        on_delete=models.CASCADE,
        related_name="notes",
        verbose_name=_("commitment"),
    )
    noted_on = models.DateField(_("date"), default=timezone.localdate)
    text = models.TextField(_("what was done"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="progress_notes",
        verbose_name=_("noted by"),
    )
    # Stays when the account is deleted.
    noted_by_name = models.CharField(_("noted by"), max_length=200, blank=True, editable=False)
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Visitors see only public notes.")
    )

    class Meta:
        ordering = ["-noted_on", "-pk"]
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")

    def __str__(self):
        return Truncator(self.text).chars(80)
