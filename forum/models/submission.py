from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.choices import ReviewState
from forum.records.constraints import one_of


class Submission(models.Model):
    """That a record was marked as ready for publication, by whom, and what came of it.

    The names stay when an account goes. What is not waiting any more is answered.
    """

    model = models.CharField(max_length=60)
    key = models.BigIntegerField()
    state = models.CharField(
        _("state"), max_length=20, choices=ReviewState, default=ReviewState.WAITING
    )
    sent_at = models.DateTimeField(_("marked as ready at"))
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="submissions",
        verbose_name=_("marked as ready by"),
    )
    sender_name = models.CharField(max_length=200)
    remark = models.TextField(_("remark"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answerer_name = models.CharField(_("answered by"), max_length=200, blank=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("mark for publication")
        verbose_name_plural = _("marks for publication")
        constraints = [
            one_of("state", ReviewState),
            models.UniqueConstraint(
                fields=["model", "key"],
                condition=models.Q(state=ReviewState.WAITING),
                name="forum_submission_one_waiting",
            ),
        ]
        indexes = [models.Index(fields=["model", "key"], name="forum_submission_record")]

    def __str__(self):
        return f"{self.model} {self.key}"

    @property
    def is_waiting(self) -> bool:
        return self.state == ReviewState.WAITING
