"""Whether the event is ready: what the checks find and what is not on record yet.

Each line has the way to where it is mended.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from config.desk.missing import missing_of
from config.desk.panels import panels_of
from config.desk.readiness.board import Board, board
from config.desk.readiness.checks import Check
from config.desk.workspace.desk import Desk
from forum.admin.returning import returning
from forum.findings import Finding, set_aside, take_up_again
from forum.models import Event, SetAside

# Of each kind of what is missing so many are listed.
MOST = 100


@dataclass(frozen=True)
class Row:
    """A finding as a line of the board; `typed` and `refused` are a reason that was not taken."""

    finding: Finding
    address: str
    aside: SetAside | None = None
    typed: str = ""
    refused: str = ""


def light(desk: Desk) -> dict:
    """The traffic light of the event, for who may open the board."""
    return {"light": board(desk.event, desk.request.user).light} if desk.sees_all else {}


def context(desk: Desk) -> dict:
    user = desk.request.user
    shown, missing = board(desk.event, user), missing_of(desk.event)
    return {
        "light": shown.light,
        "groups": _groups(desk, shown),
        "may_set_aside": desk.may("change", Event),
        "panels": panels_of(missing, user, back=desk.address, most=MOST),
    }


def _groups(desk: Desk, shown: Board) -> list[tuple[Check, list[Row], list[Row]]]:
    return [
        (
            group.check,
            [_row(desk, each) for each in group.open],
            [_row(desk, each, row) for each, row in group.aside],
        )
        for group in shown.groups
    ]


def _row(desk: Desk, finding: Finding, aside: SetAside | None = None) -> Row:
    address = finding.address
    way = returning(address, desk.address) if address else desk.form_of(finding.about)
    refused = getattr(desk.request, "refused_reason", None)
    if refused and refused[0] == (finding.check, finding.subject):
        return Row(finding, way, aside, *refused[1:])
    return Row(finding, way, aside)


def answer(desk: Desk) -> HttpResponseRedirect | None:
    """Set a finding aside, or take it up again; None if the reason is not to be taken."""
    if not desk.may("change", Event):
        raise PermissionDenied
    data, user = desk.request.POST, desk.request.user
    name = data.get("check", ""), data.get("subject", "")
    finding = board(desk.event, user).find(*name)
    if finding is None:
        gone = _("This is no longer so: there is nothing to set aside.")
        messages.info(desk.request, gone)
        return HttpResponseRedirect(desk.address)
    if "again" in data:
        take_up_again(desk.event, finding, by=user)
        return HttpResponseRedirect(desk.address)
    try:
        set_aside(desk.event, [finding], reason=data.get("reason", ""), by=user)
    except ValidationError as error:
        refusal = " ".join(error.messages)
        desk.request.refused_reason = (name, data.get("reason", ""), refusal)
        return None
    return HttpResponseRedirect(desk.address)
