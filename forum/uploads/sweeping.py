"""Files that nobody names, and rows that name a file which is not there.

A process that is killed, or a disk that is full, can leave either; nothing else does.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import Storage
from django.db import models
from reversion.models import Version

from forum.models import Removal
from forum.uploads.renditions import original_of


@dataclass(frozen=True)
class Lost:
    """A row that names a file which is not there."""

    row: str
    name: str


@dataclass(frozen=True)
class Column:
    """A column in which rows of a model name files of a storage."""

    model: type[models.Model]
    field: str

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    def rows(self) -> Iterator[tuple[object, str]]:
        """The key of each row that names a file, with the name."""
        named = self.model._base_manager.order_by("pk").exclude(**{self.field: ""})
        named = named.exclude(**{f"{self.field}__isnull": True})
        return named.values_list("pk", self.field).iterator(chunk_size=2_000)

    def history(self) -> Iterator[str]:
        """Files that can be put back, since a version or a deleted record names them."""
        content_type = ContentType.objects.get_for_model(self.model)
        versions = Version.objects.filter(content_type=content_type).order_by()
        for data in versions.values_list("serialized_data", flat=True).iterator():
            yield json.loads(data)[0]["fields"].get(self.field) or ""
        removals = Removal.objects.filter(model=self.label).order_by()
        for data in removals.values_list("data", flat=True).iterator():
            yield data["fields"].get(self.field) or ""


@dataclass(frozen=True)
class Store:
    """A storage of files, with all columns that name files there."""

    storage: Storage
    columns: list[Column]

    def unnamed(self, *, before: dt.datetime) -> list[str]:
        """The files that nobody names, stored before then: others may be on their way."""
        # Looked at first: what is stored meanwhile is not among them.
        there = [*files_in(self.storage)]
        named: set[str] = set()
        for column in self.columns:
            named |= {name for _key, name in column.rows()} | {*column.history()}
        unnamed = (name for name in there if original_of(name) not in named)
        return [name for name in unnamed if self.storage.get_modified_time(name) < before]

    def lost(self) -> list[Lost]:
        """The rows whose file is not there."""
        return [
            Lost(f"{column.label} {key}", name)
            for column in self.columns
            for key, name in column.rows()
            if not self.storage.exists(name)
        ]


def stores() -> list[Store]:
    """The storages that fields use: of another one nobody knows who names its files."""
    found: dict[int, Store] = {}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                store = found.setdefault(id(field.storage), Store(field.storage, []))
                store.columns.append(Column(model, field.name))
    return [*found.values()]


def files_in(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files of a storage."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        yield f"{folder}{name}"
    for name in folders:
        yield from files_in(storage, f"{folder}{name}/")
