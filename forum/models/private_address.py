from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _


class PrivateAddress(models.Model):
    """An address that only whoever was given it knows: calling it needs no account.

    Its token is kept nowhere, only what it is found by. forum/private_addresses/ makes one, finds
    it again and ends it; a model of its own says what an address opens, and what it ends with.
    """

    # Relations that are read along with it, since it ends with what they lead to.
    ends_with: ClassVar[tuple[str, ...]] = ()

    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made at"), editable=False)
    until = models.DateTimeField(_("lasts until"), editable=False)
    last_used_at = models.DateTimeField(_("last used at"), null=True, editable=False)

    class Meta:
        abstract = True

    def still_stands(self) -> bool:
        """Whether what it ends with, beside its last day, still holds."""
        raise NotImplementedError


class OwnAddress(PrivateAddress):
    """A private address of somebody with an account, with whose password it ends."""

    ends_with = ("owner",)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="%(class)s",
        verbose_name=_("member of staff"),
    )
    # Of the owner's password.
    password_mark = models.CharField(max_length=64, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.owner)

    def still_stands(self) -> bool:
        owner = self.owner
        marks = [owner.get_session_auth_hash(), *owner.get_session_auth_fallback_hash()]
        has_password = any(constant_time_compare(self.password_mark, mark) for mark in marks)
        return owner.is_active and has_password
