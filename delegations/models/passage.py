from django.db import models
from django.utils.translation import gettext_lazy as _

from delegations.choices import PassageKind
from forum.records.constraints import one_of


class Passage(models.Model):
    """That a member came in or went out; one that was a mistake stays, as undone.

    Its key is made where it is scanned: what is sent twice is recorded once.
    """

    # With the member, if two members become one.
    goes_along = True

    key = models.UUIDField(unique=True, editable=False)
    member = models.ForeignKey(
        "delegations.Member",
        on_delete=models.CASCADE,
        related_name="passages",
        verbose_name=_("member"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=PassageKind)
    # When it was scanned; that may be long before it is recorded.
    at = models.DateTimeField(_("at"))
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    by_name = models.CharField(_("by"), max_length=200)
    undone_at = models.DateTimeField(_("undone at"), null=True)
    undone_by_name = models.CharField(_("undone by"), max_length=200, blank=True)
    undone_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["member", "-pk"]
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        constraints = [one_of("kind", PassageKind)]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%H:%M}"
