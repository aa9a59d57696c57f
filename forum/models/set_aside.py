from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SetAside(models.Model):
    """That what a check found at an event is to stand as it is, by whom and why.

    It holds for what was found then: `subject` names the records, `essence` is a print of what the
    finding depends on. Whoever takes it up again ends it; the names stay when accounts go.
    """

    event = models.ForeignKey(
        "forum.Event", on_delete=models.CASCADE, related_name="set_aside", verbose_name=_("event")
    )
    check_name = models.CharField(_("check"), max_length=40)
    subject = models.CharField(_("records"), max_length=300)
    essence = models.CharField(max_length=64)
    reason = models.CharField(_("reason"), max_length=500)
    author_name = models.CharField(_("author"), max_length=200)
    made_at = models.DateTimeField(_("set aside at"), default=timezone.now)
    ended_at = models.DateTimeField(_("taken up again at"), null=True, blank=True)
    ender_name = models.CharField(_("taken up again by"), max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("finding set aside")
        verbose_name_plural = _("findings set aside")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "check_name", "subject"],
                condition=Q(ended_at__isnull=True),
                name="forum_setaside_once",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="forum_setaside_reason_given",
                violation_error_message=_("Give a reason."),
            ),
        ]

    def __str__(self):
        return f"{self.check_name} {self.subject}"

    def end(self, *, by: str) -> None:
        """What was found is to be settled after all."""
        self.ended_at, self.ender_name = timezone.now(), by
        self.save(update_fields=["ended_at", "ender_name"])
