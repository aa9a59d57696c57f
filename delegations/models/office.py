from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from delegations.choices import Capacity
from delegations.models.in_office import InOffice
from delegations.offices import NEVER, PartialDate, Tenure
from delegations.querysets import AppointmentQuerySet
from forum.choices import DatePrecision
from forum.models.record import Record
from forum.records import partial_dates
from forum.records.constraints import in_order, in_some_language, one_of, unknown_has_no_date
from forum.records.fields import precision_field
from forum.records.sorting import SortKeys
from forum.records.translated import TranslatedField, columns


class OfficeRank(Record):
    """A row of the table of precedence, which each house keeps for itself."""

    name = TranslatedField(
        models.CharField(
            _("name"), max_length=120, blank=True, help_text=_("For example: minister.")
        )
    )
    sort_key = SortKeys("name")
    weight = models.PositiveSmallIntegerField(
        _("weight"), help_text=_("The higher number comes first: head of state 100, rector 50.")
    )

    class Meta:
        ordering = ["-weight", "pk"]
        verbose_name = _("rank")
        verbose_name_plural = _("table of precedence")
        constraints = [in_some_language("name")]

    def __str__(self):
        return self.name


class Appointment(InOffice):
    """An office that an official holds or held for a time."""

    once_a_person = ("institution", *columns("office"), "starts_on", "ends_on")

    official = models.ForeignKey(
        "delegations.Official",
        on_delete=models.CASCADE,
        related_name="appointments",
        verbose_name=_("official"),
    )
    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        verbose_name=_("institution"),
    )
    office = TranslatedField(
        models.CharField(
            _("office"), max_length=300, blank=True, help_text=_("For example: First Vice-Rector.")
        )
    )
    rank = models.ForeignKey(
        OfficeRank,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        verbose_name=_("rank"),
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    starts_on_precision = precision_field(_("how exact is the start"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    ends_on_precision = precision_field(_("how exact is the end"))
    capacity = models.CharField(
        pgettext_lazy("office", "capacity"),
        max_length=20,
        choices=Capacity,
        default=Capacity.SUBSTANTIVE,
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("office held")
        verbose_name_plural = _("offices held")
        constraints = [
            in_some_language("office"),
            one_of("capacity", Capacity),
            one_of("starts_on_precision", DatePrecision),
            one_of("ends_on_precision", DatePrecision),
            unknown_has_no_date("starts_on"),
            unknown_has_no_date("ends_on"),
            in_order("starts_on", "ends_on"),
        ]

    def __str__(self):
        parts = [self.official, self.office, self.institution]
        return ", ".join(str(part) for part in parts if part)

    def clean(self):
        """Widen partial dates, and complete a common office."""
        self.complete_offices()
        if self.starts_on:
            self.starts_on = partial_dates.first_day(self.starts_on, self.starts_on_precision)
        if self.ends_on:
            self.ends_on = partial_dates.last_day(self.ends_on, self.ends_on_precision)

    @property
    def tenure(self) -> Tenure:
        """When it was held, as far as its own dates, its body's and its holder's say."""
        # A form builds one that is nobody's yet.
        body, holder = self.institution, self.official if self.official_id else None
        return Tenure(
            begins=PartialDate(self.starts_on, self.starts_on_precision),
            ends=PartialDate(self.ends_on, self.ends_on_precision),
            founded=_date_of(body, "founded_on"),
            closed=_date_of(body, "closed_on"),
            died=_date_of(holder, "died_on"),
        )

    @property
    def is_over(self) -> bool:
        """Whether it is known to have ended, whenever and for whatever reason that was."""
        return bool(self.tenure.end)


def _date_of(record, field: str) -> PartialDate:
    if record is None:
        return NEVER
    return PartialDate(getattr(record, field), getattr(record, f"{field}_precision"))
