import datetime as dt

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from delegations.choices import Listing
from delegations.querysets import OfficialQuerySet
from forum.choices import DatePrecision
from forum.models.checked import Checked
from forum.models.record import Record
from forum.records import partial_dates
from forum.records.addresses import address
from forum.records.constraints import in_some_language, one_of, unknown_has_no_date
from forum.records.fields import (
    changed_field,
    picture_field,
    precision_field,
    published_field,
    side_field,
    slug_field,
    wikidata_validator,
)
from forum.records.slugs import own_slug
from forum.records.sorting import SortKeys
from forum.records.translated import TranslatedField


class Official(Record):
    """A person who holds or held an office, or takes part as an expert."""

    name = TranslatedField(
        models.CharField(
            pgettext_lazy("person", "name"),
            max_length=200,
            blank=True,
            help_text=_("As the person is called, in the order usual for it: Sayasat Nurbek."),
        )
    )
    sort_name = TranslatedField(
        models.CharField(
            _("name to sort by"),
            max_length=200,
            blank=True,
            help_text=_("For example: Nurbek, Sayasat. Leave it empty if you are not sure."),
        )
    )
    honorific = TranslatedField(
        models.CharField(
            _("honorific"), max_length=60, blank=True, help_text=_("For example: H.E., Prof.")
        )
    )
    distinctions = TranslatedField(
        models.CharField(
            _("degrees and state titles"),
            max_length=300,
            blank=True,
            help_text=_("For example: Dr. habil., academician."),
        )
    )
    slug = slug_field()
    died_on = models.DateField(_("died on"), null=True, blank=True)
    died_on_precision = precision_field()
    biography = TranslatedField(
        models.TextField(_("biography"), blank=True, help_text=_("Markdown."))
    )
    photo = picture_field(_("photo"), "photo", "officials/")
    photo_width, photo_height = side_field(), side_field()
    photo_credit = models.CharField(_("photo credit"), max_length=200, blank=True)
    orcid = models.CharField(
        _("ORCID"),
        max_length=19,
        blank=True,
        validators=[
            RegexValidator(
                r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]\Z", _("An ORCID looks like 0000-0002-1825-0097.")
            )
        ],
    )
    wikidata_id = models.CharField(
        _("Wikidata id"), max_length=20, blank=True, validators=[wikidata_validator]
    )
    website = models.URLField(_("website"), max_length=500, blank=True)
    is_published = published_field()
    listing = models.CharField(
        _("wish about being listed"),
        max_length=20,
        choices=Listing,
        blank=True,
        help_text=_(
            "Whether visitors may read that the person took part in something. Empty: nothing"
            " was said, and each membership says by itself who is listed."
        ),
    )
    listing_until = models.DateField(
        _("holds until"),
        null=True,
        blank=True,
        help_text=_(
            "The last day. Then an objection ends, or a consent: without it nobody is listed who"
            " had given one."
        ),
    )
    listing_source = models.CharField(
        _("where the wish came from"),
        max_length=300,
        blank=True,
        help_text=_("For example: letter of 3 May 2026. Never public."),
    )
    # The name was erased: forum.personal wrote what stands in its place.
    is_withheld = models.BooleanField(_("name withheld"), default=False, editable=False)
    changed_at = changed_field()
    sort_key = SortKeys("sort_name", "name")

    objects = OfficialQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        constraints = [
            in_some_language("name"),
            one_of("died_on_precision", DatePrecision),
            unknown_has_no_date("died_on"),
            one_of("listing", Listing),
            models.CheckConstraint(
                condition=Q(listing_until__isnull=True) | ~Q(listing=""),
                name="delegations_official_until_needs_wish",
                violation_error_message=_("Say what holds until that day."),
            ),
            models.UniqueConstraint(
                fields=["orcid"],
                condition=~Q(orcid=""),
                name="delegations_official_orcid_once",
                violation_error_message=_("Another official has this ORCID."),
            ),
            models.UniqueConstraint(
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
                name="delegations_official_wikidata_id_once",
                violation_error_message=_("Another official has this Wikidata id."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("official-detail", self.slug)

    def is_unlisted(self, on: dt.date) -> bool:
        """Whether the person wishes not to be listed as taking part; in a query is_unlisted()."""
        has_ended = self.listing_until is not None and self.listing_until < on
        return self.listing == (Listing.LISTED if has_ended else Listing.UNLISTED)

    def clean(self):
        self.slug = own_slug(self, "name")
        if self.died_on:
            self.died_on = partial_dates.last_day(self.died_on, self.died_on_precision)


class OfficialContact(Checked):
    """What only protocol staff may know of an official."""

    official = models.OneToOneField(
        Official, on_delete=models.CASCADE, related_name="contact", verbose_name=_("official")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    dietary_needs = models.CharField(_("dietary needs"), max_length=300, blank=True)
    access_needs = models.CharField(_("access needs"), max_length=300, blank=True)
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        verbose_name = _("private contact")
        verbose_name_plural = _("private contacts")

    def __str__(self):
        return str(self.official)
