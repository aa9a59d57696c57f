"""What is held on a person, as they are told it: sections of rows, in words.

Who of staff wrote something is not told: that is about them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import JSONField, Model
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from reversion.models import Version

from forum.choices import ErasureMode
from forum.models import AsideForm, AuditEntry, IntakeRow, Removal
from forum.personal.edits import Edits
from forum.personal.eraser import Eraser, text_columns
from forum.personal.erasing import eraser_of
from forum.personal.held import HELD
from forum.personal.history import tie_to
from forum.personal.texts import models
from forum.personal.working import drop_working_data

BATCH = 1_000
# A line: what it is, and what is said.
Line = tuple[str, str]


@dataclass
class Section:
    """Rows of one kind, each with its lines; `why` they are held, if there is more to say."""

    title: str
    rows: list[list[Line]] = field(default_factory=list)


def account_of(model: type[Model], key: int) -> list[Section]:
    """All that is held on the person with that key."""
    eraser = eraser_of(model, key, ErasureMode.ANONYMOUS)
    own = model._base_manager.filter(pk=key)
    sections = [Section(capfirst(eraser.subject.title), [lines_of(row) for row in own])]
    for each in HELD[model]:
        rows = [lines_of(row) for row in each.rows(key)]
        sections.append(Section(capfirst(each.title), rows))
    sections += [
        Section(_("Where texts of other records name the person"), [*_mentions(eraser)]),
        Section(_("History of the records"), [*_history(eraser)]),
        Section(_("Deleted records"), [*_deleted(eraser)]),
        Section(_("Audit trail"), [*_trail(eraser)]),
        Section(_("Lists taken in, and forms set aside"), [*_working(eraser)]),
    ]
    return [section for section in sections if section.rows]


def lines_of(row: Model, leaving_out: Iterable[str] = ()) -> list[Line]:
    """The fields of a row that say something, in words."""
    return [
        (capfirst(each.verbose_name), text)
        for each in row._meta.concrete_fields
        if not (each.name in leaving_out or _follows(row, each.name))
        if (text := _said(row, each))
    ]


def _follows(row: Model, name: str) -> bool:
    """Whether a field says nothing by itself: a place in an alphabet, or how exact no date is."""
    date = name.removesuffix("_precision")
    return name.startswith("sort_key_") or (date != name and not getattr(row, date, True))


def _said(row: Model, column) -> str:
    value = getattr(row, column.attname)
    if value in (None, "", [], {}):
        return ""
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")())
    return str(getattr(row, column.name)) if column.is_relation else in_words(value)


def in_words(value) -> str:
    """A value as it is read."""
    if value is True or value is False:
        return _("yes") if value else _("no")
    if hasattr(value, "hour") and hasattr(value, "year"):
        return date_format(localtime(value) if value.tzinfo else value, "DATETIME_FORMAT")
    return str(value)


def _mentions(eraser: Eraser) -> Iterator[list[Line]]:
    """Texts of other records, and of what staff left behind, in which the person is found."""
    for model in models() if eraser.naming else ():
        if columns := text_columns(model):
            yield from _mentions_in(eraser, model, columns)


def _mentions_in(eraser: Eraser, model: type[Model], columns: list) -> Iterator[list[Line]]:
    tied = {row.pk for each in eraser.holding(model) for row in each.rows(eraser.key)}
    rows = model._base_manager.values_list("pk", *(each.name for each in columns))
    kind = capfirst(model._meta.verbose_name)
    for key, *texts in rows.iterator(BATCH):
        found = [
            (f"{kind} {key}: {column.verbose_name}", str(text))
            for column, text in zip(columns, texts, strict=True)
            if text and eraser.naming.search(str(text))
        ]
        if found and key not in tied and not eraser.is_self(model, key):
            yield found


def _history(eraser: Eraser) -> Iterator[list[Line]]:
    """Each state of the person's own record, and of what belongs to it, with its day."""
    for version in _tied_versions(eraser):
        model = ContentType.objects.get_for_id(version.content_type_id).model_class()
        if model in (None, Removal):
            continue
        state = version.field_dict
        if eraser.is_self(model, _number(version.object_id)) or _leads(eraser, model, state):
            said = _fields(model, state)
            yield [(_("Changed"), in_words(version.revision.date_created)), *said]


def _tied_versions(eraser: Eraser) -> Iterator[Version]:
    tie = tie_to(eraser.keys)
    rows = Version.objects.order_by("pk").values_list("pk", "serialized_data")
    tied = [key for key, text in rows.iterator(BATCH) if tie.search(text)]
    for start in range(0, len(tied), BATCH):
        found = Version.objects.filter(pk__in=tied[start : start + BATCH])
        yield from found.select_related("revision").order_by("pk")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _leads(eraser: Eraser, model: type[Model], state: Mapping) -> bool:
    vias = [each.via for each in eraser.holding(model)]
    said = {state.get(name) for via in vias for name in (via, f"{via}_id")}
    return not eraser.keys.isdisjoint(said)


def _fields(model: type[Model], state: Mapping) -> list[Line]:
    kind = (_("Kind"), capfirst(model._meta.verbose_name))
    return [kind, *((_label(model, name), in_words(v)) for name, v in state.items() if v)]


def _label(model: type[Model], name: str) -> str:
    try:
        return capfirst(model._meta.get_field(name.removesuffix("_id")).verbose_name)
    except (FieldDoesNotExist, AttributeError):
        return name


def _deleted(eraser: Eraser) -> Iterator[list[Line]]:
    for removal in Removal.objects.iterator(BATCH):
        model = apps.get_model(removal.model)
        fields = removal.data["fields"]
        if eraser.is_self(model, removal.key) or _leads(eraser, model, fields):
            yield [(_("Deleted"), in_words(removal.removed_at)), *_fields(model, fields)]


def _trail(eraser: Eraser) -> Iterator[list[Line]]:
    label = eraser.subject.model._meta.label_lower
    for entry in AuditEntry.objects.filter(model=label, key=eraser.key):
        yield [(capfirst(entry.get_kind_display()), in_words(entry.at))]


def _working(eraser: Eraser) -> Iterator[list[Line]]:
    edits = Edits()
    drop_working_data(eraser, edits)
    for row in IntakeRow.objects.filter(pk__in=edits.rows[IntakeRow]).select_related("intake"):
        yield [(_("Row of a list"), str(row.raw)), (_("Read as"), str(row.values))]
    for form in AsideForm.objects.filter(pk__in=edits.rows[AsideForm]):
        yield [(_("Form set aside"), form.path), (_("Content"), str(form.data))]


def without_secrets(row: Model, secrets: frozenset[str]) -> list[Line]:
    """The fields of a row but for secrets and raw data."""
    raw = {each.name for each in row._meta.fields if isinstance(each, JSONField)}
    return lines_of(row, leaving_out=secrets | raw)
