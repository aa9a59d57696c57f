"""Rows that stand under a row of their own kind."""


def would_loop(instance, field: str) -> bool:
    """Whether the chain of parents leads back to the instance."""
    seen, parent = {instance.pk}, getattr(instance, field)
    while parent is not None:
        if parent.pk in seen:
            return True
        seen.add(parent.pk)
        parent = getattr(parent, field)
    return False
