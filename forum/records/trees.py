"""Rows that stand under a row of their own kind."""

from django.db.models import Model


def would_loop(instance: Model, field: str) -> bool:
    """Whether the chain of parents leads back to the instance."""
    seen, parent = {instance.pk}, getattr(instance, field)
    while parent is not None:
        if parent.pk in seen:
            return True
        seen.add(parent.pk)
        parent = getattr(parent, field)
    return False


def depth(instance: Model, field: str) -> int:
    """How many rows there are from the instance up to the top, both counted."""
    rows, parent = 1, getattr(instance, field)
    while parent is not None:
        rows, parent = rows + 1, getattr(parent, field)
    return rows


def height(instance: Model, children: str) -> int:
    """How many rows there are from the instance down to its deepest part, both counted."""
    if instance.pk is None:
        return 1
    parts = getattr(instance, children).all()
    return 1 + max((height(part, children) for part in parts), default=0)
