from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.choices import Registry
from forum.models.record import Record
from forum.records.constraints import one_of

# Registries that are many: which one it is, is said in words. Their numbers may name an issue.
NAMED = (Registry.NATIONAL, Registry.OTHER)


class AgreementReference(Record):
    """Under which number another register has an agreement; it may be entered there years later."""

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        related_name="references",
        verbose_name=_("agreement"),
    )
    registry = models.CharField(_("register"), max_length=20, choices=Registry)
    registry_name = models.CharField(
        _("name of the register"),
        max_length=200,
        blank=True,
        help_text=_("Only of a national or another register, for example: Riigi Teataja."),
    )
    number = models.CharField(
        _("number"), max_length=120, help_text=_("For example: I-54113, or vol. 3075, p. 12.")
    )
    url = models.URLField(_("link"), max_length=500, blank=True)

    class Meta:
        ordering = ["agreement", "registry", "registry_name", "number", "pk"]
        verbose_name = _("reference of another register")
        verbose_name_plural = _("references of other registers")
        constraints = [
            one_of("registry", Registry),
            models.CheckConstraint(
                condition=Q(registry__in=NAMED, registry_name__gt="")
                | ~Q(registry__in=NAMED) & Q(registry_name=""),
                name="agreements_agreementreference_named_if_one_of_many",
                violation_error_message=_("Name a national or another register, and only those."),
            ),
            models.CheckConstraint(
                condition=Q(number__gt=""),
                name="agreements_agreementreference_number_given",
                violation_error_message=_("Give the number."),
            ),
            models.UniqueConstraint(
                fields=["agreement", "registry", "registry_name", "number"],
                name="agreements_agreementreference_once",
                violation_error_message=_("This reference is already recorded."),
            ),
            models.UniqueConstraint(
                fields=["registry", "number"],
                condition=~Q(registry__in=NAMED),
                name="agreements_agreementreference_of_one_agreement",
                violation_error_message=_("Another agreement has this number in this register."),
            ),
        ]

    def __str__(self):
        return f"{self.register}: {self.number}"

    @property
    def register(self) -> str:
        """What the register is called, to the reader."""
        return self.registry_name or capfirst(self.get_registry_display())
