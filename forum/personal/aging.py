"""Private data of an event, cleared when its time is over: in rows, in their history, in lists.

Which fields are private is asked of `forum.rights`: one that is guarded later is covered.
"""

import datetime as dt
import json
from collections.abc import Iterator

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from reversion.models import Version

from forum.audit.trail import note
from forum.choices import AuditKind
from forum.models import Event, IntakeRow, Removal, Touch
from forum.personal.edits import Edits, delete_files
from forum.personal.held import blank
from forum.rights import GUARDED, guarded

EVENT = Event._meta.label_lower
# By which lookup a model with private fields leads to its event.
ENDING: dict[type[Model], str] = {}
# The same of models whose rows then go as a whole.
GOING: dict[type[Model], str] = {}
# Models whose private fields have another time, and why.
STAYING: dict[type[Model], str] = {}


def ends_with_event(model: type[Model], path: str) -> None:
    """Say that private fields of a model are cleared some time after the event there."""
    ENDING[model] = path


def goes_with_event(model: type[Model], path: str) -> None:
    """Say that the rows of a model, which have no history, go some time after the event there."""
    GOING[model] = path


def stays(model: type[Model], why: str) -> None:
    """Say that private fields of a model are not cleared with any event."""
    STAYING[model] = why


def ended(on: dt.date, days: int) -> QuerySet:
    """Events of which the last day, as far as it is known, is more than so many days ago."""
    return Event.objects.ended(on - dt.timedelta(days)).order_by("pk")


def endless() -> QuerySet:
    """Events with private data that no day ends: postponed, or without any date."""
    rows = [
        Exists(model._base_manager.filter(_is_filled(model), **{path: OuterRef("pk")}))
        for model, path in ENDING.items()
    ]
    rows += [
        Exists(model._base_manager.filter(**{path: OuterRef("pk")}))
        for model, path in GOING.items()
    ]
    found = Q(*rows, _connector=Q.OR)
    return Event.objects.filter(found).without_end().order_by("pk")


def private_of(event: Event) -> Edits:
    """What is private of an event and still there."""
    edits = Edits()
    for model, path in ENDING.items():
        empty = _emptied(model)
        for key in _rows(model, path, event).values_list("pk", flat=True):
            edits.change(model, key, empty)
    for model, path in GOING.items():
        for key in model._base_manager.filter(**{path: event}).values_list("pk", flat=True):
            edits.drop(model, key)
    _find_in_history(event, edits)
    for key in _listed(event).values_list("pk", flat=True):
        edits.drop(IntakeRow, key)
    return edits


def _find_in_history(event: Event, edits: Edits) -> None:
    for version in _versions(event):
        [state] = json.loads(version.serialized_data)
        if (new := _cleared(state)) != state:
            text = json.dumps([new], ensure_ascii=False)
            edits.change(Version, version.pk, {"serialized_data": text})
    for removal in Removal.objects.filter(model__in=[m._meta.label_lower for m in ENDING]):
        new = _cleared(removal.data)
        if [EVENT, event.pk] in removal.wholes and new != removal.data:
            edits.change(Removal, removal.pk, {"data": new})


def clear(event: Event, *, by=None) -> dict[str, int]:
    """Clear what is private of an event, in one transaction; how many rows of each model."""
    with transaction.atomic():
        edits = private_of(event)
        lying = [*edits.files()]
        edits.write()
        transaction.on_commit(lambda: delete_files(lying))
        counts = dict(edits.total())
        if counts:
            note(AuditKind.ERASED, by=by, subject=event, rows=counts)
    return counts


def undeclared() -> set[type[Model]]:
    """Models with private fields of which nobody said when their time is over."""
    return {*GUARDED} - {*ENDING} - {*GOING} - {*STAYING}


def _emptied(model: type[Model]) -> dict:
    return {name: blank(model._meta.get_field(name)) for name in sorted(guarded(model))}


def _is_filled(model: type[Model]) -> Q:
    """Whether any private field of a row holds anything."""
    return ~Q(**_emptied(model))


def _rows(model: type[Model], path: str, event: Event) -> QuerySet:
    return model._base_manager.filter(_is_filled(model), **{path: event})


def _versions(event: Event) -> Iterator[Version]:
    """Versions in the history of the event that may hold what is private."""
    touches = Touch.objects.filter(model=EVENT, key=event.pk)
    mine = Version.objects.filter(pk__in=touches.values("version"))
    labels = [model._meta.label_lower for model in (*ENDING, Removal)]
    for version in mine.select_related("content_type").iterator(500):
        if ".".join(version.content_type.natural_key()) in labels:
            yield version


def _cleared(state: dict) -> dict:
    """A record as it was kept, without what is private; that it was deleted holds another."""
    fields = state["fields"]
    if state["model"] == Removal._meta.label_lower:
        return state | {"fields": fields | {"data": _cleared(fields["data"])}}
    model = apps.get_model(state["model"])
    return state | {"fields": fields | _emptied(model)} if model in ENDING else state


def _listed(event: Event) -> QuerySet:
    """Rows of lists that were taken in for the event, or for what stands in it."""
    places = Q(intake__place__event=event.pk)
    for model, path in ENDING.items():
        keys = [*model._base_manager.filter(**{path: event}).values_list("pk", flat=True)]
        places |= Q(**{f"intake__place__{model._meta.model_name}__in": keys})
    return IntakeRow.objects.filter(places)
