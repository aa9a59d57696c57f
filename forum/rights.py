"""What a member of staff may do with records of a kind, as the admin knows it."""

from django.contrib.auth import get_permission_codename


def may(user, action: str, model) -> bool:
    """Whether the user may view, add, change or delete records of the model.

    Who may change something may view it, as in the admin.
    """
    actions = {action, "change"} if action == "view" else {action}
    return any(user.has_perm(_permission(each, model)) for each in actions)


def _permission(action: str, model) -> str:
    return f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"
