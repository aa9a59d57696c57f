"""What a record's history says: revision by revision, what was added, changed and removed."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.apps import apps
from django.core.serializers import deserialize
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from reversion.models import Revision, Version

from forum.models import Removal
from forum.records.chosen import ChosenField
from forum.rights import PUBLISH, hidden_from, rights_to

# A record of any model: (forum.event, 7).
Ident = tuple[str, int]
# All that is kept of a record; None where there is none.
State = dict | None


@dataclass(frozen=True)
class Change:
    """What a revision did to one record; `before` or `after` is None where it did not exist."""

    ident: Ident
    text: str
    before: State
    after: State

    def __str__(self) -> str:
        said = {"kind": self.kind, "record": self.text, "what": self.what}
        return _("%(kind)s “%(record)s”: %(what)s") % said

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.ident[0])

    @property
    def kind(self) -> str:
        return self.model._meta.verbose_name

    @property
    def what(self) -> str:
        """Whether it was added, changed or removed, in words."""
        if self.before is None:
            return pgettext("a record was", "added")
        if self.after is None:
            return pgettext("a record was", "removed")
        return pgettext("a record was", "changed")

    @cached_property
    def rights(self) -> set[str]:
        """What it takes to make this change: to do so at all, to its private fields, in public."""
        action = "delete" if self.after is None else "change" if self.before else "add"
        found = {f"{self.model._meta.app_label}.{action}_{self.model._meta.model_name}"}
        if self.before and self.after:
            found |= rights_to(self.model, self.changed)
        was, will_be = (_is_published(state) for state in (self.before, self.after))
        return found | ({PUBLISH} if was != will_be else set())

    @property
    def changed(self) -> set[str]:
        """The names of the fields that differ."""
        old, new = ((state or {}).get("fields", {}) for state in (self.before, self.after))
        return {name for name in {*old, *new} if old.get(name) != new.get(name)}

    def seen_by(self, user) -> "Change | None":
        """The change as this user may know of it; None if they may know nothing of it."""
        if not user.has_perm(f"{self.model._meta.app_label}.view_{self.model._meta.model_name}"):
            return None
        hidden = hidden_from(user, self.model)
        is_hidden = self.before and self.after and self.changed and self.changed <= hidden
        return None if is_hidden else self.without(hidden)

    def without(self, hidden: frozenset[str]) -> "Change":
        """The change with nothing said of these fields."""
        before, after = (_without(state, hidden) for state in (self.before, self.after))
        return replace(self, before=before, after=after)

    @cached_property
    def lines(self) -> list[tuple[str, str, str]]:
        """The fields that differ: (label, before, after), in words."""
        return list(_lines(self.model, self.before, self.after))


def _without(state: State, hidden: frozenset[str]) -> State:
    if state is None or not hidden:
        return state
    return state | {"fields": {k: v for k, v in state["fields"].items() if k not in hidden}}


def _is_published(state: State) -> bool:
    return bool(state and state["fields"].get("is_published"))


@dataclass
class Entry:
    """One revision, as it stands in the history of a record."""

    revision: Revision
    changes: list[Change] = field(default_factory=list)

    @property
    def at(self) -> dt.datetime:
        return self.revision.date_created

    @property
    def by(self) -> str:
        """Who made it, by the name kept with it."""
        return made_by(self.revision)

    @property
    def sentence(self) -> str:
        """What was said of it; what a command said is in English, and in the catalogues."""
        said = self.revision.get_comment()
        return _(said) if said else self.in_short

    @property
    def in_short(self) -> str:
        """What changed, record by record."""
        return "; ".join(map(str, self.changes))


def made_by(revision: Revision) -> str:
    """Who made a revision, by the name kept with it; empty if nobody is known."""
    author = getattr(revision, "author", None)
    return author.name if author else ""


def history_of(ident: Ident) -> list[Entry]:
    """The revisions that concern a record or its parts, the oldest first."""
    known: dict[Ident, State] = {}
    entries: dict[int, Entry] = {}
    for version in _versions_of(ident):
        change = _change(version, known)
        if change is None:
            continue
        known[change.ident] = change.after
        entry = entries.setdefault(version.revision_id, Entry(version.revision))
        entry.changes.append(change)
    return list(entries.values())


def last_change(ident: Ident) -> Revision | None:
    """The revision that last changed a record, or took it away."""
    model, key = ident
    gone = Removal.objects.filter(model=model, key=key).order_by("-pk").first()
    own = Version.objects.get_for_object_reference(apps.get_model(model), key)
    versions = own | Version.objects.get_for_object(gone) if gone else own
    version = versions.select_related("revision__author").order_by("revision_id").last()
    return version.revision if version else None


def name_of_gone(ident: Ident) -> str:
    """What a record that was taken away was called."""
    gone = Removal.objects.filter(model=ident[0], key=ident[1]).order_by("-pk").first()
    return gone.text if gone else f"#{ident[1]}"


def _versions_of(ident: Ident) -> Iterable[Version]:
    model, key = ident
    touched = Version.objects.filter(touches__model=model, touches__key=key)
    related = ("revision__user", "revision__author", "content_type")
    return touched.select_related(*related).order_by("revision_id", "pk")


def _change(version: Version, known: dict[Ident, State]) -> Change | None:
    data = json.loads(version.serialized_data)[0]
    if version.content_type.model_class() is Removal:
        gone = data["fields"]
        ident = (gone["model"], gone["key"])
        return Change(ident, gone["text"], known.get(ident) or gone["data"], None)
    if version.content_type.model_class() is None:
        return None
    ident = (data["model"], int(version.object_id))
    return Change(ident, version.object_repr, known.get(ident), data)


def states_at(entries: Iterable[Entry], revision: int) -> dict[Ident, State]:
    """Each record of a history as it was after that revision; None where it did not exist."""
    states: dict[Ident, State] = {}
    for entry in entries:
        for change in entry.changes:
            if entry.revision.pk <= revision:
                states[change.ident] = change.after
            else:
                states.setdefault(change.ident, change.before)
    return states


def record_from(state: dict) -> tuple[models.Model, dict[str, list]]:
    """The record as it was kept, not saved, and its many-to-many relations by name."""
    [kept] = deserialize("json", json.dumps([state]), ignorenonexistent=True)
    return kept.object, kept.m2m_data or {}


def _lines(model, before: State, after: State) -> Iterator[tuple[str, str, str]]:
    old, new = ((state or {}).get("fields", {}) for state in (before, after))
    for each in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        values = [fields.get(each.name) for fields in (old, new)]
        first, second = (_in_words(each, value) for value in values)
        if first != second:
            yield str(each.verbose_name), first, second


def _in_words(each: models.Field, value) -> str:
    if value in (None, "", []):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if each.remote_field:
        keys = value if isinstance(value, list) else [value]
        found = each.related_model._base_manager.in_bulk(keys)
        return ", ".join(str(found.get(key, f"#{key}")) for key in keys)
    if isinstance(each, ChosenField):
        return each.in_words(value)
    return str(dict(each.flatchoices).get(value, value))
