"""Stories: files of records written for people, read into the database as a whole.

A story is a YAML file: model labels, under each the records by their reference, which is
also the slug where the model has one. A translated field is a mapping of languages to
texts, a relation is the reference of a record further up or the slug of one that is in the
database, and a list under the name of a reverse relation holds parts of the record, which may
have references of their own (`ref`).
"""

from pathlib import Path
from types import NoneType

import yaml
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import gettext_noop

from agreements.choices import Stage
from agreements.models import Agreement
from agreements.services import record_as_concluded
from forum.audit.trail import note
from forum.choices import AuditKind
from forum.history.keeping import revision
from forum.records.texts import LANGUAGES
from forum.records.translated import TranslatedField


class StoryError(Exception):
    """A story that cannot be read; the message names file, record and reason."""


READING_ERRORS = (
    AttributeError,
    FieldDoesNotExist,
    LookupError,
    StoryError,
    TypeError,
    ValidationError,
    ValueError,
)


def load(paths: list[Path]) -> list[str]:
    """Read every story that is not in the database yet, or none of them.

    A story whose first event exists is skipped; other records that exist already are used as
    they are, and new agreements that are concluded are recorded so. Returns the names of the
    files that something was new in. Raises StoryError.
    """
    reader = Reader()
    with revision(comment=gettext_noop("The demonstration was loaded.")):
        read = [path.name for path in paths if reader.read(path)]
        if read:
            note(AuditKind.OPERATED, subject="load", files=read)
        for record in reader.created:
            if isinstance(record, Agreement) and record.stage == Stage.CONCLUDED:
                record_as_concluded(record)
        return read


class Reader:
    def __init__(self):
        self.records: dict[tuple[type[models.Model], str], models.Model] = {}
        self.created: list[models.Model] = []

    def read(self, path: Path) -> bool:
        """Read one story; False if nothing in it was new."""
        try:
            story = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            first_event = next(iter(story.get("forum.Event") or {}), None)
        except (yaml.YAMLError, AttributeError) as error:
            raise StoryError(f"{path.name}: {error}") from error
        if apps.get_model("forum.Event").objects.filter(slug=first_event).exists():
            return False
        before = len(self.created)
        for label, records in story.items():
            if not isinstance(records, dict | NoneType):
                raise StoryError(f"{path.name}, {label}: not a mapping of references to records")
            self._read_records(path, label, records or {})
        return len(self.created) > before

    def _read_records(self, path, label, records):
        for reference, values in records.items():
            try:
                self._top_level(apps.get_model(label), reference, values or {})
            except READING_ERRORS as error:
                said = "; ".join(getattr(error, "messages", [str(error)]))
                raise StoryError(f"{path.name}, {label} {reference}: {said}") from error

    def _top_level(self, model, reference, values):
        identity = (
            {"slug": reference}
            if _has_slug(model)
            else {"url": values["url"]}
            if values.get("url")
            else {"name_en": values["name"]["en"]}
        )
        record = model._default_manager.filter(**identity).first()
        if record is not None:
            self.records[model, reference] = record
        else:
            self._create(model, {"ref": reference} | values, identity)

    def _create(self, model, values, given):
        values = dict(values)
        reference = values.pop("ref", None)
        record = model(**given)
        for name in [
            each for each in values if isinstance(getattr(model, each, None), TranslatedField)
        ]:
            self._translate(record, name, values.pop(name))
        fields = {model._meta.get_field(name): value for name, value in values.items()}
        # Parts and many-to-many relations need a saved record.
        later = {f: v for f, v in fields.items() if f.auto_created or f.many_to_many}
        for field in fields.keys() - later.keys():
            self._set(record, field, fields[field])
        record.full_clean()
        record.save()
        self.created.append(record)
        if reference:
            self.records[model, reference] = record
        for field, value in later.items():
            self._add(record, field, value)

    def _set(self, record, field, value):
        if field.is_relation:
            setattr(record, field.name, self._find(field, value))
        else:
            setattr(record, field.name, value)

    def _translate(self, record, name, value):
        """Set a translated field: a text in each language, or one in English."""
        texts = value if isinstance(value, dict) else {"en": value}
        for language, text in texts.items():
            if language not in LANGUAGES:
                raise StoryError(f"{name}: no translation into “{language}” is kept")
            setattr(record, f"{name}_{language}", text)

    def _add(self, record, field, value):
        if field.many_to_many:
            getattr(record, field.name).set([self._find(field, each) for each in value])
            return
        for part in value if isinstance(value, list) else [value]:
            self._create(field.related_model, part, {field.field.name: record})

    def _find(self, field, reference):
        model = field.related_model
        found = self.records.get((model, reference)) or _stored(model, reference)
        if found is None:
            label = model._meta.label
            raise StoryError(f"{field.name}: no {label} “{reference}” stands above")
        return found


def _has_slug(model) -> bool:
    return any(field.name == "slug" for field in model._meta.fields)


def _stored(model, reference):
    """The record of a story that was read another time, if its model has slugs."""
    if _has_slug(model):
        return model._default_manager.filter(slug=reference).first()
    return None
