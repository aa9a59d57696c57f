"""Putting records back as they were: through the same checks as any other change, or not at all."""

from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from reversion.models import Version

from forum.audit.trail import note
from forum.choices import AuditKind
from forum.history.differences import (
    Change,
    Ident,
    State,
    history_of,
    record_from,
    states_at,
)
from forum.history.keeping import revision, serialized
from forum.models import Removal


def differences_from(ident: Ident, at: int) -> list[Change]:
    """What would change if a record and its parts were as after that revision."""
    entries = history_of(ident)
    texts = {change.ident: change.text for entry in entries for change in entry.changes}
    changes = [
        Change(each, texts[each], current, state)
        for each, state in states_at(entries, at).items()
        if (current := _current(each)) != state
    ]
    return in_safe_order(changes)


def what_went_with(removal: Removal) -> list[Change]:
    """What was deleted in one with a record and belonged to it, to be brought back with it."""
    together = Removal.objects.filter(pk__in=_removed_together(removal))
    whole = [removal.model, removal.key]
    changes = [
        Change((each.model, each.key), each.text, None, each.data)
        for each in together
        if whole in each.wholes and _current((each.model, each.key)) is None
    ]
    return in_safe_order(changes)


def put_back(changes: Iterable[Change], *, by=None, comment: str = "") -> None:
    """Make the changes, all in one revision.

    Raises ValidationError with a sentence, and changes nothing, where a record as it was breaks
    a rule of today: another one has its address, what it belongs to is gone, it is sealed.
    """
    changes = [*changes]
    with revision(by=by, comment=comment):
        make(changes)
        text = changes[0].text if changes else ""
        note(AuditKind.REVERTED, by=by, subject=text, records=len(changes), said=comment)


def make(changes: Iterable[Change]) -> None:
    """Make the changes in the revision that is open; raises ValidationError as put_back does."""
    for change in changes:
        try:
            _remove(change) if change.after is None else _write(change.after)
        except (ValidationError, models.ProtectedError) as error:
            raise ValidationError(
                _("%(record)s cannot be put back: %(reason)s"),
                params={"record": change.text, "reason": _reason(error)},
            ) from error


def _removed_together(removal: Removal) -> list[int]:
    """The removals of the same revision: they have versions in it, as every change has."""
    own = Version.objects.get_for_object(removal).values("revision")
    versions = Version.objects.get_for_model(Removal).filter(revision__in=own)
    return [int(key) for key in versions.values_list("object_id", flat=True)]


def _current(ident: Ident) -> State:
    model = apps.get_model(ident[0])
    record = model._base_manager.filter(pk=ident[1]).first()
    return serialized(record) if record else None


def in_safe_order(changes: list[Change]) -> list[Change]:
    """What goes first, parts before wholes; then what is written, wholes before their parts."""
    going = [each for each in changes if each.after is None]
    staying = [each for each in changes if each.after is not None]
    return sorted(going, key=depth, reverse=True) + sorted(staying, key=depth)


def depth(change: Change) -> int:
    return depth_of(change.model)


def depth_of(model: type[models.Model]) -> int:
    """How many kinds of record stand above this one: relations point from part to whole."""
    return _levels(model, frozenset())


def _levels(model, seen: frozenset) -> int:
    related = {f.related_model for f in model._meta.fields if f.remote_field} - {model, *seen}
    return max((1 + _levels(each, seen | {model}) for each in related), default=0)


def _remove(change: Change) -> None:
    record = change.model._base_manager.get(pk=change.ident[1])
    if hasattr(record, "clean_removal"):
        record.clean_removal()
    record.delete()


def _write(state: dict) -> None:
    record, relations = record_from(state)
    _refuse_to_publish(record)
    record._state.adding = not type(record)._base_manager.filter(pk=record.pk).exists()
    record.full_clean()
    record.save()
    for name, keys in relations.items():
        getattr(record, name).set(keys)


def _refuse_to_publish(record: models.Model) -> None:
    """What is reviewed before goes on the site by that way alone."""
    rows = type(record)._base_manager.filter(pk=record.pk)
    # Not what is published along with something else: of that it is no column.
    columns = {field.name for field in record._meta.concrete_fields}
    is_published = "is_published" in columns and record.is_published
    if (
        settings.REVIEW_BEFORE_PUBLICATION
        and is_published
        and not rows.filter(is_published=True).exists()
    ):
        raise ValidationError(_("It was published then: it has to be reviewed before it is again."))


def _reason(error: ValidationError | models.ProtectedError) -> str:
    if isinstance(error, models.ProtectedError):
        return ", ".join(map(str, error.protected_objects))
    return " ".join(error.messages)
