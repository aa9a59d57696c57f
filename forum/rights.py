"""What a member of staff may do: with records of a kind, with private fields, with the whole.

An app says in its `guarded.py` which fields of its records are private and by which right they
are seen and changed; the rights that concern no single kind of record are those of `Right`.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth import get_permission_codename
from django.db.models import Model

VIEW_UNPUBLISHED = "forum.view_unpublished"
PUBLISH = "forum.publish"
MERGE = "forum.merge"
REVERT = "forum.revert"
EXPORT = "forum.export"
ERASE = "forum.erase"

# The private fields of each kind of record, by the right that opens them.
GUARDED: dict[type[Model], dict[str, frozenset[str]]] = defaultdict(dict)


def guard(model: type[Model], *fields: str, by: str) -> None:
    """Show and take these fields of the model only to and from who has the right."""
    GUARDED[model][by] = frozenset(fields)


def guarded(model: type[Model]) -> frozenset[str]:
    """The names of the private fields of the model."""
    return frozenset().union(*GUARDED.get(model, {}).values())


def hidden_from(user, model: type[Model]) -> frozenset[str]:
    """The names of the fields of the model that this user may neither see nor change."""
    closed = (
        fields for right, fields in GUARDED.get(model, {}).items() if not user.has_perm(right)
    )
    return frozenset().union(*closed)


def sees_all(user) -> bool:
    """Whether the user sees what is not published too."""
    return user.has_perm(VIEW_UNPUBLISHED)


def rights_to(model: type[Model], fields: Iterable[str]) -> set[str]:
    """What it takes to see and change these fields of the model."""
    found = GUARDED.get(model, {}).items()
    return {right for right, private in found if not private.isdisjoint(fields)}


def may(user, action: str, model) -> bool:
    """Whether the user may view, add, change or delete records of the model.

    Who may change something may view it, as in the admin.
    """
    actions = {action, "change"} if action == "view" else {action}
    return any(user.has_perm(_permission(each, model)) for each in actions)


def _permission(action: str, model) -> str:
    return f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"
