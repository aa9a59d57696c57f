from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.models.record import Record
from forum.records.constraints import in_some_language
from forum.records.sorting import SortKeys
from forum.records.translated import TranslatedField


class CommonOffice(Record):
    """An office that many hold, in all languages, so that nobody types it four times."""

    name = TranslatedField(
        models.CharField(
            _("office"), max_length=200, blank=True, help_text=_("For example: Vice-Rector.")
        )
    )
    sort_key = SortKeys("name")
    rank = models.ForeignKey(
        "delegations.OfficeRank",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="common_offices",
        verbose_name=_("rank"),
    )
    spellings = models.TextField(
        _("also written"),
        blank=True,
        help_text=_("Other words and spellings in any language, one a line: Pro-Rector."),
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("common office")
        verbose_name_plural = _("common offices")
        constraints = [in_some_language("name")]

    def __str__(self):
        return self.name

    @property
    def forms(self) -> list[str]:
        """All that this office is called, in any language."""
        names = [getattr(self, field) for field in type(self).name.fields]
        return [text for text in (*names, *map(str.strip, self.spellings.splitlines())) if text]
