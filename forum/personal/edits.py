"""What an erasure changes, row by row: found first, shown, and then written."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.files.storage import Storage
from django.db.models import FileField, Model

from forum.derived import going
from forum.history.keeping import KEPT, touch

BATCH = 500
# New values of a row; None if the row goes.
Values = dict | None
# A file by its name, with where it lies.
File = tuple[Storage, str]


def delete_files(files: Iterable[File]) -> None:
    """Take files from where they lie; to be called when the transaction is through."""
    for storage, name in files:
        storage.delete(name)


@dataclass
class Edits:
    """Changes of rows by their keys, of each row one."""

    rows: dict[type[Model], dict[int, Values]] = field(default_factory=lambda: defaultdict(dict))

    def change(self, model: type[Model], key: int, values: dict) -> None:
        """Change fields of a row; what was said of a field first holds."""
        known = self.rows[model].get(key, {})
        if values and known is not None:
            self.rows[model][key] = values | known

    def drop(self, model: type[Model], key: int) -> None:
        self.rows[model][key] = None

    def files(self) -> Iterator[File]:
        """The files of rows that go."""
        for model, rows in self.rows.items():
            names = [each.name for each in model._meta.fields if isinstance(each, FileField)]
            gone = [key for key, values in rows.items() if values is None]
            for row in model._base_manager.filter(pk__in=gone) if names else ():
                found = (getattr(row, name) for name in names)
                yield from ((file.storage, file.name) for file in found if file)

    def counts(self) -> Iterator[tuple[type[Model], int, int]]:
        """Of each model, how many rows are changed and how many go."""
        for model, rows in self.rows.items():
            gone = sum(values is None for values in rows.values())
            if rows:
                yield model, len(rows) - gone, gone

    def total(self) -> Counter:
        """The number of rows by the label of their model."""
        return Counter({m._meta.label_lower: len(rows) for m, rows in self.rows.items() if rows})

    def write(self) -> None:
        """Write them past the history, which has been rewritten with them."""
        for model, rows in self.rows.items():
            gone = [key for key, values in rows.items() if values is None]
            changed = [key for key, values in rows.items() if values]
            _touch(model, [*gone, *changed])
            for start in range(0, len(gone), BATCH):
                _remove(model, gone[start : start + BATCH])
            for key in changed:
                found = model._default_manager.filter(pk=key)
                # What is only ever added to has a door of its own for this.
                (getattr(found, "erase", None) or found.update)(**rows[key])


def _touch(model: type[Model], keys: list[int]) -> None:
    """Let the time of the last change rise where a calendar asks for it."""
    if model in KEPT and KEPT[model].touches and keys:
        touch(list(model._base_manager.filter(pk__in=keys)))


def _remove(model: type[Model], keys: list[int]) -> None:
    """Delete rows without a trace, with those of no history that hang on them."""
    rows = model._base_manager.filter(pk__in=keys)
    going(rows)
    for relation in model._meta.related_objects:
        hanging = relation.related_model._base_manager.filter(
            **{f"{relation.field.name}__in": keys}
        )
        hanging._raw_delete(hanging.db)
    rows._raw_delete(rows.db)
