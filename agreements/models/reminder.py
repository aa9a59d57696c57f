from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import ReminderKind
from forum.models import OwnAddress
from forum.records.constraints import exactly_one, one_of
from forum.records.paging import OrderIndex, latest_first


class Reminder(models.Model):
    """That somebody was reminded of something, once: the row is unique."""

    recipient = models.EmailField(_("recipient"))
    kind = models.CharField(_("kind"), max_length=20, choices=ReminderKind)
    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reminders",
        verbose_name=_("agreement"),
    )
    commitment = models.ForeignKey(
        "agreements.Commitment",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reminders",
        verbose_name=_("commitment"),
    )
    due_on = models.DateField(_("day that it is about"))
    days_before = models.IntegerField(
        _("days before"), help_text=_("How long before that day; negative: after it.")
    )
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        # The list of staff.
        indexes = [OrderIndex(*latest_first("due_on").by(), name="agreements_latest_reminders")]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            one_of("kind", ReminderKind),
            exactly_one(
                "agreement",
                "commitment",
                rule="one_subject",
                message=_("Give an agreement or a commitment."),
            ),
            models.UniqueConstraint(
                fields=["recipient", "kind", "agreement", "due_on", "days_before"],
                condition=models.Q(agreement__isnull=False),
                name="agreements_reminder_once_for_agreement",
            ),
            models.UniqueConstraint(
                fields=["recipient", "kind", "commitment", "due_on", "days_before"],
                condition=models.Q(commitment__isnull=False),
                name="agreements_reminder_once_for_commitment",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.due_on}"


class Subscription(models.Model):
    """How a member of staff is reminded: in which language, and by which ways."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="subscription",
        verbose_name=_("member of staff"),
    )
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    wants_email = models.BooleanField(_("reminders by e-mail"), default=True)

    class Meta:
        ordering = ["user"]
        verbose_name = _("subscription to reminders")
        verbose_name_plural = _("subscriptions to reminders")

    def __str__(self):
        return str(self.user)


class CalendarAddress(OwnAddress):
    """Where a calendar reads what comes up for its owner."""

    class Meta:
        verbose_name = _("private calendar")
        verbose_name_plural = _("private calendars")
        constraints = [
            models.UniqueConstraint(fields=["owner"], name="agreements_calendaraddress_one")
        ]
