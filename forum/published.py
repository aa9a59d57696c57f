"""What of the records is published: all that staff see without the right to see more.

An app says in its `guarded.py` which rows of a kind are public by themselves. A row that belongs to
something, or names it, is published only if that is: no name is seen through a side door.
"""

from collections.abc import Callable
from functools import cache

from django.db.models import Model, Q, QuerySet

from forum.rights import sees_all

# How far a row names things: a citation a speaker, who speaks at an item of an event.
DEPTH = 3
# Narrows the rows of a kind to those that are public by themselves.
PUBLIC: dict[type[Model], Callable[[QuerySet], QuerySet]] = {}
# Kinds whose records are known by what names them: a source by what it says something about.
KNOWN_BY_OTHERS: set[type[Model]] = set()


def public(model: type[Model], narrow: Callable[[QuerySet], QuerySet]) -> None:
    """Count those rows of the model as published to which `narrow` leads."""
    PUBLIC[model] = narrow


def known_by_others(*models: type[Model]) -> None:
    """Count rows of these models as published if something that is published names them."""
    KNOWN_BY_OTHERS.update(models)


def open_to(user, rows: QuerySet) -> QuerySet:
    """Of these rows those that this user may see: all, or what is published."""
    if sees_all(user):
        return rows.all()
    if rows.model in KNOWN_BY_OTHERS:
        return rows.filter(_is_named(rows.model))
    if _is_concerned(rows.model):
        return rows.filter(pk__in=_published(rows.model).values("pk"))
    return rows.all()


def _is_named(model: type[Model]) -> Q:
    """Whether anything that is published names a row."""
    found = Q(pk__in=())
    for relation in model._meta.related_objects:
        if _is_concerned(relation.related_model):
            naming = _published(relation.related_model).values(relation.field.name)
            found |= Q(pk__in=naming)
    return found


def _published(model: type[Model]) -> QuerySet:
    """The rows that are public, and name nothing that is not."""
    rows = _own(model)
    for path, other in _named(model):
        is_open = Q(**{f"{path}__in": _own(other).values("pk")})
        rows = rows.filter(is_open | Q(**{f"{path}__isnull": True}))
    for field in model._meta.many_to_many:
        if field.related_model in PUBLIC:
            shown = _own(field.related_model).values("pk")
            hidden = field.related_model._default_manager.exclude(pk__in=shown).order_by()
            rows = rows.exclude(**{f"{field.name}__in": hidden.values("pk")})
    return rows


def _own(model: type[Model]) -> QuerySet:
    """The rows that are public by themselves."""
    rows = model._default_manager.all()
    return (PUBLIC[model](rows) if model in PUBLIC else rows).order_by()


def _is_concerned(model: type[Model]) -> bool:
    several = (field.related_model for field in model._meta.many_to_many)
    return model in PUBLIC or bool(_named(model)) or not PUBLIC.keys().isdisjoint(several)


@cache
def _named(
    model: type[Model], above: tuple[type[Model], ...] = ()
) -> tuple[tuple[str, type[Model]], ...]:
    """What a row belongs to and names, and what that does: paths to what may be unpublished.

    As joins of one query, and not without end: SQLite takes no more than 64 of them, and gives up
    on queries that stand in each other.
    """
    found = []
    for field in model._meta.concrete_fields:
        other = field.related_model
        if other is None or other in above or (other is model and above):
            continue
        if other in PUBLIC:
            found.append((field.name, other))
        if other is not model and len(above) < DEPTH - 1:
            inner = _named(other, (*above, model))
            found += [(f"{field.name}__{path}", each) for path, each in inner]
    return tuple(found)
