from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from forum.choices import DatePrecision, FigureKind
from forum.models.checked import Checked
from forum.querysets import FigureQuerySet
from forum.records import partial_dates
from forum.records.constraints import given_in_some_language, one_of, unknown_has_no_date
from forum.records.fields import country_field, precision_field
from forum.records.translated import TranslatedField


class Figure(Checked):
    """A number that somebody stated, about an event or about two countries."""

    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("event"),
    )
    country = country_field()
    other_country = country_field()
    kind = models.CharField(
        _("kind"), max_length=30, choices=FigureKind, default=FigureKind.PARTICIPANTS
    )
    value = models.DecimalField(
        _("value"),
        max_digits=18,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The number alone, for example 40. Leave empty if only words were given."),
    )
    as_stated = TranslatedField(
        models.CharField(
            _("as stated"),
            max_length=200,
            blank=True,
            help_text=_("The words used: “more than 40 companies”."),
        )
    )
    unit = models.CharField(
        _("unit"), max_length=60, blank=True, help_text=_("For example: USD, students a year.")
    )
    as_of = models.DateField(_("as of"), null=True, blank=True)
    as_of_precision = precision_field()
    source = models.ForeignKey(
        "forum.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("source"),
    )
    is_preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("The figure that the record follows.")
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-is_preferred", "pk"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            one_of("kind", FigureKind),
            one_of("as_of_precision", DatePrecision),
            unknown_has_no_date("as_of"),
            models.CheckConstraint(
                condition=Q(event__isnull=False, country="", other_country="")
                | (Q(event__isnull=True) & ~Q(country="") & ~Q(other_country="")),
                name="forum_figure_one_subject",
                violation_error_message=_("Give either an event or two countries."),
            ),
            models.CheckConstraint(
                condition=Q(country="") | ~Q(country=F("other_country")),
                name="forum_figure_countries_differ",
                violation_error_message=_("The two countries must differ."),
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | given_in_some_language("as_stated"),
                name="forum_figure_says_something",
                violation_error_message=_("Give a value or the words used."),
            ),
        ]

    def __str__(self):
        stated = self.as_stated or f"{self.value} {self.unit}".strip()
        return f"{self.get_kind_display()}: {stated}"

    def clean(self):
        if self.as_of:
            self.as_of = partial_dates.first_day(self.as_of, self.as_of_precision)
