from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PrivateAddress(models.Model):
    """An address that only its owner knows: whoever calls it needs no account.

    Its token is kept nowhere, only what it is found by. forum/private_addresses/ makes one, finds
    it again and ends it; a model of its own says what an address opens.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="%(class)s",
        verbose_name=_("member of staff"),
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    # Of the owner's password, with which the address ends.
    password_mark = models.CharField(max_length=64, editable=False)
    made_at = models.DateTimeField(_("made at"), editable=False)
    until = models.DateTimeField(_("lasts until"), editable=False)
    last_used_at = models.DateTimeField(_("last used at"), null=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.owner)
