from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forum.models.record import Record
from forum.records.constraints import in_some_language
from forum.records.fields import slug_field
from forum.records.slugs import own_slug
from forum.records.sorting import SortKeys
from forum.records.translated import TranslatedField


class Series(Record):
    """A numbered series of events, such as a forum held every year."""

    name = TranslatedField(
        models.CharField(
            _("name"),
            max_length=300,
            blank=True,
            help_text=_("For example: Forum of Rectors of Poland and Uzbekistan."),
        )
    )
    slug = slug_field()
    sort_key = SortKeys("name")

    class Meta:
        ordering = ["slug"]
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("several", "series")
        constraints = [in_some_language("name")]

    def __str__(self):
        return self.name

    def clean(self):
        self.slug = own_slug(self, "name")
