"""What of an article a member of staff may record: only that is offered."""

from collections.abc import Mapping

from django.contrib.auth import get_permission_codename
from django.db.models import Model

from agreements.models import Agreement, AgreementCitation, Party
from delegations.models import (
    Delegation,
    DelegationCitation,
    Institution,
    Member,
    Official,
    Speaker,
)
from forum.models import Event, EventCitation, Session, Source, Topic
from forum.rights import sees_all

# What is written for each kind of row.
WRITTEN: Mapping[str, tuple[type[Model], ...]] = {
    "events": (Event, EventCitation),
    "bodies": (Delegation, Member, DelegationCitation),
    "people": (Delegation, Member, DelegationCitation),
    "documents": (Agreement, Party, AgreementCitation),
    "lectures": (Session, EventCitation, Speaker, DelegationCitation),
    "topics": (EventCitation,),
}
# What must be seen to be chosen.
CHOSEN = {"bodies": Institution, "people": Official, "topics": Topic}


def may(user, action: str, *models: type[Model]) -> bool:
    """Whether the user may do so with records of all these models; who may change may view."""
    actions = {action, "change"} if action == "view" else {action}
    return all(any(user.has_perm(_right(each, model)) for each in actions) for model in models)


def _right(action: str, model: type[Model]) -> str:
    return f"{model._meta.app_label}.{get_permission_codename(action, model._meta)}"


def may_begin(user, event: Event | None) -> bool:
    """Whether there is anything to do: to record an event, or more of one on record."""
    if not (sees_all(user) and may(user, "add", Source)):
        return False
    return may(user, "change", Event) if event else may(user, "add", *WRITTEN["events"])


def offered(user, event: Event | None) -> set[str]:
    """The kinds of rows that this member of staff may record; events only where none is given."""
    found = {kind for kind, models in WRITTEN.items() if may(user, "add", *models)}
    found -= {kind for kind, model in CHOSEN.items() if not may(user, "view", model)}
    return found - {"events"} if event else found


def may_add_new(user, kind: str) -> bool:
    """Whether a row of that kind may be a person or an institution that is on no record."""
    return may(user, "add", CHOSEN[kind])
