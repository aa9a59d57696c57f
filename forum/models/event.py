import datetime as dt
import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum.choices import (
    OFF,
    AttendanceMode,
    DatePrecision,
    EventKind,
    EventStatus,
    HostPlace,
    Interpretation,
    MemberRule,
    PrecedenceRule,
    VisitKind,
)
from forum.models.record import Record
from forum.prepared import prepared
from forum.programme.tense import Tense, tense
from forum.querysets import NEWEST_FIRST, EventQuerySet
from forum.records import collation, partial_dates
from forum.records.addresses import address
from forum.records.constraints import in_order, in_some_language, one_of, unknown_has_no_date
from forum.records.fields import (
    NO_ALPHABET,
    alphabet_field,
    changed_field,
    country_field,
    languages_field,
    picture_field,
    precision_field,
    published_field,
    side_field,
    slug_field,
    title_field,
)
from forum.records.holding import today_in
from forum.records.paging import OrderIndex
from forum.records.slugs import own_slug
from forum.records.sorting import SortKeys
from forum.records.time_zones import zone_of
from forum.records.translated import TranslatedField, columns
from forum.records.trees import would_loop

NO_ZONE = "UTC"


def validate_time_zone(name: str) -> None:
    """Refuse what is not a time zone of the IANA database, such as “Asia/Almaty”."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Write for example Asia/Almaty or Europe/Tallinn."),
            params={"name": name},
            code="time_zone",
        )


class Event(Record):
    """A visit, forum or other occasion at which representatives of countries meet."""

    title = TranslatedField(
        title_field(help_text=_("For example: Kazakhstan-Estonia Rectors' Forum."))
    )
    slug = slug_field()
    kind = models.CharField(_("kind"), max_length=20, choices=EventKind, default=EventKind.FORUM)
    visit_kind = models.CharField(
        _("kind of visit"),
        max_length=20,
        choices=VisitKind,
        blank=True,
        help_text=_("Only for visits. Where sources disagree, record each as a citation."),
    )
    series = models.ForeignKey(
        "forum.Series",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("series"),
    )
    edition = models.PositiveSmallIntegerField(
        _("edition"), null=True, blank=True, help_text=_("The number within the series: 2.")
    )
    theme = TranslatedField(models.CharField(_("theme or motto"), max_length=300, blank=True))
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
        help_text=_("The visit or summit that this event belongs to. Their dates may differ."),
    )
    status = models.CharField(
        _("status"), max_length=20, choices=EventStatus, default=EventStatus.PLANNED
    )
    starts_on = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Leave empty while it is not known.")
    )
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave empty for a single day.")
    )
    date_precision = precision_field()
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        blank=True,
        default=NO_ZONE,
        validators=[validate_time_zone],
        help_text=_("Of all times in the programme, for example Asia/Almaty. Empty: the city's."),
    )
    attendance_mode = models.CharField(
        _("attendance"), max_length=10, choices=AttendanceMode, blank=True
    )
    venue = models.ForeignKey(
        "forum.Venue",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("venue"),
    )
    city = TranslatedField(
        models.CharField(_("city"), max_length=120, blank=True, help_text=_("For example: Astana."))
    )
    country = country_field()
    languages = languages_field()
    interpretation = models.CharField(
        _("interpretation"), max_length=20, choices=Interpretation, blank=True
    )
    summary = TranslatedField(
        models.TextField(
            _("summary"), blank=True, help_text=_("Two or three sentences, shown in lists.")
        )
    )
    description = TranslatedField(
        models.TextField(
            _("description"),
            blank=True,
            help_text=_("Markdown: **bold**, - lists, [links](https://…)."),
        )
    )
    topics = models.ManyToManyField(
        "forum.Topic", blank=True, related_name="events", verbose_name=_("topics")
    )
    precedence_rule = models.CharField(
        _("order of delegations"),
        max_length=20,
        choices=PrecedenceRule,
        default=PrecedenceRule.LISTED,
    )
    precedence_language = alphabet_field(
        _("alphabet of the order"),
        help_text=_(
            "The names of the countries in this language, in its alphabet, set an alphabetical"
            " order. Empty: English."
        ),
    )
    host_place = models.CharField(
        _("place of the host"), max_length=10, choices=HostPlace, default=HostPlace.NONE
    )
    member_rule = models.CharField(
        _("order within a delegation"),
        max_length=10,
        choices=MemberRule,
        default=MemberRule.RANK,
        help_text=_("As notified: by the numbers of the members, as their side sent them."),
    )
    image = picture_field(_("image"), "image", "events/")
    image_width, image_height = side_field(), side_field()
    image_credit = models.CharField(_("image credit"), max_length=200, blank=True)
    image_alt = TranslatedField(
        models.CharField(
            _("image description"),
            max_length=300,
            blank=True,
            help_text=_("What the picture shows, for those who do not see it."),
        )
    )
    is_published = published_field()
    sort_key = SortKeys("title")
    changed_at = changed_field()

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "slug"]
        # The list of events and its pages, newest first.
        indexes = [OrderIndex(*NEWEST_FIRST.by(), name="forum_newest_events")]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            in_some_language("title"),
            one_of("kind", EventKind),
            one_of("visit_kind", VisitKind),
            one_of("status", EventStatus),
            one_of("attendance_mode", AttendanceMode),
            one_of("interpretation", Interpretation),
            one_of("precedence_rule", PrecedenceRule),
            one_of("host_place", HostPlace),
            one_of("member_rule", MemberRule),
            models.CheckConstraint(
                condition=Q(precedence_language__in=["", *collation.LANGUAGES]),
                name="forum_event_precedence_language_valid",
                violation_error_message=NO_ALPHABET,
            ),
            one_of("date_precision", DatePrecision),
            in_order("starts_on", "ends_on"),
            unknown_has_no_date("starts_on", "date_precision"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False),
                name="forum_event_end_needs_start",
                violation_error_message=_("An event with a last day needs a first day."),
            ),
            models.CheckConstraint(
                condition=Q(visit_kind="") | Q(kind=EventKind.VISIT),
                name="forum_event_visit_kind_only_for_visits",
                violation_error_message=_("Only a visit has a kind of visit."),
            ),
            models.CheckConstraint(
                condition=Q(edition__isnull=True) | Q(series__isnull=False),
                name="forum_event_edition_needs_series",
                violation_error_message=_("An edition needs the series it belongs to."),
            ),
            models.UniqueConstraint(
                fields=["series", "edition"],
                name="forum_event_edition_once_a_series",
                violation_error_message=_("This series already has an edition with this number."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def alphabet(self) -> str:
        """The language in whose alphabet the delegations stand; empty if they stand in none."""
        is_listed = self.precedence_rule == PrecedenceRule.LISTED
        return "" if is_listed else self.precedence_language or "en"

    def get_absolute_url(self):
        return address("event-detail", self.slug)

    def clean(self):
        """Fill in the address and the time zone, and widen a partial date to its month or year.

        Raises ValidationError if the event would be a part of itself.
        """
        self.slug = own_slug(self, "title")
        self.time_zone = self.time_zone or self.zone_of_place
        if self.starts_on:
            self.starts_on = partial_dates.first_day(self.starts_on, self.date_precision)
        if self.ends_on:
            self.ends_on = partial_dates.last_day(self.ends_on, self.date_precision)
        if would_loop(self, "parent"):
            raise ValidationError({"parent": _("An event cannot be a part of itself.")})

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day that it can have had; None if nothing is known."""
        return partial_dates.days_within(self.starts_on, self.date_precision, self.ends_on)

    @property
    def last_day(self) -> dt.date | None:
        """The last day as far as it is known: of the month or year, if no day is."""
        if self.ends_on or self.starts_on is None:
            return self.ends_on
        return partial_dates.last_day(self.starts_on, self.date_precision)

    def with_parts(self) -> list["Event"]:
        """The event, its published parts and theirs: a query for each generation."""
        found = new = [self]
        while new:
            known = {each.pk for each in found}
            parts = _parts_of([each.pk for each in new])
            new = [each for each in parts if each.pk not in known]
            found = [*found, *new]
        return found

    @property
    def is_off(self) -> bool:
        """Whether it does not take place on the day that was said of it."""
        return self.status in OFF

    def tense(self, on: dt.date | None = None) -> Tense:
        """How to speak of it on a day; without one, today where it takes place."""
        on = on or today_in(self.tz)
        return tense(self.status, self.days, self.date_precision, on)

    @property
    def is_dated(self) -> bool:
        """Whether its days are known exactly, so that it can stand in a calendar."""
        return self.starts_on is not None and self.date_precision == DatePrecision.DAY

    @property
    def zone_of_place(self) -> str:
        """The time zone of its city and country, or the one that stands where none is known."""
        names = (getattr(self, column) for column in columns("city"))
        return zone_of(self.country, *filter(None, names)) or NO_ZONE

    @property
    def tz(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)


@prepared
def _parts_of(events: list[int]) -> models.QuerySet:
    return Event.objects.published().filter(parent__in=events)
