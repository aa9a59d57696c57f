from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import ONLOOKERS, Authority, SignatoryRole
from agreements.life import sealing
from agreements.models.party import Party
from delegations.models import Representation
from forum.choices import DatePrecision
from forum.records import partial_dates
from forum.records.constraints import given_in_some_language, one_of, unknown_has_no_date
from forum.records.fields import position_field, precision_field
from forum.records.translated import TranslatedField


class Signatory(Representation):
    """Somebody who signs, exchanges, approves or witnesses a document."""

    once_a_person = ("agreement", "role")
    is_public_act = True

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        related_name="signatories",
        verbose_name=_("agreement"),
    )
    party = models.ForeignKey(
        Party,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="signatories",
        verbose_name=_("for the party"),
        help_text=_("Empty for witnesses."),
    )
    role = models.CharField(
        _("role"), max_length=20, choices=SignatoryRole, default=SignatoryRole.SIGNS
    )
    signed_on = models.DateField(
        _("signed on"), null=True, blank=True, help_text=_("If not on the document's own day.")
    )
    signed_on_precision = precision_field()
    city = TranslatedField(
        models.CharField(
            _("place"),
            max_length=120,
            blank=True,
            help_text=_("If not at the document's own place."),
        )
    )
    is_online = models.BooleanField(
        _("online"), default=False, help_text=_("Signed online, at no place.")
    )
    authority = models.CharField(
        _("authority"),
        max_length=20,
        choices=Authority,
        blank=True,
        help_text=_("By what right the person signs. Empty: not stated."),
    )
    position = position_field()

    open_fields = ()

    class Meta(Representation.Meta):
        abstract = False
        ordering = ["agreement", "position", "pk"]
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        constraints = [
            *Representation.Meta.constraints,
            one_of("role", SignatoryRole),
            one_of("authority", Authority),
            one_of("signed_on_precision", DatePrecision),
            unknown_has_no_date("signed_on"),
            models.CheckConstraint(
                condition=Q(party__isnull=True) | ~Q(role__in=ONLOOKERS),
                name="agreements_signatory_witness_for_nobody",
                violation_error_message=_("A witness acts for no party."),
            ),
            models.CheckConstraint(
                condition=Q(is_online=False) | ~given_in_some_language("city"),
                name="agreements_signatory_online_is_no_place",
                violation_error_message=_("Who signed online signed at no place."),
            ),
        ]

    def clean(self):
        """Copy the office held.

        Raises ValidationError if the party is of another agreement, or the record is sealed.
        """
        if self.agreement_id:
            sealing.keep_seal_of_part(self)
        super().clean()
        if self.signed_on:
            self.signed_on = partial_dates.first_day(self.signed_on, self.signed_on_precision)
        if self.agreement_id and self.party and self.party.agreement_id != self.agreement_id:
            raise ValidationError({"party": _("That party is of another agreement.")})

    def clean_removal(self):
        sealing.keep_part(self)

    @property
    def days(self):
        """When it was signed, or else when the document was concluded."""
        own = partial_dates.days_within(self.signed_on, self.signed_on_precision)
        return own or self.agreement.days
