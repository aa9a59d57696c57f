from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.choices import LetterState
from forum.records.constraints import one_of


class Letter(models.Model):
    """A mail that is to go out: staff see what became of it, and a command sends it.

    A private address is in no letter: `opens` names what gives one when the mail leaves, and `key`
    whose it is (forum/outbox/).
    """

    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("event"),
    )
    recipient = models.EmailField(_("recipient"))
    language = models.CharField(_("language"), max_length=8)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    opens = models.CharField(max_length=40, blank=True, editable=False)
    key = models.BigIntegerField(null=True, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=LetterState, default=LetterState.WAITING
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    error = models.CharField(_("what went wrong"), max_length=300, blank=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    next_try_at = models.DateTimeField(_("next try at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["-made_at", "-id"], name="forum_latest_letters"),
            models.Index(fields=["state", "next_try_at"], name="forum_letters_to_send"),
        ]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [one_of("state", LetterState)]

    def __str__(self):
        return self.subject
