"""Who may print: what names all who come is for staff who may take it along."""

from delegations.models import Delegation, Institution, Member, Official
from forum.rights import EXPORT, may, sees_all


def may_print(user) -> bool:
    sees = (may(user, "view", model) for model in (Delegation, Member, Official, Institution))
    return sees_all(user) and user.has_perm(EXPORT) and all(sees)
