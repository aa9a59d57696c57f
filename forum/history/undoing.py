"""Taking back all that a revision did, whole: in a revision of its own, or not at all."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from reversion.models import Revision, Version

from forum.audit.trail import note
from forum.choices import AuditKind
from forum.history import bulk
from forum.history.differences import Change, Ident, State
from forum.history.keeping import KEPT, label, revision
from forum.history.restoring import depth, in_safe_order, make
from forum.models import Removal
from forum.rights import REVERT

BATCH = 500
# As many names of records as a sentence can hold.
NAMED = 5


@dataclass(frozen=True)
class Clash:
    """A record that cannot be put back: it was changed since, or something new points to it."""

    ident: Ident
    text: str


@dataclass
class Undoing:
    """What undoing a revision would do, and what stands against it."""

    changes: dict[Ident, Change]
    clashes: list[Clash] = field(default_factory=list)

    @classmethod
    def of(cls, done: Revision) -> "Undoing":
        found = cls({change.ident: change for change in _backwards(done)})
        found._set_aside(_changed_since(done, [*found.changes]))
        # What stays may name what would go.
        while used := _used(found.changes):
            found._set_aside(used)
        return found

    def _set_aside(self, idents: Iterable[Ident]) -> None:
        for ident in idents:
            if change := self.changes.pop(ident, None):
                self.clashes.append(Clash(ident, change.text))

    @cached_property
    def rights(self) -> set[str]:
        """The rights that it takes, as Django calls them."""
        return {REVERT}.union(*(change.rights for change in self.changes.values()))

    @property
    def sentence(self) -> str:
        """What stands against it, with the names of the records; empty if nothing does."""
        if not self.clashes:
            return ""
        names = [f"“{clash.text}”" for clash in self.clashes[:NAMED]]
        rest = len(self.clashes) - len(names)
        text = _("These were changed or are used since: %(records)s.")
        if rest:
            text = _("These were changed or are used since: %(records)s and %(rest)d more.")
        return text % {"records": ", ".join(names), "rest": rest}


def undo(done: Revision, *, by=None, leaving_out: bool = False) -> Undoing:
    """Put back all that a revision changed, in a revision of its own.

    Raises ValidationError, and changes nothing, if a record was changed or is used since; those
    stay as they are if they may be left out.
    """
    day = date_format(localtime(done.date_created), "DATETIME_FORMAT")
    comment = _("Undone what was done on %(day)s.") % {"day": day}
    with revision(by=by, comment=comment):
        undoing = Undoing.of(done)
        if undoing.clashes and not leaving_out:
            raise ValidationError(undoing.sentence, code="clash")
        changes = undoing.changes.values()
        make(in_safe_order([each for each in changes if each.after is not None]))
        _remove(each for each in changes if each.after is None)
        note(AuditKind.REVERTED, by=by, subject=done.comment, records=len(changes), said=comment)
    return undoing


def _backwards(done: Revision) -> Iterator[Change]:
    """Each change of a revision, the other way round."""
    versions = done.version_set.select_related("content_type").order_by("pk")
    for batch in _batches(list(versions)):
        before = _before(done, batch)
        for version in batch:
            state = json.loads(version.serialized_data)[0]
            if version.content_type.model_class() is Removal:
                gone = state["fields"]
                yield Change((gone["model"], gone["key"]), gone["text"], None, gone["data"])
            elif version.content_type.model_class() is not None:
                ident = (state["model"], int(version.object_id))
                yield Change(ident, version.object_repr, state, before.get(ident))


def _before(done: Revision, versions: list[Version]) -> dict[Ident, State]:
    """The records of these versions as they were kept last before the revision."""
    found = {}
    for content_type, keys in _keys(versions).items():
        kept = Version.objects.filter(content_type=content_type, object_id__in=keys)
        # What was found at a first change is kept with the revision, but dated before it.
        earlier = kept.filter(revision__date_created__lt=done.date_created)
        last = earlier.order_by().values("object_id").annotate(last=models.Max("pk"))
        for version in Version.objects.filter(pk__in=last.values("last")):
            state = json.loads(version.serialized_data)[0]
            found[state["model"], int(version.object_id)] = state
    return found


def _keys(versions: Iterable[Version]) -> dict[int, list[str]]:
    found = defaultdict(list)
    for version in versions:
        found[version.content_type_id].append(version.object_id)
    return found


def _changed_since(done: Revision, idents: list[Ident]) -> Iterator[Ident]:
    """The records that a later revision changed; what was deleted since is gone anyway."""
    for model, keys in _by_model(idents):
        for batch in _batches(keys):
            versions = Version.objects.get_for_model(model).filter(object_id__in=map(str, batch))
            later = versions.filter(revision__date_created__gt=done.date_created)
            there = model._base_manager.filter(pk__in=batch).values_list("pk", flat=True)
            changed = {int(key) for key in later.values_list("object_id", flat=True)} & {*there}
            yield from ((label(model), key) for key in sorted(changed))


def _used(changes: dict[Ident, Change]) -> set[Ident]:
    """The records that would go though another one, which would not, points to them."""
    going = [ident for ident, change in changes.items() if change.after is None]
    found: set[Ident] = set()
    for model, keys in _by_model(going):
        for relation in model._meta.related_objects:
            if relation.related_model in KEPT:
                found |= {*_used_by(relation, label(model), keys, changes)}
    return found


def _used_by(relation, name: str, keys: list[int], changes: dict[Ident, Change]) -> Iterator[Ident]:
    user, link = relation.related_model, relation.field.name
    for batch in _batches(keys):
        rows = user._base_manager.filter(**{f"{link}__in": batch})
        for key, used in rows.order_by().values_list("pk", link):
            if (label(user), key) not in changes:
                yield name, used


def _remove(changes: Iterable[Change]) -> None:
    """Delete what a revision made, parts before wholes."""
    made = sorted(changes, key=depth, reverse=True)
    for model, keys in _by_model([change.ident for change in made]):
        wholes = KEPT[model].part_of
        for batch in _batches(keys):
            records = model._base_manager.select_related(*wholes).filter(pk__in=batch)
            bulk.remove(list(records))


def _by_model(idents: Iterable[Ident]) -> Iterator[tuple[type[models.Model], list[int]]]:
    found = defaultdict(list)
    for name, key in idents:
        found[name].append(key)
    return ((apps.get_model(name), keys) for name, keys in found.items())


def _batches(rows: list) -> Iterator[list]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
