from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.models.record import Record
from forum.records.constraints import in_some_language
from forum.records.fields import slug_field
from forum.records.slugs import own_slug
from forum.records.sorting import SortKeys
from forum.records.translated import TranslatedField


class Topic(Record):
    """A theme of discussion, or a field in which parties cooperate."""

    name = TranslatedField(
        models.CharField(
            _("name"), max_length=200, blank=True, help_text=_("For example: academic mobility.")
        )
    )
    slug = slug_field()
    sort_key = SortKeys("name")
    code = models.CharField(
        _("code"),
        max_length=40,
        blank=True,
        help_text=_("A code from your own or a public list, for example ISCED-F 0613."),
    )
    is_academic = models.BooleanField(
        _("academic"),
        default=True,
        help_text=_("Off for fields such as trade or energy, so that they can be filtered out."),
    )

    class Meta:
        ordering = ["slug"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [in_some_language("name")]

    def __str__(self):
        return self.name

    def clean(self):
        self.slug = own_slug(self, "name")
