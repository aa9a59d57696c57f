from django.db import models
from django.utils.translation import gettext_lazy as _

from delegations.choices import SpeakerMode, SpeakerRole, SpeakerStatus
from delegations.models.representation import Representation
from delegations.querysets import SpeakerQuerySet
from forum.records.constraints import one_of
from forum.records.fields import position_field


class Speaker(Representation):
    """Somebody who speaks in, chairs or interprets an item of the programme."""

    once_a_person = ("session", "role")

    session = models.ForeignKey(
        "forum.Session",
        on_delete=models.CASCADE,
        related_name="speakers",
        verbose_name=_("programme item"),
    )
    role = models.CharField(
        _("role"), max_length=20, choices=SpeakerRole, default=SpeakerRole.SPEAKER
    )
    status = models.CharField(
        _("status"), max_length=20, choices=SpeakerStatus, default=SpeakerStatus.CONFIRMED
    )
    mode = models.CharField(
        _("mode"), max_length=20, choices=SpeakerMode, default=SpeakerMode.IN_PERSON
    )
    position = position_field()

    objects = SpeakerQuerySet.as_manager()

    class Meta(Representation.Meta):
        abstract = False
        ordering = ["session", "position", "pk"]
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        constraints = [
            *Representation.Meta.constraints,
            one_of("role", SpeakerRole),
            one_of("status", SpeakerStatus),
            one_of("mode", SpeakerMode),
        ]

    @property
    def days(self):
        """The day of the programme item, or those of its event."""
        day = self.session.day
        return (day, day) if day else self.session.event.days
