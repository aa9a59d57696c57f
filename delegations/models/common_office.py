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
    def called(self, text: str) -> CommonOffice | None:
        """The one office that is called so in any language; none if several are."""
        plain = _plain(text)
        spelled = Q(spellings__icontains=plain)
        for column in columns("name"):
            spelled |= Q(**{f"{column}__iexact": plain})
        rows = self.filter(spelled).select_related("rank")
        found = [row for row in rows if _plain(text) in map(_plain, row.forms)]
        return found[0] if len(found) == 1 else None


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


def complete_office(row: models.Model, field: str = "office") -> CommonOffice | None:
    """Fill the languages in which an office is empty, if it is a common one in another; say which.

    What stands in a language stays as it is.
    """
    texts = {language: getattr(row, f"{field}_{language}") for language in LANGUAGES}
    given = dict.fromkeys(filter(None, texts.values()))
    known = {CommonOffice.objects.called(text) for text in given} - {None}
    if len(known) != 1:
        return None
    (office,) = known
    for language, text in texts.items():
        if not text:
            setattr(row, f"{field}_{language}", getattr(office, f"name_{language}"))
    return office
