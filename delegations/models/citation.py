from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from delegations.choices import DelegationRole, InstitutionKind, SpeakerMode
from forum.choices import Fact
from forum.models import Citation
from forum.records.constraints import exactly_one

SUBJECTS = ("institution", "official", "delegation", "member", "speaker")


class DelegationCitation(Citation):
    """What a source says about an institution, a person or a participation."""

    CHOICES: ClassVar = {
        Fact.KIND: InstitutionKind,
        Fact.ROLE: DelegationRole,
        Fact.MODE: SpeakerMode,
    }
    SUBJECTS: ClassVar = SUBJECTS

    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("institution"),
    )
    official = models.ForeignKey(
        "delegations.Official",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("official"),
    )
    delegation = models.ForeignKey(
        "delegations.Delegation",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("delegation"),
    )
    member = models.ForeignKey(
        "delegations.Member",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("member"),
    )
    speaker = models.ForeignKey(
        "delegations.Speaker",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("speaker"),
    )

    class Meta(Citation.Meta):
        abstract = False
        verbose_name = _("citation about people")
        verbose_name_plural = _("citations about people")
        constraints = [
            *Citation.Meta.constraints,
            exactly_one(
                *SUBJECTS,
                rule="one_subject",
                message=_("Give exactly one record that it is about."),
            ),
        ]
