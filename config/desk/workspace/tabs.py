"""The tabs of an event: what each is called, shows and counts, and who may open it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, AgreementCitation, Commitment, Outcome
from config.desk.workspace import (
    accreditation,
    agreements,
    delegations,
    outcomes,
    overview,
    programme,
    sources,
)
from config.desk.workspace.desk import Desk
from config.desk.workspace.tables import Table
from delegations.models import Delegation, DelegationCitation, Member
from delegations.printing import may_print
from forum.models import Event, EventCitation, Session
from forum.rights import sees_all


def _nothing(desk: Desk) -> list[Table]:
    return []


def _anybody(user: AbstractBaseUser) -> bool:
    return True


@dataclass(frozen=True)
class Tab:
    """`models` are those whose records it counts; whoever may view one of them may open it.

    `pastes` are the kinds of lists that can be read in from there; to whom `is_open_to` does not
    open it, it is closed whatever they may view.
    """

    label: str
    models: tuple[type[Model], ...]
    tables: Callable[[Desk], list[Table]] = _nothing
    pastes: tuple[str, ...] = ()
    is_open_to: Callable[[AbstractBaseUser], bool] = _anybody


CITATIONS = (EventCitation, DelegationCitation, AgreementCitation)
TABS = {
    "overview": Tab(_("Overview"), (), overview.tables),
    "programme": Tab(_("Programme"), (Session,), programme.tables, ("programme", "speakers")),
    "delegations": Tab(_("Delegations"), (Delegation,), delegations.tables, ("members",)),
    "accreditation": Tab(_("Accreditation"), (Member,), accreditation.tables),
    "agreements": Tab(_("Agreements"), (Agreement,), agreements.tables, ("agreements",)),
    "outcomes": Tab(_("Outcomes"), (Outcome, Commitment), outcomes.tables, ("commitments",)),
    "sources": Tab(_("Sources"), CITATIONS, sources.tables),
    "print": Tab(_("Print"), (), is_open_to=may_print),
    # What tells of what is not published too.
    "readiness": Tab(_("Readiness"), (), is_open_to=sees_all),
    "changes": Tab(_("Changes"), (), is_open_to=sees_all),
}
PASTES = {
    "members": _("Paste a list of members"),
    "speakers": _("Paste a list of speakers"),
    "programme": _("Paste a programme"),
    "agreements": _("Paste a list of agreements"),
    "commitments": _("Paste a list of commitments"),
}


def pasted_in(kind: str) -> str | None:
    """The tab from which lists of the kind are read in, if there is one."""
    return next((name for name, tab in TABS.items() if kind in tab.pastes), None)


def may_open(desk: Desk, name: str) -> bool:
    """Of an event that the reader may view."""
    models = TABS[name].models
    is_open = not models or any(desk.may("view", model) for model in models)
    return is_open and TABS[name].is_open_to(desk.request.user)


def counted(desk: Desk, name: str) -> int | None:
    """How many records the reader finds in the tab; None where nothing is counted."""
    found = [
        desk.shown(_records(model, desk.event)).count()
        for model in TABS[name].models
        if desk.may("view", model)
    ]
    return sum(found) if found else None


def _records(model: type[Model], event: Event):
    if model in CITATIONS:
        return sources.citations_of(model, event)
    if model is Member:
        return accreditation.members_of(event)
    of_agreements_too = {Outcome: outcomes.outcomes_of, Commitment: outcomes.commitments_of}
    if model in of_agreements_too:
        return of_agreements_too[model](event)
    return model.objects.filter(event=event)


def shown(desk: Desk) -> list[tuple[str, str, int | None, bool]]:
    """The tabs that the reader may open: label, address, how many, and whether it is this one."""
    return [
        (
            tab.label,
            reverse("admin:workspace", args=[desk.event.pk, name]),
            counted(desk, name),
            name == desk.tab,
        )
        for name, tab in TABS.items()
        if may_open(desk, name)
    ]
