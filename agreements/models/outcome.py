import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices import OutcomeKind, OutcomeRoleKind
from agreements.querysets import OutcomeQuerySet
from delegations.models import Representation
from forum.choices import DatePrecision
from forum.models.checked import Checked
from forum.records import partial_dates
from forum.records.constraints import in_some_language, one_of, unknown_has_no_date
from forum.records.fields import country_field, position_field, precision_field, title_field
from forum.records.paging import OrderIndex, latest_first
from forum.records.translated import TranslatedField


class Outcome(Checked):
    """Something that happened because of an event or under an agreement, other than a document."""

    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("event"),
    )
    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("agreement"),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=OutcomeKind, default=OutcomeKind.OTHER
    )
    title = TranslatedField(
        title_field(help_text=_("For example: Branch of the university opened."))
    )
    happened_on = models.DateField(_("date"), null=True, blank=True)
    happened_on_precision = precision_field()
    city = TranslatedField(models.CharField(_("city"), max_length=120, blank=True))
    country = country_field()
    amount = models.DecimalField(
        _("amount"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(
        _("unit"), max_length=60, blank=True, help_text=_("For example: students, USD.")
    )

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "pk"]
        # The list of staff.
        indexes = [OrderIndex(*latest_first("happened_on").by(), name="agreements_latest_outcomes")]
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        constraints = [
            in_some_language("title"),
            one_of("kind", OutcomeKind),
            one_of("happened_on_precision", DatePrecision),
            unknown_has_no_date("happened_on"),
            models.CheckConstraint(
                condition=Q(event__isnull=False) | Q(agreement__isnull=False),
                name="agreements_outcome_has_cause",
                violation_error_message=_("Give the event or the agreement that it comes from."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_published(self) -> bool:
        """Whether visitors may know of it: from its event or its agreement."""
        return self.occasion is not None

    @property
    def occasion(self):
        """The published event or agreement that it comes from; None if neither is."""
        causes = (self.event, self.agreement)
        return next((cause for cause in causes if cause and cause.is_published), None)

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """When it happened, or else the days of its event or agreement."""
        own = partial_dates.days_within(self.happened_on, self.happened_on_precision)
        return own or (self.event or self.agreement).days

    def clean(self):
        if self.happened_on:
            self.happened_on = partial_dates.first_day(self.happened_on, self.happened_on_precision)


class OutcomeRole(Representation):
    """Somebody who received, gave, opened or decided an outcome."""

    once_a_person = ("outcome", "role")

    outcome = models.ForeignKey(
        Outcome, on_delete=models.CASCADE, related_name="roles", verbose_name=_("outcome")
    )
    role = models.CharField(
        _("role"), max_length=20, choices=OutcomeRoleKind, default=OutcomeRoleKind.RECIPIENT
    )
    position = position_field()

    class Meta(Representation.Meta):
        abstract = False
        ordering = ["outcome", "position", "pk"]
        verbose_name = _("role in an outcome")
        verbose_name_plural = _("roles in outcomes")
        constraints = [*Representation.Meta.constraints, one_of("role", OutcomeRoleKind)]

    @property
    def days(self):
        return self.outcome.days
