"""Fields that are kept in four languages, and how a query reads them.

`title = TranslatedField(models.CharField(_("title"), …))` makes a column for each language
(title_en, title_kk, title_ru, title_et) and a property `title`: what a reader sees of it. A text
that is not translated is empty, never NULL.
"""

import translated_fields
from django.db.models import CharField, F, Field, Value
from django.db.models.functions import Coalesce, Collate, NullIf
from django.utils.text import format_lazy

from forum.records.collation import collation_name
from forum.records.texts import LANGUAGES, reader_language, reading_order, said


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
        self.name = name

    @property
    def admin_order_field(self) -> Collate:
        """How the admin orders a list by it: in the alphabet of the one who reads it."""
        return by_text(self.name)


def columns(*fields: str) -> list[str]:
    """The columns of translated fields in every language."""
    return [f"{field}_{language}" for field in fields for language in LANGUAGES]


def in_reading_language(*fields: str, language: str | None = None) -> Coalesce:
    """A translated field as a reader sees it: in their language, else in one that has it.

    Of several fields the first one counts that has a text in that language.
    """
    texts = [
        NullIf(F(f"{field}_{code}"), Value(""), output_field=CharField())
        for code in reading_order(language)
        for field in fields
    ]
    return Coalesce(*texts, Value(""), output_field=CharField())


def by_text(*fields: str) -> Collate:
    """An ordering by a translated field as the reader sees it, in their own alphabet.

    SQLite's collations bear the names of Postgres' own: forum.records.sqlite makes them.
    """
    return Collate(in_reading_language(*fields), collation_name(reader_language()))
