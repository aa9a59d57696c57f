"""What must be accounted for, whoever it concerns and whatever becomes of it."""

from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forum.choices import AuditKind
from forum.records.constraints import one_of


class AuditDoor(models.Model):
    """That entries may be changed or dropped: the triggers of the trail look for such a row.

    It is written and dropped again in the transaction that does so, and thus seen by no other.
    """

    def __str__(self):
        return "open"


@contextmanager
def _opened():
    with transaction.atomic():
        door = AuditDoor.objects.create()
        yield
        door.delete()


def _refuse():
    raise ValidationError(gettext("The audit trail is only added to."), code="append_only")


class AuditEntryQuerySet(models.QuerySet):
    """Refuses what changes entries, as the database does, but by two doors that say what for."""

    def update(self, **values):
        _refuse()

    def delete(self):
        _refuse()

    delete.alters_data = True
    delete.queryset_only = True

    def drop(self) -> int:
        """Drop entries whose time is over; how many. Whoever calls this notes it."""
        with _opened():
            return super().delete()[0]

    def erase(self, **values) -> int:
        """Write other values into entries, to erase personal data; how many it concerned.

        Whoever calls this notes it.
        """
        with _opened():
            return super().update(**values)


class AuditEntry(models.Model):
    """An act that must be accounted for: by whom, on what, when; in words, since both may go.

    Entries are only ever added, which triggers of the database hold too (forum/audit/triggers.py):
    forum/audit/ writes them and drops them when their time is over.
    """

    at = models.DateTimeField(_("time"), default=timezone.now, db_index=True, editable=False)
    kind = models.CharField(_("act"), max_length=20, choices=AuditKind, editable=False)
    # Of the account as it was called then; empty for a command and for nobody known.
    who = models.CharField(_("by"), max_length=200, blank=True, editable=False)
    account = models.BigIntegerField(_("account number"), null=True, editable=False)
    subject = models.CharField(_("of"), max_length=500, blank=True, editable=False)
    model = models.CharField(_("kind of record"), max_length=60, blank=True, editable=False)
    key = models.BigIntegerField(_("number"), null=True, editable=False)
    origin = models.GenericIPAddressField(_("from"), null=True, editable=False)
    details = models.JSONField(_("details"), default=dict, editable=False)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        verbose_name = _("entry of the audit trail")
        verbose_name_plural = _("audit trail")
        constraints = [one_of("kind", AuditKind)]
        indexes = [
            models.Index(fields=["model", "key"], name="forum_auditentry_subject"),
            models.Index(fields=["account", "at"], name="forum_auditentry_account"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.subject}" if self.subject else str(self.kind)

    def save(self, *args, **kwargs):
        if not self._state.adding:
            _refuse()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        _refuse()
