from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import StepKind
from agreements.querysets import StepQuerySet
from forum.choices import DatePrecision
from forum.models.record import Record
from forum.records import partial_dates
from forum.records.constraints import one_of, unknown_has_no_date
from forum.records.fields import precision_field


class Step(Record):
    """What happened to an agreement, and who recorded it when: never changed, only added to."""

    agreement = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.CASCADE,
        related_name="steps",
        verbose_name=_("agreement"),
    )
    kind = models.CharField(_("step"), max_length=20, choices=StepKind)
    happened_on = models.DateField(_("date"), null=True, blank=True)
    happened_on_precision = precision_field()
    effect_on = models.DateField(
        _("effect"),
        null=True,
        blank=True,
        help_text=_("The new last day of an extension, the first day without effect of a notice."),
    )
    city = models.CharField(_("place"), max_length=200, blank=True)
    party = models.ForeignKey(
        "agreements.Party",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("by the party"),
    )
    document = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="steps_made",
        verbose_name=_("by the document"),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("For staff: visitors do not see it.")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="steps_recorded",
        verbose_name=_("recorded by"),
    )
    # Stays when the account is deleted.
    recorded_by_name = models.CharField(max_length=200, blank=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "recorded_at", "pk"]
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            one_of("kind", StepKind),
            one_of("happened_on_precision", DatePrecision),
            unknown_has_no_date("happened_on"),
        ]

    def __str__(self):
        day = partial_dates.format_partial(self.happened_on, self.happened_on_precision)
        return f"{self.get_kind_display()}, {day}" if day else self.get_kind_display()
