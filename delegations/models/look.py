from django.db import models
from django.utils.translation import gettext_lazy as _

from delegations.models.nomination import Invitation
from forum.models.checked import Checked


class Look(Checked):
    """What a delegation has said that it has seen of its visit; what differs by now is news.

    It has no history, since it holds what is private, and goes with the invitation.
    """

    invitation = models.OneToOneField(
        Invitation, on_delete=models.CASCADE, related_name="look", verbose_name=_("invitation")
    )
    # Plain facts by key, in no reader's language: delegations/visiting/changes.py.
    facts = models.JSONField(_("what was seen"), default=dict, editable=False)
    seen_at = models.DateTimeField(_("seen at"), editable=False)

    class Meta:
        ordering = ["invitation"]
        verbose_name = _("last look")
        verbose_name_plural = _("last looks")

    def __str__(self):
        return str(self.invitation)
