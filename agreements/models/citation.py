from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import Instrument, Mode, OutcomeKind
from agreements.querysets import CitationQuerySet
from forum.choices import Fact
from forum.models import Citation
from forum.records.constraints import exactly_one

SUBJECTS = ("agreement", "signatory", "outcome", "commitment")


class AgreementCitation(Citation):
    """What a source says about an agreement, a signatory, an outcome or a commitment."""

    CHOICES: ClassVar = {Fact.INSTRUMENT: Instrument, Fact.KIND: OutcomeKind, Fact.MODE: Mode}
    SUBJECTS: ClassVar = SUBJECTS

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("agreement"),
    )
    signatory = models.ForeignKey(
        "agreements.Signatory",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("signatory"),
    )
    outcome = models.ForeignKey(
        "agreements.Outcome",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("outcome"),
    )
    commitment = models.ForeignKey(
        "agreements.Commitment",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("commitment"),
    )

    objects = CitationQuerySet.as_manager()

    class Meta(Citation.Meta):
        abstract = False
        verbose_name = _("citation about agreements")
        verbose_name_plural = _("citations about agreements")
        constraints = [
            *Citation.Meta.constraints,
            exactly_one(
                *SUBJECTS,
                rule="one_subject",
                message=_("Give exactly one record that it is about."),
            ),
        ]
