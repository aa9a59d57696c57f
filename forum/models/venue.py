from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum.models.record import Record
from forum.records.constraints import in_some_language
from forum.records.fields import changed_field, country_field
from forum.records.sorting import SortKeys
from forum.records.translated import TranslatedField
from forum.records.trees import would_loop


class Venue(Record):
    """A place where something happens: a campus, a building or a room inside one."""

    name = TranslatedField(
        models.CharField(
            _("name"),
            max_length=300,
            blank=True,
            help_text=_("For example: Akorda Palace, or Room 204."),
        )
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rooms",
        verbose_name=_("inside"),
        help_text=_("The building that this room is in."),
    )
    address = TranslatedField(models.CharField(_("address"), max_length=300, blank=True))
    city = TranslatedField(models.CharField(_("city"), max_length=120, blank=True))
    country = country_field()
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north, for example 51.125900."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east, for example 71.446700."),
    )
    floor = models.CharField(_("floor"), max_length=20, blank=True)
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    changed_at = changed_field()
    sort_key = SortKeys("name")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        constraints = [
            in_some_language("name"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="forum_venue_coordinates_valid",
                violation_error_message=_("Give both coordinates, in degrees, or neither."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        if would_loop(self, "parent"):
            raise ValidationError({"parent": _("A venue cannot be inside itself.")})
