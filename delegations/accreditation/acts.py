"""Which acts the state of an accreditation allows, where each leads, and why not: pure rules.

An act that is refused is refused with a sentence for staff.
"""

from django.utils.translation import gettext as _

from delegations.choices import Accreditation as State
from delegations.choices import AccreditationAct as Act

# Whoever is in one of these states may enter, and has a badge.
ENTITLED = (State.APPROVED, State.BADGE_ISSUED, State.CHECKED_IN)
CLOSED = (State.REJECTED, State.WITHDRAWN)
# The states from which an act leads on.
FROM = {
    Act.APPROVED: (State.PENDING,),
    Act.REJECTED: (State.PENDING, State.APPROVED),
    Act.WITHDRAWN: (State.PENDING, *ENTITLED),
    Act.REOPENED: (State.APPROVED, *CLOSED),
    Act.BADGE_ISSUED: (State.APPROVED,),
    Act.BADGE_REPLACED: (State.BADGE_ISSUED, State.CHECKED_IN),
    Act.CHECKED_IN: (State.APPROVED, State.BADGE_ISSUED),
    Act.CHECK_IN_UNDONE: (State.CHECKED_IN,),
}
TO = {
    Act.APPROVED: State.APPROVED,
    Act.REJECTED: State.REJECTED,
    Act.WITHDRAWN: State.WITHDRAWN,
    Act.REOPENED: State.PENDING,
    Act.BADGE_ISSUED: State.BADGE_ISSUED,
    Act.CHECKED_IN: State.CHECKED_IN,
}
# What happens at the door alone.
AT_DOOR = (Act.CHECKED_IN, Act.CHECK_IN_UNDONE)
# What nobody does without saying why.
NEEDS_REASON = (Act.REJECTED, Act.WITHDRAWN, Act.BADGE_REPLACED, Act.CHECK_IN_UNDONE)


def possible_acts(state: str) -> list[Act]:
    """What staff may decide now, in the order of an accreditation's life."""
    return [act for act in Act if act not in AT_DOOR and state in FROM[act]]


def refusal(act: Act, state: str) -> str:
    """Why the act is impossible now, in the reader's language; empty if it is possible."""
    if state in FROM[act]:
        return ""
    if state == TO.get(act):
        return _("That is so already.")
    if state in CLOSED:
        return _("It is closed: put it back to pending first.")
    if state == State.PENDING:
        return _("It is still pending: approve it first.")
    return _refused_to_whom_may_enter(act, state)


def _refused_to_whom_may_enter(act: Act, state: str) -> str:
    if act == Act.BADGE_REPLACED:
        return _("No badge is issued yet.")
    if act == Act.CHECK_IN_UNDONE:
        return _("Nobody checked this person in.")
    if act in (Act.REJECTED, Act.REOPENED):
        return _("A badge is out already: withdraw the accreditation instead.")
    if state == State.CHECKED_IN:
        return _("The person is checked in already.")
    return _("It is approved already.")


def state_after(act: Act, state: str, before_check_in: str = "") -> State:
    """Where the act leads; an undone check-in leads back to what was before it."""
    if act == Act.CHECK_IN_UNDONE:
        return State(before_check_in or State.BADGE_ISSUED)
    return TO.get(act, State(state))
