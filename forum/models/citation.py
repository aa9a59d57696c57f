from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum.choices import Claim, EventKind, Fact, VisitKind
from forum.models.checked import Checked
from forum.records.constraints import exactly_one, one_of
from forum.records.fields import TITLE_LENGTH, language_field, title_field
from forum.records.paging import OrderIndex, latest_first


class Source(Checked):
    """A publication from which facts were read."""

    title = title_field(blank=False)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    url = models.URLField(_("link"), max_length=600, blank=True)
    language = language_field()
    published_on = models.DateField(_("published on"), null=True, blank=True)
    read_on = models.DateField(_("read on"), null=True, blank=True)

    class Meta:
        ordering = ["title", "pk"]
        # The list of staff.
        indexes = [OrderIndex(*latest_first("published_on").by(), name="forum_latest_sources")]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url=""),
                name="forum_source_url_once",
                violation_error_message=_("A source with this link is already recorded."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="forum_source_title_given",
                violation_error_message=_("Give the title."),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.publisher})" if self.publisher else self.title


class Citation(Checked):
    """“This source says so”, about a record or one of its facts.

    Sources that contradict each other stand side by side; the record follows the preferred one.
    """

    source = models.ForeignKey(
        "forum.Source",
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("source"),
    )
    field = models.CharField(
        _("fact"),
        max_length=20,
        choices=Fact,
        blank=True,
        help_text=_("Empty: the record as a whole."),
    )
    value = models.CharField(
        _("value"),
        max_length=60,
        blank=True,
        help_text=_(
            "The same word for all sources that say the same in whatever language, so that they are"
            " counted together: state, official, 40."
        ),
    )
    as_printed = models.CharField(
        _("as printed"),
        max_length=TITLE_LENGTH,
        blank=True,
        help_text=_("What the source says, word for word."),
    )
    claim = models.CharField(_("claim"), max_length=20, choices=Claim, default=Claim.REPORTED)
    is_preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("The record follows this source.")
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    note_language = language_field(_("language of the note"))

    # What can be said of a fact, where that is one of a list, and of which records citations are.
    CHOICES: ClassVar[dict[str, type[models.TextChoices]]] = {}
    SUBJECTS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        ordering = ["field", "-is_preferred", "pk"]
        constraints = [one_of("claim", Claim), one_of("field", Fact)]

    def __str__(self):
        said = self.as_printed or self.value_in_words
        return f"{self.get_field_display()}: {said}" if said else str(self.source)

    def clean(self):
        """Raises ValidationError for a value that is none of the fact's."""
        choices = self.CHOICES.get(self.field)
        if self.value and choices and self.value not in choices.values:
            known = ", ".join(choices.values)
            message = _("Write one of these: %(choices)s.") % {"choices": known}
            raise ValidationError({"value": message})

    @property
    def value_in_words(self) -> str:
        choices = self.CHOICES.get(self.field)
        return str(dict(choices.choices).get(self.value, self.value)) if choices else self.value

    @property
    def subject_key(self) -> tuple:
        """Which record it is about."""
        return tuple(getattr(self, f"{name}_id") for name in self.SUBJECTS)


SUBJECTS = ("event", "session")


class EventCitation(Citation):
    """What a source says about an event or an item of its programme."""

    CHOICES: ClassVar = {Fact.KIND: EventKind, Fact.VISIT_KIND: VisitKind}
    SUBJECTS: ClassVar = SUBJECTS

    event = models.ForeignKey(
        "forum.Event",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("event"),
    )
    session = models.ForeignKey(
        "forum.Session",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("programme item"),
    )

    class Meta(Citation.Meta):
        abstract = False
        verbose_name = _("citation about an event")
        verbose_name_plural = _("citations about events")
        constraints = [
            *Citation.Meta.constraints,
            exactly_one(
                *SUBJECTS,
                rule="one_subject",
                message=_("Give an event or a programme item."),
            ),
        ]
