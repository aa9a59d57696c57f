import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from delegations.choices import OF_A_COUNTRY, InstitutionKind
from delegations.querysets import InstitutionQuerySet
from forum.choices import DatePrecision
from forum.models.record import Record
from forum.records import partial_dates
from forum.records.addresses import address
from forum.records.constraints import in_order, in_some_language, one_of, unknown_has_no_date
from forum.records.fields import (
    changed_field,
    country_field,
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
from forum.records.trees import would_loop

DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def validate_domains(text: str) -> None:
    """Refuse a list of host names, with spaces between, that has something else in it."""
    for domain in text.split():
        if not DOMAIN.fullmatch(domain):
            raise ValidationError(
                _("“%(domain)s” is not a domain. Write for example taltech.ee ttu.ee."),
                params={"domain": domain},
                code="domain",
            )


class Institution(Record):
    """A university, ministry or other body that comes to an event or is a party to an agreement."""

    name = TranslatedField(
        models.CharField(
            _("name"),
            max_length=300,
            blank=True,
            help_text=_("The full name, for example: Tallinn University of Technology."),
        )
    )
    short_name = TranslatedField(
        models.CharField(
            _("short name"), max_length=60, blank=True, help_text=_("For example: TalTech.")
        )
    )
    slug = slug_field()
    kind = models.CharField(
        _("kind"), max_length=20, choices=InstitutionKind, default=InstitutionKind.UNIVERSITY
    )
    country = country_field(
        help_text=_("Where it stands. A party to an agreement may represent another country.")
    )
    represents = country_field(
        name=_("represents"),
        help_text=_("The State that sent it, if it is not that in which it stands: an embassy's."),
    )
    city = TranslatedField(models.CharField(_("city"), max_length=120, blank=True))
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name=_("belongs to"),
        help_text=_("The university of a faculty or branch, also one in another country."),
    )
    successors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        verbose_name=_("succeeded by"),
        help_text=_("The institutions that it was merged or split into."),
    )
    website = models.URLField(_("website"), max_length=500, blank=True)
    domains = models.CharField(
        _("domains"),
        max_length=300,
        blank=True,
        validators=[validate_domains],
        help_text=_("Its web domains with spaces between, for example: taltech.ee ttu.ee."),
    )
    ror_id = models.CharField(
        _("ROR id"),
        max_length=9,
        blank=True,
        validators=[
            RegexValidator(r"^0[a-hj-km-np-tv-z0-9]{6}\d{2}\Z", _("A ROR id looks like 0443cwa12."))
        ],
        help_text=_("From ror.org, without the address: 0443cwa12."),
    )
    wikidata_id = models.CharField(
        _("Wikidata id"), max_length=20, blank=True, validators=[wikidata_validator]
    )
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    founded_on_precision = precision_field()
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_on_precision = precision_field()
    logo = picture_field(_("logo"), "logo", "logos/")
    logo_width, logo_height = side_field(), side_field()
    description = TranslatedField(
        models.TextField(_("description"), blank=True, help_text=_("Markdown."))
    )
    is_published = published_field()
    changed_at = changed_field()
    sort_key = SortKeys("name")

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        constraints = [
            in_some_language("name"),
            one_of("kind", InstitutionKind),
            one_of("founded_on_precision", DatePrecision),
            one_of("closed_on_precision", DatePrecision),
            unknown_has_no_date("founded_on"),
            unknown_has_no_date("closed_on"),
            in_order("founded_on", "closed_on"),
            models.CheckConstraint(
                condition=Q(represents="") | ~Q(represents=F("country")),
                name="delegations_institution_represents_another",
                violation_error_message=_(
                    "Leave the represented State empty if it is the country in which it stands."
                ),
            ),
            models.UniqueConstraint(
                fields=["ror_id"],
                condition=~Q(ror_id=""),
                name="delegations_institution_ror_id_once",
                violation_error_message=_("Another institution has this ROR id."),
            ),
            models.UniqueConstraint(
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
                name="delegations_institution_wikidata_id_once",
                violation_error_message=_("Another institution has this Wikidata id."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address("institution-detail", self.slug)

    def all_predecessors(self) -> list["Institution"]:
        """The published institutions that it came from, and theirs: a query a generation."""
        found, new = [], [self]
        while new:
            known = [each.pk for each in [self, *found]]
            before = Institution.objects.published().filter(successors__in=new)
            new = list(before.exclude(pk__in=known).distinct())
            found += new
        return found

    @property
    def kinds(self) -> list[str]:
        """What it is, in the reader's words: the main kind first."""
        further = (each.get_kind_display() for each in self.further_kinds.all())
        return list(dict.fromkeys([self.get_kind_display(), *further]))

    @property
    def side(self) -> str:
        """The country whose side it is on, if any: delegations.querysets.side_of() in a query."""
        return self.represents or (self.country if self.kind in OF_A_COUNTRY else "")

    def clean(self):
        """Fill in the address and widen partial dates.

        Raises ValidationError if the institution would belong to itself.
        """
        self.slug = own_slug(self, "name")
        if self.founded_on:
            self.founded_on = partial_dates.first_day(self.founded_on, self.founded_on_precision)
        if self.closed_on:
            self.closed_on = partial_dates.last_day(self.closed_on, self.closed_on_precision)
        if would_loop(self, "parent"):
            raise ValidationError({"parent": _("An institution cannot belong to itself.")})


class FurtherKind(Record):
    """What an institution is beside its main kind, such as a foundation that runs a university."""

    institution = models.ForeignKey(
        Institution,
        on_delete=models.CASCADE,
        related_name="further_kinds",
        verbose_name=_("institution"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=InstitutionKind)

    class Meta:
        ordering = ["institution", "pk"]
        verbose_name = _("further kind")
        verbose_name_plural = _("further kinds")
        constraints = [
            one_of("kind", InstitutionKind),
            models.UniqueConstraint(
                fields=["institution", "kind"],
                name="delegations_furtherkind_once",
                violation_error_message=_("This kind is already recorded."),
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    def clean(self):
        """Raise ValidationError if it is the main kind of the institution."""
        if self.institution_id and self.kind == self.institution.kind:
            raise ValidationError({"kind": _("That is its main kind.")})
