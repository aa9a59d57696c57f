from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum.models.record import Record
from forum.querysets import RecordQuerySet
from forum.records.constraints import in_some_language
from forum.records.sorting import SortKeys
from forum.records.texts import LANGUAGES
from forum.records.translated import TranslatedField, columns


class CommonOfficeQuerySet(RecordQuerySet):
    def called(self, text: str) -> set[CommonOffice]:
        """The offices that are called so in any language: советник is adviser and counsellor."""
        plain = _plain(text)
        spelled = Q(spellings__icontains=plain)
        for column in columns("name"):
            spelled |= Q(**{f"{column}__iexact": plain})
        rows = self.filter(spelled).select_related("rank")
        return {row for row in rows if plain in map(_plain, row.forms)}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


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

    objects = CommonOfficeQuerySet.as_manager()

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


def complete_office(row: models.Model, field: str = "office") -> set[CommonOffice]:
    """Fill the languages in which an office is empty, if it is a common one in another.

    Where it may be one of several, which are returned, only what all of them say is filled in.
    """
    texts = {language: getattr(row, f"{field}_{language}") for language in LANGUAGES}
    given = dict.fromkeys(filter(None, texts.values()))
    known = list(filter(None, map(CommonOffice.objects.called, given)))
    offices = set.intersection(*known) if known else set()
    for language, text in texts.items():
        names = {getattr(office, f"name_{language}") for office in offices}
        if not text and len(names) == 1:
            setattr(row, f"{field}_{language}", names.pop())
    return offices
