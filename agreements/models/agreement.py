import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.choices import (
    CLASS_OF_INSTRUMENT,
    EntryRule,
    Instrument,
    InstrumentClass,
    LegalNature,
    LinkKind,
    Mode,
    PartyRole,
    Renewal,
    Stage,
    Status,
)
from agreements.life import sealing
from agreements.life.facts import Facts
from agreements.life.status import status_on
from agreements.models import agreement_rules
from agreements.models.agreement_rules import DATES, OWN_FACTS
from agreements.models.party import PARTY_DATES
from agreements.querysets import NEWEST_FIRST, AgreementQuerySet
from forum.choices import DatePrecision
from forum.models.record import Record
from forum.records import partial_dates
from forum.records.addresses import address
from forum.records.fields import (
    changed_field,
    country_field,
    languages_field,
    months_field,
    precision_field,
    published_field,
    slug_field,
    title_field,
)
from forum.records.paging import OrderIndex
from forum.records.slugs import own_slug
from forum.records.sorting import SortKeys
from forum.records.translated import TranslatedField


class Agreement(Record):
    """A document that parties conclude or adopt."""

    title = TranslatedField(
        title_field(
            help_text=_(
                "In your words, for example: Cooperation agreement between AlmaU and TalTech."
            ),
        )
    )
    slug = slug_field()
    instrument = models.CharField(
        _("instrument"), max_length=30, choices=Instrument, default=Instrument.COOPERATION
    )
    instrument_as_printed = models.CharField(
        _("instrument as printed"),
        max_length=200,
        blank=True,
        help_text=_("What the document calls itself, for example: porozumienie o współpracy."),
    )
    legal_nature = models.CharField(
        _("legal nature"),
        max_length=20,
        choices=LegalNature,
        blank=True,
        help_text=_("Empty: not stated."),
    )
    stage = models.CharField(_("stage"), max_length=20, choices=Stage, default=Stage.CONCLUDED)
    mode = models.CharField(_("mode"), max_length=20, choices=Mode, default=Mode.SIGNED)
    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("event"),
        help_text=_("Where it was signed or adopted."),
    )
    session = models.ForeignKey(
        "forum.Session",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("ceremony"),
        help_text=_("The item of the event's programme at which it was signed."),
    )
    concluded_on = models.DateField(
        _("concluded on"),
        null=True,
        blank=True,
        help_text=_(
            "The day of signature or adoption; of the last signature if there are several."
        ),
    )
    concluded_on_precision = precision_field()
    provisional_on = models.DateField(
        _("applied provisionally from"),
        null=True,
        blank=True,
        help_text=_("If it is applied before it is in force."),
    )
    provisional_on_precision = precision_field()
    in_force_on = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("May be before the signature.")
    )
    in_force_on_precision = precision_field()
    expires_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("If the document names a day. Otherwise it is computed from the term."),
    )
    expires_on_precision = precision_field()
    terminated_on = models.DateField(
        _("terminated on"), null=True, blank=True, help_text=_("The first day without effect.")
    )
    terminated_on_precision = precision_field()
    term_months = months_field(_("term in months"), help_text=_("For five years: 60."))
    renewal = models.CharField(
        _("renewal"), max_length=20, choices=Renewal, blank=True, help_text=_("Empty: not stated.")
    )
    renewal_months = months_field(
        _("renewed for months"), help_text=_("If it differs from the term.")
    )
    notice_months = months_field(
        _("notice in months"), help_text=_("How long before the end notice must be given.")
    )
    notice_given_on = models.DateField(
        _("notice given on"),
        null=True,
        blank=True,
        help_text=_("The day on which a party gave notice; its effect is the termination."),
    )
    review_months = months_field(
        _("reviewed every … months"),
        default=12,
        help_text=_("Counted from its beginning. Empty: no reviews."),
    )
    entry_rule = models.CharField(
        _("enters into force"),
        max_length=10,
        choices=EntryRule,
        blank=True,
        help_text=_("What the document says of it. Empty: not stated."),
    )
    entry_consents = models.PositiveSmallIntegerField(
        _("consents needed"), null=True, blank=True, help_text=_("If a number of them is needed.")
    )
    city = TranslatedField(
        models.CharField(
            _("place"), max_length=200, blank=True, help_text=_("For example: Astana.")
        )
    )
    country = country_field()
    is_online = models.BooleanField(
        _("online"), default=False, help_text=_("Signed or adopted online, at no place.")
    )
    languages = languages_field()
    originals = models.PositiveSmallIntegerField(_("number of originals"), null=True, blank=True)
    summary = TranslatedField(
        models.TextField(
            _("summary"),
            blank=True,
            help_text=_("What the parties agreed, in two or three sentences."),
        )
    )
    keepers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="kept_agreements",
        verbose_name=_("responsible staff"),
        help_text=_(
            "Who is reminded of its dates. Nobody: all who may change agreements are reminded."
        ),
    )
    is_published = published_field()
    sealed_at = models.DateTimeField(
        _("recorded as concluded"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Since then what is on record stays as it is, but for corrections."),
    )
    recorded_on = models.DateField(_("recorded on"), default=timezone.localdate, editable=False)
    changed_at = changed_field()
    sort_key = SortKeys("title")

    # Open while a step or a correction is recorded.
    is_seal_open = False

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["-concluded_on", "slug"]
        # The register and its pages, newest first.
        indexes = [OrderIndex(*NEWEST_FIRST.by(), name="agreements_newest")]
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = agreement_rules.CONSTRAINTS

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return address("agreement-detail", self.slug)

    def clean(self):
        """Fill in the address and widen partial dates.

        Raises ValidationError if a ceremony or a date does not fit, or the record is sealed.
        """
        sealing.keep_seal(self)
        self.slug = own_slug(self, "title")
        for field in DATES:
            date = getattr(self, field)
            if date:
                ends = field in ("expires_on", "terminated_on")
                widen = partial_dates.last_day if ends else partial_dates.first_day
                setattr(self, field, widen(date, getattr(self, f"{field}_precision")))
        agreement_rules.clean_provisional(self)
        if self.session_id and self.event_id and self.session.event_id != self.event_id:
            raise ValidationError({"session": _("That ceremony is of another event.")})

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """When it was concluded or began to be in force, or else the days of its event."""
        event = self.event
        return (
            partial_dates.days_within(self.concluded_on, self.concluded_on_precision)
            or partial_dates.days_within(self.in_force_on, self.in_force_on_precision)
            or (event and event.days)
        )

    @property
    def day(self) -> dt.date | None:
        """The day whose names count."""
        return self.days[0] if self.days else None

    @property
    def instrument_class(self) -> InstrumentClass:
        return CLASS_OF_INSTRUMENT.get(self.instrument, InstrumentClass.AGREEMENT)

    def facts(self, *, but=None) -> Facts:
        """What its status depends on, without one link to a successor.

        Reads links, parties and steps, unless with_facts() has brought them along.
        """
        replaced_on, replaced_on_precision = min(
            (
                link.agreement.takes_effect()
                for link in self._brought("links_in", "agreement")
                if link.kind == LinkKind.REPLACES
                and link.agreement.stage == Stage.CONCLUDED
                and link != but
            ),
            default=(None, DatePrecision.DAY),
        )
        parties = self._brought("parties")
        parties = [party for party in parties if party.role == PartyRole.PARTY]
        left = [party.leaves() for party in parties]
        return Facts(
            **{name: getattr(self, name) for name in OWN_FACTS},
            known_on=self._known_on(parties),
            replaced_on=replaced_on,
            replaced_on_precision=replaced_on_precision,
            parties=len(parties),
            left_on=tuple(each for each in left if each),
        )

    def _brought(self, name: str, *related: str):
        """Related rows: as they were prefetched, or else asked for now."""
        rows = getattr(self, name)
        if name in getattr(self, "_prefetched_objects_cache", ()):
            return rows.all()
        return rows.select_related(*related)

    def _known_on(self, parties) -> dt.date | None:
        """The earliest of its dates, of its parties' and steps', and of the day of recording."""
        days = [getattr(self, name) for name in (*DATES, "notice_given_on", "recorded_on")]
        days += [getattr(party, name) for party in parties for name in PARTY_DATES]
        days += [step.happened_on for step in self._brought("steps")]
        return min((day for day in days if day), default=None)

    def takes_effect(self) -> tuple[dt.date, str]:
        """The day from which it replaces others, and how exactly visitors may be told it."""
        day = self.in_force_on or self.concluded_on
        if day is None or not self.is_published:
            return day or dt.date.min, DatePrecision.UNKNOWN
        return day, self.begin_precision

    @property
    def begin_precision(self) -> str:
        """How exact the day is from which its term runs."""
        return self.in_force_on_precision if self.in_force_on else self.concluded_on_precision

    @property
    def end_precision(self) -> str:
        """How exact the end is: as stated, or as the day from which the term runs."""
        return self.expires_on_precision if self.expires_on else self.begin_precision

    def status_on(self, day: dt.date) -> Status | None:
        """What it is on that day; None before anything is known of it."""
        return status_on(self.facts(), day, settings.EXPIRING_DAYS)
