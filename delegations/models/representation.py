import datetime as dt

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from delegations.choices import Capacity
from delegations.models.in_office import InOffice
from delegations.querysets import RepresentationQuerySet
from forum.records.constraints import given_in_some_language, one_of
from forum.records.translated import TranslatedField, columns

# For whom somebody comes: the first institution, and that of a second office.
BODIES = ("institution", "also_institution")


class Representation(InOffice):
    """Somebody, in an office, for an institution, on this occasion.

    The office is a copy made when the row is recorded: what the person becomes later never
    rewrites in which office they came or signed. A name may be missing: “Rector of X” is enough.
    `once_a_person` names the fields by which two rows of one official are told to be one.
    """

    once_a_person: tuple[str, ...] = ()
    # Whether it is told whatever the person wishes about being listed.
    is_public_act = False
    offices = {"office": "rank", "also_office": ""}

    official = models.ForeignKey(
        "delegations.Official",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="as_%(class)s",
        verbose_name=_("official"),
        help_text=_("Leave empty for somebody known only by office, such as “the rector”."),
    )
    institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="as_%(class)s",
        verbose_name=_("for the institution"),
    )
    appointment = models.ForeignKey(
        "delegations.Appointment",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="as_%(class)s",
        verbose_name=_("in the office held"),
        help_text=_("Fills in official, institution, office and rank where they are left empty."),
    )
    office = TranslatedField(
        models.CharField(
            _("office on this occasion"),
            max_length=300,
            blank=True,
            help_text=_(
                "As held on that day, for example: Deputy Minister of Education and Research."
            ),
        )
    )
    capacity = models.CharField(
        pgettext_lazy("office", "capacity"),
        max_length=20,
        choices=Capacity,
        blank=True,
        help_text=_("Empty: substantive, or not stated."),
    )
    rank = models.ForeignKey(
        "delegations.OfficeRank",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="as_%(class)s",
        verbose_name=_("rank"),
    )
    also_office = TranslatedField(
        models.CharField(
            _("second office on this occasion"),
            max_length=300,
            blank=True,
            help_text=_("If the same person came in two, for example: President of the Council."),
        )
    )
    also_institution = models.ForeignKey(
        "delegations.Institution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="as_second_of_%(class)s",
        verbose_name=_("also for the institution"),
    )
    name_as_printed = models.CharField(
        _("name as printed"),
        max_length=200,
        blank=True,
        help_text=_(
            "If the programme or document spells the name in another way. Visitors see it even if"
            " the official is not published."
        ),
    )
    on_behalf_of = models.ForeignKey(
        "delegations.Official",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="represented_by_%(class)s",
        verbose_name=_("on behalf of"),
        help_text=_("Whose message is read, or in whose stead the person acts or signs."),
    )

    objects = RepresentationQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(official__isnull=False)
                | Q(institution__isnull=False)
                | Q(name_as_printed__gt="")
                | given_in_some_language("office"),
                name="%(app_label)s_%(class)s_is_somebody",
                violation_error_message=_(
                    "Say who it is: an official, an institution, an office or a printed name."
                ),
            ),
            one_of("capacity", Capacity),
            models.CheckConstraint(
                condition=Q(capacity="") | given_in_some_language("office"),
                name="%(app_label)s_%(class)s_capacity_needs_office",
                violation_error_message=_("Say in which office the person is acting or the like."),
            ),
            models.CheckConstraint(
                condition=Q(also_institution__isnull=True) & ~given_in_some_language("also_office")
                | Q(institution__isnull=False)
                | given_in_some_language("office"),
                name="%(app_label)s_%(class)s_second_needs_first",
                violation_error_message=_("Give the first office or institution before a second."),
            ),
        ]

    def __str__(self):
        who = self.official or self.name_as_printed
        parts = [who, self.office, self.institution]
        return ", ".join(str(part) for part in parts if part)

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day of the occasion, as far as they are known."""
        raise NotImplementedError

    @property
    def day(self) -> dt.date | None:
        """The day whose names count: the first."""
        return self.days[0] if self.days else None

    def clean(self):
        """Copy what is left empty from the appointment, and complete a common office.

        Of a person who is new here it is the one office held on the day, if there is just one.
        Raises ValidationError if the appointment is somebody else's.
        """
        self.appointment = self.appointment or self._only_office_held()
        if self.appointment:
            self._copy(self.appointment)
        self.complete_offices()

    def _only_office_held(self):
        """The office to take for a person of whom nobody said in which they came."""
        is_said = any(getattr(self, column) for column in columns("office"))
        day = None if is_said or not self.has_new("official_id") else self._day_if_known()
        if self.official is None or day is None:
            return None
        return self.official.appointments.only_one_held(day, self.institution)

    def _day_if_known(self) -> dt.date | None:
        """A form may hold a row whose occasion is not chosen yet."""
        try:
            return self.day
        except ObjectDoesNotExist:
            return None

    def _copy(self, held):
        if self.official and self.official != held.official:
            raise ValidationError({"appointment": _("That office is held by somebody else.")})
        self.official = self.official or held.official
        self.institution = self.institution or held.institution
        self.rank = self.rank or held.rank
        if not any(getattr(self, column) for column in columns("office")):
            for column in columns("office"):
                setattr(self, column, getattr(held, column))
            if held.capacity != Capacity.SUBSTANTIVE:
                self.capacity = self.capacity or held.capacity
