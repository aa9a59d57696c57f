"""Fields that many models share, with the help that staff read beside them."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum.choices import DatePrecision
from forum.records import countries, languages
from forum.records.slugs import MAX_LENGTH
from forum.uploads.fields import PictureField

CENTURY = 1200
NO_ALPHABET = _(
    "The alphabetical order of this language is not known here. Choose a language of the list."
)
TITLE_LENGTH = 1000


def title_field(**options) -> models.CharField:
    """What a record is called: full titles of treaties and of lectures run to many lines."""
    defaults = {"max_length": TITLE_LENGTH, "blank": True}
    return models.CharField(options.pop("name", _("title")), **defaults | options)


def country_field(**options) -> models.CharField:
    """A country's code, chosen by name; forum.records.countries says which codes there are."""
    defaults = {
        "max_length": countries.CODE_LENGTH,
        "blank": True,
        "choices": countries.country_choices,
    }
    return models.CharField(options.pop("name", _("country")), **defaults | options)


class TagsField(models.CharField):
    """BCP 47 tags in the usual case, whatever was written and through whichever door."""

    def to_python(self, value):
        text = super().to_python(value)
        return languages.normalised(text) if text else text

    def pre_save(self, model_instance, add):
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


def language_field(name=None, **options) -> TagsField:
    """One BCP 47 tag."""
    defaults = {
        "max_length": 20,
        "blank": True,
        "validators": [languages.validate_tag],
        "help_text": _("A language tag, for example: kk, ru, et, en, pl, uz-Cyrl."),
    }
    return TagsField(name or _("language"), **defaults | options)


def alphabet_field(name, **options) -> models.CharField:
    """The language of an alphabetical order; NO_ALPHABET if its order is not known."""
    defaults = {
        "max_length": 20,
        "blank": True,
        "choices": languages.alphabets,
        "error_messages": {"invalid_choice": NO_ALPHABET},
    }
    return models.CharField(name, **defaults | options)


def languages_field(**options) -> TagsField:
    """BCP 47 tags with commas between."""
    defaults = {
        "max_length": 120,
        "blank": True,
        "validators": [languages.validate_tags],
        "help_text": _("Language tags with commas between, for example: kk, ru, en."),
    }
    return TagsField(_("languages"), **defaults | options)


def precision_field(name=None) -> models.CharField:
    return models.CharField(
        name or _("how exact"),
        max_length=7,
        choices=DatePrecision,
        default=DatePrecision.DAY,
        help_text=_("Follows from how the date is typed: 18.08.2016, 08.2016 or 2016."),
    )


def slug_field() -> models.SlugField:
    return models.SlugField(
        _("web address"),
        max_length=MAX_LENGTH + 10,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of the page's address. Leave it empty to have it made from the name;"
            " a later change leads visitors on from the old address."
        ),
    )


def published_field() -> models.BooleanField:
    return models.BooleanField(
        _("published"),
        default=False,
        db_index=True,
        help_text=_("Visitors see only what is published."),
    )


def changed_field() -> models.DateTimeField:
    """When the record, or what its page or calendar entry says, was changed last.

    Kept by forum.history; a save that changes nothing is no change.
    """
    return models.DateTimeField(
        _("changed at"), default=timezone.now, db_index=True, editable=False
    )


def position_field() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Order in the list: 0 comes before 1, 1 before 2.")
    )


def picture_field(label, name: str, folder: str) -> PictureField:
    """A picture that remembers how large it is: pages leave room for it before it is loaded."""
    return PictureField(
        label,
        upload_to=folder,
        blank=True,
        width_field=f"{name}_width",
        height_field=f"{name}_height",
    )


def side_field() -> models.PositiveIntegerField:
    """The width or height of a picture, in pixels; kept by its picture_field()."""
    return models.PositiveIntegerField(null=True, blank=True, editable=False)


wikidata_validator = RegexValidator(r"^Q[1-9]\d*\Z", _("A Wikidata id looks like Q204626."))


def months_field(name, **options) -> models.PositiveSmallIntegerField:
    """A time in months, from one month to a century."""
    return models.PositiveSmallIntegerField(
        name,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(CENTURY)],
        **options,
    )
