import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from delegations.choices import (
    Accreditation,
    DelegationKind,
    DelegationRole,
    DelegationStatus,
    MemberFunction,
)
from delegations.models.placed import Placed
from delegations.models.representation import Representation
from delegations.querysets import (
    ABSENT,
    DECLINED,
    ORGANISING,
    DelegationQuerySet,
    MemberQuerySet,
)
from forum.records.constraints import given_in_some_language, one_of
from forum.records.countries import country_name
from forum.records.fields import changed_field, country_field, position_field
from forum.records.translated import TranslatedField
from forum.records.trees import would_loop

SECOND_HEAD = _("This delegation has a head already. Make that one a member first.")


class Delegation(Placed):
    """A side of an event: those who come for a country or an institution, or an organiser."""

    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.CASCADE,
        related_name="delegations",
        verbose_name=_("event"),
    )
    country = country_field()
    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name=_("institution"),
        help_text=_("Give a country or an institution, or a name alone."),
    )
    name = TranslatedField(
        models.CharField(
            _("name"),
            max_length=300,
            blank=True,
            help_text=_(
                "Only if it has one of its own, for example: Rectors of Estonian universities."
            ),
        )
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=DelegationKind, default=DelegationKind.OFFICIAL
    )
    role = models.CharField(
        _("role"), max_length=20, choices=DelegationRole, default=DelegationRole.GUEST
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The national delegation that a university's own group belongs to."),
    )
    stated_size = TranslatedField(
        models.CharField(
            _("stated size"),
            max_length=200,
            blank=True,
            help_text=_("As reported, beside the members named here: “more than 40”."),
        )
    )
    status = models.CharField(
        _("status"), max_length=20, choices=DelegationStatus, default=DelegationStatus.CONFIRMED
    )
    position = position_field()
    lot = models.PositiveSmallIntegerField(_("lot"), null=True, blank=True, editable=False)
    focal_point = models.CharField(
        _("focal point"), max_length=200, blank=True, help_text=_("Their contact. Never public.")
    )
    liaison = models.CharField(
        _("liaison officer"),
        max_length=200,
        blank=True,
        help_text=_("Your colleague, with telephone: the delegation reads it. Never public."),
    )
    arrival = models.CharField(
        _("arrival"),
        max_length=200,
        blank=True,
        help_text=_("TK 351, 16 November 04:40. Never public."),
    )
    departure = models.CharField(
        _("departure"), max_length=200, blank=True, help_text=_("Never public.")
    )
    notes = models.TextField(_("notes"), blank=True, help_text=_("Never public."))
    changed_at = changed_field()

    objects = DelegationQuerySet.as_manager()

    class Meta:
        ordering = ["event", "position", "pk"]
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        permissions = [("view_private_delegation", _("See and change private data of delegations"))]
        constraints = [
            *Placed.Meta.constraints,
            one_of("kind", DelegationKind),
            one_of("role", DelegationRole),
            one_of("status", DelegationStatus),
            models.CheckConstraint(
                condition=Q(country="") | Q(institution__isnull=True),
                name="delegations_delegation_one_side",
                violation_error_message=_("Give a country or an institution, not both."),
            ),
            models.CheckConstraint(
                condition=~Q(country="")
                | Q(institution__isnull=False)
                | given_in_some_language("name"),
                name="delegations_delegation_has_side",
                violation_error_message=_("Give a country, an institution or a name."),
            ),
        ]

    def __str__(self):
        return self.name or str(self.institution or country_name(self.country))

    @property
    def sends_people(self) -> bool:
        """Whether it comes, and is led by somebody: who organises sends nobody."""
        return self.role not in ORGANISING and self.status not in DECLINED

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The days of its event, as far as they are known."""
        return self.event.days

    @property
    def day(self) -> dt.date | None:
        return self.days[0] if self.days else None

    def clean(self):
        """Leave the lot of another event behind.

        Raises ValidationError if the delegation it belongs to is at another event, or itself.
        """
        if self.has_new("event_id"):
            self.lot = None
        if not (self.event_id and self.parent_id):
            return
        if self.parent.event_id != self.event_id:
            raise ValidationError({"parent": _("That delegation is at another event.")})
        if would_loop(self, "parent"):
            raise ValidationError({"parent": _("A delegation cannot be a part of itself.")})


class Member(Placed, Representation):
    """Somebody in a delegation, which has one head at most.

    A constraint cannot hold that: a form that makes another member the head saves row by row.
    """

    once_a_person = ("delegation",)
    undecided = {"accreditation": Accreditation.PENDING}
    offices = {"office": "rank", "also_office": "also_rank"}
    # Set by a form with all rows of a delegation, which holds them to one head itself.
    is_among_rows = False

    delegation = models.ForeignKey(
        Delegation, on_delete=models.CASCADE, related_name="members", verbose_name=_("delegation")
    )
    function = models.CharField(
        _("function"), max_length=20, choices=MemberFunction, default=MemberFunction.MEMBER
    )
    also_rank = models.ForeignKey(
        "delegations.OfficeRank",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="as_second_of_%(class)s",
        verbose_name=_("rank of the second office"),
        help_text=_("Of two offices the higher sets the place."),
    )
    accompanies = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="accompanied_by",
        verbose_name=_("accompanies"),
        help_text=_("Stands beside that member. Empty: an accompanying person, beside the head."),
    )
    position = models.PositiveSmallIntegerField(
        _("number notified"),
        null=True,
        blank=True,
        help_text=_("In the list of the sending side, if the event goes by that."),
    )
    accreditation = models.CharField(
        _("accreditation"),
        max_length=20,
        choices=Accreditation,
        default=Accreditation.PENDING,
    )
    is_listed = models.BooleanField(
        _("listed"),
        default=True,
        help_text=_("Off for staff and security: visitors never see them."),
    )

    objects = MemberQuerySet.as_manager()

    class Meta(Representation.Meta):
        abstract = False
        ordering = ["delegation", "position", "pk"]
        verbose_name = _("member")
        verbose_name_plural = _("members")
        permissions = [
            ("accredit_member", _("Decide about accreditations and issue badges")),
            ("check_in_member", _("Check members in at the door")),
        ]
        constraints = [
            *Placed.Meta.constraints,
            *Representation.Meta.constraints,
            one_of("function", MemberFunction),
            one_of("accreditation", Accreditation),
        ]

    @property
    def days(self):
        return self.delegation.days

    def clean(self):
        """Raise ValidationError if they accompany somebody from elsewhere, or are a second head."""
        super().clean()
        if not self.delegation_id:
            return
        if self.accompanies:
            self._check_accompanied()
        if not self.is_among_rows:
            self.refuse_second_head()

    def refuse_second_head(self) -> None:
        """Raise ValidationError if they lead the delegation beside somebody else."""
        heads = Member.objects.heads().filter(delegation=self.delegation_id)
        if self.is_head and heads.exclude(pk=self.pk).exists():
            raise ValidationError({"function": SECOND_HEAD}, code="second_head")

    @property
    def is_head(self) -> bool:
        """Whether they lead the delegation, and have not been turned away."""
        return self.function == MemberFunction.HEAD and self.accreditation not in ABSENT

    def _check_accompanied(self):
        if self.accompanies == self:
            raise ValidationError({"accompanies": _("Nobody accompanies themselves.")})
        if self.accompanies.delegation_id != self.delegation_id:
            text = _("That member is of another delegation.")
            raise ValidationError({"accompanies": text})
