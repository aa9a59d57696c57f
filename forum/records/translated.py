"""Fields that are kept in four languages, and how a query reads them.

`title = TranslatedField(models.CharField(_("title"), …))` makes a column for each language
(title_en, title_kk, title_ru, title_et) and a property `title`: what a reader sees of it. A text
that is not translated is empty, never NULL.
"""

import translated_fields
from django.db.models import CharField, F, Field, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.text import format_lazy

from forum.records.texts import LANGUAGES, reading_order, said


class TranslatedField(translated_fields.TranslatedField):
    """A field with a column for each language; its property falls back to another language."""

    def __init__(self, field: Field):
        labels = {
            language: {"verbose_name": format_lazy("{} [{}]", field.verbose_name, language)}
            for language in LANGUAGES
        }
        super().__init__(
            field, labels, attrgetter=lambda name, field: lambda record: said(record, name)
        )

    def contribute_to_class(self, cls, name):
        super().contribute_to_class(cls, name)
        self.model, self.name = cls, name

    @property
    def admin_order_field(self) -> str | None:
        """By what the admin orders a list by it; by nothing if the model has no such sort key."""
        keys = getattr(self.model, "sort_key", None)
        return keys.here if keys and self.name in keys.fields else None


def columns(*fields: str) -> list[str]:
    """The columns of translated fields in every language."""
    return [f"{field}_{language}" for field in fields for language in LANGUAGES]


def in_reading_language(field: str, language: str | None = None) -> Coalesce:
    """A translated field as a reader sees it: in their language, else in one that has it."""
    texts = [
        NullIf(F(f"{field}_{code}"), Value(""), output_field=CharField())
        for code in reading_order(language)
    ]
    return Coalesce(*texts, Value(""), output_field=CharField())
