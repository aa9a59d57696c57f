"""Columns in which a record's place in the alphabet of each language is kept.

`sort_key = SortKeys("name")` in a model makes a column for each language (sort_key_en, …) with
the sort key of the text that a reader of that language sees. Both databases order by it alike, by
its bytes and an index; it follows from the record, and forum.derived keeps it true.
"""

from functools import partial

from django.apps import apps
from django.db import models

from forum.derived import Derivation, derive
from forum.records.collation import sort_key
from forum.records.paging import Column, Order
from forum.records.texts import LANGUAGES, reader_language, text_in

# As much of a text as decides: a key stays far below what an index of Postgres holds.
LENGTH = 200


class SortKeyColumn(models.BinaryField):
    """A sort key in one language; never typed, and no part of a record's history."""

    def __init__(self, **options):
        super().__init__(**{"default": b"", "editable": False, "db_index": True} | options)

    def deconstruct(self):
        """To the database it is a plain column: no migration needs this class."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.BinaryField", arguments, options


class SortKeys:
    """The sort keys of a record: by the first of these translated fields that has a text."""

    def __init__(self, *fields: str):
        self.fields = fields

    def contribute_to_class(self, model: type[models.Model], name: str) -> None:
        self.columns = {language: f"{name}_{language}" for language in LANGUAGES}
        setattr(model, name, self)
        for column in self.columns.values():
            SortKeyColumn().contribute_to_class(model, column)

    @property
    def here(self) -> str:
        """The column by which a list is in the order of the reader's alphabet."""
        return self.columns[reader_language()]

    @property
    def order(self) -> Order:
        """The order of the reader's alphabet, for a list in pages."""
        return Order((Column(self.here),))

    def write(self, model: type[models.Model], keys: list[int]) -> None:
        """Write the sort keys of these records anew."""
        rows = model._base_manager
        for row in rows.filter(pk__in=keys):
            new = self._of(row)
            if any(bytes(getattr(row, column)) != key for column, key in new.items()):
                # One by one: bulk_update() takes four times as long.
                rows.filter(pk=row.pk).update(**new)

    def _of(self, row: models.Model) -> dict[str, bytes]:
        """A record's sort keys by their columns."""
        texts = {
            language: text_in(row, language, *self.fields)[0][:LENGTH] for language in self.columns
        }
        return {self.columns[each]: sort_key(text, each) for each, text in texts.items()}


def keep_sorted() -> None:
    """Keep the sort keys of every model that has any."""
    for model in apps.get_models():
        keys = getattr(model, "sort_key", None)
        if keys:
            name = f"order_of_{model._meta.model_name}"
            derive(Derivation(name=name, of=model, write=partial(keys.write, model)))
