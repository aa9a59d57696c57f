"""Who may print what names all who come to an event, and where that is chosen."""

from collections.abc import Mapping

from django.urls import reverse

from delegations.models import Delegation, Institution, Member, Official
from forum.rights import EXPORT, may, sees_all


def may_print(user) -> bool:
    """Whether the user sees all of it, and may take it along."""
    sees = (may(user, "view", model) for model in (Delegation, Member, Official, Institution))
    return sees_all(user) and user.has_perm(EXPORT) and all(sees)


def page_to_print(event: int, chosen: Mapping[str, object]) -> str:
    """Where all documents of an event are offered, for those whom `chosen` names."""
    return reverse("admin:workspace", args=[event, "print"], query=chosen)
