"""What the history of records says of a person: what they were called, and its rewriting.

A version is rewritten, not deleted, where the record stays: no earlier state of it can bring
back what was erased, by undoing or by putting back.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from reversion.models import Version

from forum.models import OldAddress, Removal
from forum.personal.edits import Edits
from forum.personal.eraser import Eraser
from forum.personal.held import HELD, Held, Subject, said_by

BATCH = 1_000
# A state of a record: its model, its key and its fields.
Told = tuple[type[Model], int, dict]


def keys_of(subject: Subject, key: int) -> frozenset[int]:
    """The keys under which the person was on record: its own, and those of merged records.

    A record that became a part of the person's is deleted, and its address leads to the person.
    """
    label = subject.model._meta.label_lower
    slugs = {*OldAddress.objects.filter(model=label, key=key).values_list("slug", flat=True)}
    gone = Removal.objects.filter(model=label).values_list("key", "data")
    merged = {old for old, state in gone if state["fields"].get("slug") in slugs}
    still = subject.model._base_manager.filter(pk__in=merged).values_list("pk", flat=True)
    return frozenset({key, *merged} - {*still} | {key})


def states_of(subject: Subject, keys: frozenset[int]) -> Iterator[Told]:
    """All that is kept of the person and of what is held on them, and a little more."""
    yield from _in_versions(keys)
    for removal in Removal.objects.iterator(BATCH):
        yield from _told(removal.data)
    for row in subject.model._base_manager.filter(pk__in=keys).values():
        yield subject.model, row["id"], row
    for each in HELD[subject.model]:
        for key in keys if "__" not in each.via else ():
            for row in each.rows(key).values():
                yield each.model, row["id"], row | {each.via: key}


def _in_versions(keys: frozenset[int]) -> Iterator[Told]:
    tie = tie_to(keys)
    for text in Version.objects.values_list("serialized_data", flat=True).iterator(BATCH):
        if tie.search(text):
            [state] = json.loads(text)
            is_removal = state["model"] == Removal._meta.label_lower
            yield from _told(state["fields"]["data"] if is_removal else state)


def what_is_said(subject: Subject, keys: frozenset[int]) -> tuple[set[str], set[str]]:
    """All names of the person that are on record anywhere, and all other values."""
    names: set[str] = set()
    values: set[str] = set()
    for told in states_of(subject, keys):
        for each in _telling(subject, keys, told):
            names |= {*said_by(told[2], each.named_by)}
            values |= {*said_by(told[2], each.known_by)}
    return names, values


def _telling(subject: Subject, keys: frozenset[int], told: Told) -> list[Subject | Held]:
    """As what a state of a record tells of the person: the own record, a row that leads to it."""
    model, row, fields = told
    own: list[Subject | Held] = [subject] if model is subject.model and row in keys else []
    rows = [each for each in HELD[subject.model] if each.model is model]
    return own + [each for each in rows if fields.get(each.via) in keys]


def fields_once(subject: Subject, keys: frozenset[int], name: str) -> set[str]:
    """All that a field of the person's own record ever held."""
    versions = Version.objects.filter(
        content_type=ContentType.objects.get_for_model(subject.model),
        object_id__in=map(str, keys),
    )
    texts = versions.values_list("serialized_data", flat=True)
    own = [json.loads(text)[0]["fields"] for text in texts]
    own += subject.model._base_manager.filter(pk__in=keys).values()
    return {str(fields[name]) for fields in own if fields.get(name)}


def rewrite_history(eraser: Eraser, edits: Edits) -> None:
    """Find which versions, and which records that were deleted, tell of the person."""
    rows = Version.objects.values_list("pk", "content_type", "serialized_data", "object_repr")
    for key, content_type, text, called in rows.iterator(BATCH):
        if _may_tell(eraser, text) or eraser.may_be_in(called):
            _rewrite_version(eraser, edits, (key, content_type, text, called))
    for removal in Removal.objects.iterator(BATCH):
        new = _state(eraser, removal.data)
        if new is None:
            edits.drop(Removal, removal.pk)
            continue
        model, key = _model(removal.model), removal.key
        text = eraser.called(model, key, removal.text) if model else removal.text
        if (new, text) != (removal.data, removal.text):
            edits.change(Removal, removal.pk, {"data": new, "text": text[:500]})


def _rewrite_version(eraser: Eraser, edits: Edits, row: tuple[int, int, str, str]) -> None:
    key, content_type, text, called = row
    model = _model_of(content_type)
    if model is None:
        return
    [state] = json.loads(text)
    new = _of_removal(eraser, state) if model is Removal else _state(eraser, state)
    if new is None:
        edits.drop(Version, key)
        return
    gone = state["fields"] if model is Removal else {"model": state["model"], "key": state["pk"]}
    whose = _model(gone["model"])
    name = eraser.called(whose, gone["key"], called) if whose else called
    if (new, name) != (state, called):
        said = {"serialized_data": json.dumps([new], ensure_ascii=False), "object_repr": name}
        edits.change(Version, key, said)


def _may_tell(eraser: Eraser, text: str) -> bool:
    """Whether it is worth reading."""
    return eraser.may_be_in(text) or bool(tie_to(eraser.keys).search(text))


@lru_cache
def tie_to(keys: frozenset[int]) -> re.Pattern:
    """What finds a relation to a record of one of these keys in a text of JSON."""
    return re.compile(rf": (?:{'|'.join(map(str, sorted(keys)))})[,}}\]]")


def _of_removal(eraser: Eraser, state: dict) -> dict | None:
    """A version of that something was deleted holds all that it was."""
    fields = state["fields"]
    data = _state(eraser, fields["data"])
    if data is None:
        return None
    whose = _model(fields["model"])
    text = eraser.called(whose, fields["key"], fields["text"]) if whose else fields["text"]
    return state | {"fields": fields | {"data": data, "text": text}}


def _state(eraser: Eraser, state: dict) -> dict | None:
    """A record as it was kept, without the person."""
    model = _model(state["model"])
    fields = eraser.fields(model, state["pk"], state["fields"]) if model else state["fields"]
    return None if fields is None else state | {"fields": fields}


def _told(state: dict) -> Iterator[Told]:
    if model := _model(state["model"]):
        yield model, state["pk"], state["fields"]


def _model_of(content_type: int) -> type[Model] | None:
    return ContentType.objects.get_for_id(content_type).model_class()


def _model(label: str) -> type[Model] | None:
    """The model of that name; None of one that the site had once."""
    try:
        return apps.get_model(label)
    except LookupError:
        return None
