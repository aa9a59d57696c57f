import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.choices import ACTED_FOR, ConsentKind, PartyRole
from agreements.life import sealing
from agreements.querysets import PartyQuerySet
from forum.choices import DatePrecision
from forum.models.record import Record
from forum.records import partial_dates
from forum.records.constraints import (
    given_in_some_language,
    in_order,
    one_of,
    unknown_has_no_date,
)
from forum.records.countries import country_name
from forum.records.fields import country_field, position_field, precision_field
from forum.records.translated import TranslatedField

PARTY_DATES = ("signed_on", "consent_on", "in_force_on", "left_on")


class Party(Record):
    """One side of an agreement, and when it came and went."""

    # Two of one agreement are never one: whoever merges their institutions is told so.
    apart_in = "agreement"

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        related_name="parties",
        verbose_name=_("agreement"),
    )
    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parties",
        verbose_name=_("institution"),
    )
    name_as_printed = models.CharField(
        _("name as printed"),
        max_length=300,
        blank=True,
        help_text=_("If the document names it in another way, or it is in no list yet."),
    )
    unit = TranslatedField(
        models.CharField(
            pgettext_lazy("part of an institution", "unit"),
            max_length=200,
            blank=True,
            help_text=_("For example: School of Engineering."),
        )
    )
    country = country_field(
        help_text=_("The side that it represents, if not the country it stands in.")
    )
    role = models.CharField(_("role"), max_length=20, choices=PartyRole, default=PartyRole.PARTY)
    reference = models.CharField(
        _("its reference"),
        max_length=100,
        blank=True,
        help_text=_("Its own number for the document."),
    )
    contact_email = models.EmailField(
        _("contact's e-mail"),
        blank=True,
        help_text=_("Who is reminded on its side, too. Visitors never see it."),
    )
    contact_language = models.CharField(
        _("contact's language"),
        max_length=2,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("The language of the reminders. Empty: English."),
    )
    signed_on = models.DateField(
        _("signed on"), null=True, blank=True, help_text=_("If not on the document's own day.")
    )
    signed_on_precision = precision_field()
    consent_on = models.DateField(
        _("consent to be bound"),
        null=True,
        blank=True,
        help_text=_("For example the day of its ratification."),
    )
    consent_on_precision = precision_field()
    consent_kind = models.CharField(
        _("consent expressed by"), max_length=20, choices=ConsentKind, blank=True
    )
    in_force_on = models.DateField(
        _("in force for it from"),
        null=True,
        blank=True,
        help_text=_("If not from the document's own day."),
    )
    in_force_on_precision = precision_field()
    left_on = models.DateField(
        _("left on"),
        null=True,
        blank=True,
        help_text=_(
            "The first day without effect for it. Among more than two parties the document lives"
            " on for the others."
        ),
    )
    left_on_precision = precision_field()
    position = position_field()

    # Parties come and go after the conclusion, and so do those who answer for them.
    open_fields = (
        *("contact_email", "contact_language", "consent_kind"),
        *PARTY_DATES,
        *(f"{date}_precision" for date in PARTY_DATES),
    )

    objects = PartyQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "position", "pk"]
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        permissions = [("view_party_contact", _("See and change contacts of parties"))]
        constraints = [
            one_of("role", PartyRole),
            one_of("consent_kind", ConsentKind),
            *(one_of(f"{date}_precision", DatePrecision) for date in PARTY_DATES),
            *(unknown_has_no_date(date) for date in PARTY_DATES),
            in_order("signed_on", "left_on", _("It cannot leave before it signs.")),
            in_order("consent_on", "left_on", _("It cannot leave before it consents.")),
            in_order("in_force_on", "left_on", _("It cannot leave before it is in force for it.")),
            models.CheckConstraint(
                condition=Q(institution__isnull=False) | ~Q(name_as_printed="") | ~Q(country=""),
                name="agreements_party_is_somebody",
                violation_error_message=_("Give an institution, a printed name or a country."),
            ),
        ]

    def __str__(self):
        return str(self.institution or "") or self.name_as_printed or country_name(self.country)

    @property
    def is_side(self) -> bool:
        """Whether it stands among those between whom the agreement is."""
        return self.role not in ACTED_FOR

    def clean(self):
        """Widen partial dates.

        Raises ValidationError if that would change what is sealed.
        """
        if self.agreement_id:
            sealing.keep_seal_of_part(self)
        for field in PARTY_DATES:
            if date := getattr(self, field):
                widen = partial_dates.last_day if field == "left_on" else partial_dates.first_day
                setattr(self, field, widen(date, getattr(self, f"{field}_precision")))

    def leaves(self) -> tuple[dt.date, str] | None:
        """The first day without it, `date.min` if it left on one not known; how exact that is."""
        if self.left_on_precision == DatePrecision.UNKNOWN:
            return dt.date.min, DatePrecision.UNKNOWN
        return (self.left_on, self.left_on_precision) if self.left_on else None

    def clean_removal(self):
        sealing.keep_part(self)


class Provision(Record):
    """What the parties undertake in one field."""

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        related_name="provisions",
        verbose_name=_("agreement"),
    )
    topic = models.ForeignKey(
        "forum.Topic",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="provisions",
        verbose_name=_("field of cooperation"),
    )
    text = TranslatedField(models.TextField(_("text"), blank=True))
    from_party = models.ForeignKey(
        Party,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="gives",
        verbose_name=pgettext_lazy("side of a provision", "from"),
    )
    to_party = models.ForeignKey(
        Party,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="receives",
        verbose_name=pgettext_lazy("side of a provision", "to"),
    )
    amount = models.DecimalField(
        _("amount"), max_digits=18, decimal_places=2, null=True, blank=True, help_text=_("50")
    )
    unit = models.CharField(
        _("unit"), max_length=60, blank=True, help_text=_("For example: students a year, EUR.")
    )
    starts_on = models.DateField(_("from day"), null=True, blank=True)
    ends_on = models.DateField(_("until day"), null=True, blank=True)

    open_fields = ()

    class Meta:
        ordering = ["agreement", "pk"]
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        constraints = [
            in_order("starts_on", "ends_on"),
            models.CheckConstraint(
                condition=Q(topic__isnull=False) | given_in_some_language("text"),
                name="agreements_provision_says_something",
                violation_error_message=_("Give a field of cooperation or a text."),
            ),
        ]

    def __str__(self):
        return str(self.topic or self.text or "")[:80]

    def clean(self):
        """Raise ValidationError if a side is a party to another agreement."""
        if not self.agreement_id:
            return
        errors = {}
        for field in ("from_party", "to_party"):
            party = getattr(self, field)
            if party and party.agreement_id != self.agreement_id:
                errors[field] = _("That party is of another agreement.")
        if errors:
            raise ValidationError(errors)
        sealing.keep_seal_of_part(self)

    def clean_removal(self):
        sealing.keep_part(self)
