"""How a delegation names its own people: its private page, how many it may send, and who they are.

Working data about people who need not come: it has no history, so that nothing private stays in
one, and goes as a whole some time after the event. What the host accepts becomes a member.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from delegations.choices import InvitationState, MemberFunction, NomineeState
from delegations.models.delegation import Delegation
from delegations.nominating.rules import Standing, missing
from forum.models.checked import Checked
from forum.models.private_address import PrivateAddress
from forum.records.constraints import one_of
from forum.records.fields import language_field, languages_field
from forum.uploads.fields import DocumentField
from forum.uploads.kinds import PICTURES


class Invitation(PrivateAddress, Checked):
    """That a delegation is asked to name its people, on a page that only it knows."""

    ends_with: ClassVar[tuple[str, ...]] = (
        "delegation__event",
        "delegation__institution",
        "invited_by",
    )

    delegation = models.OneToOneField(
        Delegation,
        on_delete=models.CASCADE,
        related_name="invitation",
        verbose_name=_("delegation"),
    )
    email = models.EmailField(_("e-mail of their contact"))
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    deadline = models.DateField(
        _("deadline"),
        null=True,
        blank=True,
        help_text=_("The last day on which people are named; what you return can be mended later."),
    )
    most = models.PositiveSmallIntegerField(
        _("people at most"), null=True, blank=True, help_text=_("Empty: as many as they wish.")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=InvitationState, default=InvitationState.OPEN
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="invitations",
        verbose_name=_("invited by"),
    )
    is_revoked = models.BooleanField(_("revoked"), default=False, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    asked_at = models.DateTimeField(_("asked at"), null=True, editable=False)
    # Rises with every change of a nominee: two who work on it at once see each other's.
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)

    class Meta:
        ordering = ["delegation"]
        verbose_name = _("invitation to name people")
        verbose_name_plural = _("invitations to name people")
        constraints = [
            one_of("state", InvitationState),
            models.CheckConstraint(
                condition=Q(most__isnull=True) | Q(most__gt=0),
                name="delegations_invitation_most_positive",
                violation_error_message=_("Let them send at least one person, or close the page."),
            ),
        ]

    def __str__(self):
        return str(self.delegation)

    def still_stands(self) -> bool:
        return not self.is_revoked

    def standing(self, on) -> Standing:
        """What of it says whether and how many people may be named on that day."""
        quotas = {each.category: each.most for each in self.quotas.all()}
        is_closed = self.state == InvitationState.CLOSED
        return Standing(on, self.deadline, is_closed, self.most, quotas)

    def touch(self) -> None:
        """Say that something of its nominees has changed."""
        self.changed_at = timezone.now()
        self.save(update_fields=["changed_at"])


class Quota(Checked):
    """How many people of a category a delegation may name."""

    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, related_name="quotas", verbose_name=_("invitation")
    )
    category = models.CharField(_("category"), max_length=20, choices=MemberFunction)
    most = models.PositiveSmallIntegerField(_("at most"))

    class Meta:
        ordering = ["invitation", "pk"]
        verbose_name = _("quota")
        verbose_name_plural = _("quotas")
        constraints = [
            one_of("category", MemberFunction),
            models.UniqueConstraint(
                fields=["invitation", "category"],
                name="delegations_quota_once",
                violation_error_message=_("There is a quota for this category already."),
            ),
        ]

    def __str__(self):
        return f"{self.get_category_display()}: {self.most}"


class Nominee(Checked):
    """Somebody whom a delegation names, as it says it."""

    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, related_name="nominees", verbose_name=_("invitation")
    )
    category = models.CharField(
        _("category"), max_length=20, choices=MemberFunction, default=MemberFunction.MEMBER
    )
    name = models.CharField(
        _("name in Latin letters"),
        max_length=200,
        blank=True,
        help_text=_("As in the passport; it stands on the badge."),
    )
    original_name = models.CharField(
        _("name in its own script"),
        max_length=200,
        blank=True,
        help_text=_("If it is written in other letters at home."),
    )
    office = models.CharField(_("office"), max_length=300, blank=True)
    office_language = language_field(_("language of the office"))
    institution = models.CharField(_("institution"), max_length=300, blank=True)
    languages = languages_field()
    arrival = models.CharField(
        _("arrival"),
        max_length=200,
        blank=True,
        help_text=_("Flight, day and time, for example: TK 351, 16 November 04:40."),
    )
    departure = models.CharField(_("departure"), max_length=200, blank=True)
    hotel = models.CharField(_("hotel"), max_length=200, blank=True)
    dietary_needs = models.CharField(_("dietary needs"), max_length=300, blank=True)
    access_needs = models.CharField(
        _("access needs"),
        max_length=300,
        blank=True,
        help_text=_("For example: wheelchair, sign language."),
    )
    photo = DocumentField(
        _("photo"),
        upload_to="nominees/",
        kinds=PICTURES,
        part_of=("invitation", "delegation", "event"),
        blank=True,
    )
    consented_on = models.DateField(_("consent given on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=NomineeState, default=NomineeState.DRAFT
    )
    remark = models.TextField(_("remark of the host"), blank=True)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    member = models.ForeignKey(
        "delegations.Member",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name=_("member"),
    )

    class Meta:
        ordering = ["invitation", "pk"]
        verbose_name = pgettext_lazy("person", "nominee")
        verbose_name_plural = pgettext_lazy("persons", "nominees")
        constraints = [
            one_of("category", MemberFunction),
            one_of("state", NomineeState),
            models.CheckConstraint(
                condition=Q(name__gt="") | Q(original_name__gt=""),
                name="delegations_nominee_has_name",
                violation_error_message=_("Give a name."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[NomineeState.SUBMITTED, NomineeState.ACCEPTED])
                | Q(consented_on__isnull=False),
                name="delegations_nominee_submitted_with_consent",
                violation_error_message=_("Nobody is submitted without their consent."),
            ),
            models.CheckConstraint(
                condition=~Q(state=NomineeState.RETURNED) | Q(remark__gt=""),
                name="delegations_nominee_returned_with_remark",
                violation_error_message=_("Say what they are to mend."),
            ),
        ]

    def __str__(self):
        return self.name or self.original_name

    @property
    def is_coming(self) -> bool:
        """Whether the host has made a member of it, whatever was changed since."""
        return self.member_id is not None and self.state != NomineeState.WITHDRAWN

    @property
    def was_seen(self) -> bool:
        """Whether the host has had it before it."""
        return self.submitted_at is not None

    @property
    def lacks(self) -> list[str]:
        """What is missing before it can be submitted, as sentences."""
        return missing(
            name=self.name,
            office=self.office,
            institution=self.institution,
            has_consent=self.consented_on is not None,
        )
