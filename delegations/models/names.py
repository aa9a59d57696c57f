from django.db import models
from django.utils.translation import gettext_lazy as _

from delegations.choices import NameKind
from forum.models.record import Record
from forum.records.constraints import in_order, one_of
from forum.records.fields import language_field


class Name(Record):
    """Another form of a name: in another script, as printed somewhere, of another time."""

    text = models.CharField(_("name"), max_length=300)
    language = language_field()
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind, default=NameKind.ALIAS)
    is_preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("The form to use in this language.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    source = models.ForeignKey(
        "forum.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("source"),
    )

    class Meta:
        abstract = True
        ordering = ["-is_preferred", "language", "pk"]
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [one_of("kind", NameKind), in_order("valid_from", "valid_until")]

    def __str__(self):
        return self.text


class InstitutionName(Name):
    """Another form of an institution's name."""

    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.CASCADE,
        related_name="names",
        verbose_name=_("institution"),
    )


class OfficialName(Name):
    """Another form of an official's name, with its parts where they are known."""

    official = models.ForeignKey(
        "delegations.Official",
        on_delete=models.CASCADE,
        related_name="names",
        verbose_name=_("official"),
    )
    family = models.CharField(_("family name"), max_length=120, blank=True)
    given = models.CharField(_("given name"), max_length=120, blank=True)
    patronymic = models.CharField(_("patronymic"), max_length=120, blank=True)
