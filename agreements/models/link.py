from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import LinkKind
from forum.models.record import Record
from forum.records.constraints import one_of


class AgreementLink(Record):
    """How one agreement relates to another: this one replaces, amends, cites that one."""

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        related_name="links_out",
        verbose_name=_("agreement"),
    )
    kind = models.CharField(_("relation"), max_length=20, choices=LinkKind)
    other = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.PROTECT,
        related_name="links_in",
        verbose_name=_("other agreement"),
    )

    class Meta:
        ordering = ["agreement", "kind", "pk"]
        verbose_name = _("related agreement")
        verbose_name_plural = _("related agreements")
        constraints = [
            one_of("kind", LinkKind),
            models.UniqueConstraint(
                fields=["agreement", "kind", "other"],
                name="agreements_agreementlink_once",
                violation_error_message=_("This relation is already recorded."),
            ),
            models.CheckConstraint(
                condition=~Q(agreement=F("other")),
                name="agreements_agreementlink_not_to_itself",
                violation_error_message=_("An agreement cannot relate to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.agreement} {self.get_kind_display()} {self.other}"

    def clean(self):
        # The constraint, said early: an inline's form leaves the first agreement out of it.
        if self.agreement_id and self.agreement_id == self.other_id:
            raise ValidationError({"other": _("An agreement cannot relate to itself.")})
        if self.kind == LinkKind.REPLACES and self._closes_circle():
            text = _("Documents cannot replace each other in a circle.")
            raise ValidationError({"other": text})

    def _closes_circle(self) -> bool:
        """Whether the other agreement replaces this one already, by a chain however long."""
        links = AgreementLink.objects.filter(kind=LinkKind.REPLACES).exclude(pk=self.pk)
        found, new = set(), {self.other_id}
        while new:
            found |= new
            new = {*links.filter(agreement__in=new).values_list("other", flat=True)} - found
        return self.agreement_id in found
