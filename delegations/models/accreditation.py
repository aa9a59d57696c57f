from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delegations.choices import Accreditation, AccreditationAct, MemberFunction
from forum.models.record import Record
from forum.records.chosen import ChosenField
from forum.records.constraints import in_some_language, one_of
from forum.records.translated import TranslatedField


class AccreditationStep(models.Model):
    """What was done to a member's accreditation, by whom and why: never changed, only added to."""

    # With the member, if two members become one.
    goes_along = True

    member = models.ForeignKey(
        "delegations.Member",
        on_delete=models.CASCADE,
        related_name="accreditation_steps",
        verbose_name=_("member"),
    )
    act = models.CharField(_("act"), max_length=20, choices=AccreditationAct)
    before = models.CharField(_("before"), max_length=20, choices=Accreditation)
    after = models.CharField(_("after"), max_length=20, choices=Accreditation)
    reason = models.TextField(_("reason"), blank=True)
    # As text: it stays when the account is deleted.
    by_name = models.CharField(_("by"), max_length=200, blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["member", "-pk"]
        verbose_name = _("step of an accreditation")
        verbose_name_plural = _("steps of accreditations")
        constraints = [
            one_of("act", AccreditationAct),
            one_of("before", Accreditation),
            one_of("after", Accreditation),
        ]

    def __str__(self):
        return self.get_act_display()


class Badge(models.Model):
    """A badge that somebody was given; its number is that of no other, even when it is gone.

    Who comes with it is found by its token, which nobody can guess. A badge that is lost is
    revoked, and another one takes its place; one whose member is gone is known to no door.
    """

    # With the member, if two members become one.
    goes_along = True

    event = models.ForeignKey(
        "forum.Event", on_delete=models.CASCADE, related_name="badges", verbose_name=_("event")
    )
    member = models.ForeignKey(
        "delegations.Member",
        on_delete=models.SET_NULL,
        null=True,
        related_name="badges",
        verbose_name=_("member"),
    )
    number = models.PositiveIntegerField(_("number"))
    # Kept as it is: a badge is printed again. It stands in no log, history or export.
    token = models.CharField(max_length=43, unique=True, editable=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True)

    class Meta:
        ordering = ["event", "number"]
        verbose_name = _("badge")
        verbose_name_plural = _("badges")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "number"], name="delegations_badge_number_given_once"
            ),
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(revoked_at__isnull=True),
                name="delegations_badge_one_in_use",
            ),
        ]

    def __str__(self):
        return str(self.number)

    def goes_to(self, member) -> None:
        """Open no door any more, if that member has a badge in use."""
        if self.revoked_at is None and member.badges.filter(revoked_at=None).exists():
            self.revoked_at = timezone.now()


class Zone(Record):
    """A part of an event's premises, and which categories of members may enter it."""

    event = models.ForeignKey(
        "forum.Event", on_delete=models.CASCADE, related_name="zones", verbose_name=_("event")
    )
    code = models.CharField(
        _("code"), max_length=6, help_text=_("As it stands on badges, for example: A or VIP.")
    )
    name = TranslatedField(models.CharField(_("name"), max_length=200, blank=True))
    categories = ChosenField(_("open to"), choices_from=MemberFunction, max_length=200, blank=True)

    class Meta:
        ordering = ["event", "code"]
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        constraints = [
            in_some_language("name"),
            models.UniqueConstraint(
                fields=["event", "code"],
                name="delegations_zone_code_once",
                violation_error_message=_("This event has a zone with that code already."),
            ),
        ]

    def __str__(self):
        return f"{self.code}: {self.name}"


class ZoneException(Record):
    """That one member may, or may not, enter a zone, whatever the category says."""

    member = models.ForeignKey(
        "delegations.Member",
        on_delete=models.CASCADE,
        related_name="zone_exceptions",
        verbose_name=_("member"),
    )
    zone = models.ForeignKey(
        Zone, on_delete=models.CASCADE, related_name="exceptions", verbose_name=_("zone")
    )
    may_enter = models.BooleanField(_("may enter"), default=True)

    class Meta:
        ordering = ["member", "zone"]
        verbose_name = _("exception for a zone")
        verbose_name_plural = _("exceptions for zones")
        constraints = [
            models.UniqueConstraint(
                fields=["member", "zone"],
                name="delegations_zoneexception_once",
                violation_error_message=_("There is an exception for that zone already."),
            ),
        ]

    def __str__(self):
        return f"{'+' if self.may_enter else '−'} {self.zone}"

    def clean(self):
        """Raise ValidationError if the zone is at another event than the member."""
        if not (self.zone_id and self.member_id):
            return
        if self.zone.event_id != self.member.delegation.event_id:
            raise ValidationError({"zone": _("That zone is at another event.")})
