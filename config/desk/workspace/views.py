"""The pages of an event's workspace."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from config.desk import changes
from config.desk.printing import page as printing
from config.desk.workspace import accreditation, overview, precedence, readiness
from config.desk.workspace.desk import Desk, event_at
from config.desk.workspace.editing import open_line, save_line
from config.desk.workspace.tables import Line, Table
from config.desk.workspace.tabs import PASTES, TABS, may_open
from forum.admin.careful import aside
from forum.admin.careful.pages import careful_form, discarded
from forum.intake.kinds import KINDS
from forum.models import Event


@require_http_methods(["GET", "HEAD", "POST"])
def workspace(request, key, tab):
    """A tab of an event; with ?edit= one of its rows is a form, which a POST saves."""
    request = aside.brought_back(request) if "edit" in request.GET else request
    desk = Desk(request, event_at(request, key), tab)
    if not may_open(desk, tab):
        raise PermissionDenied
    if request.method == "POST" and tab == "readiness":
        return readiness.answer(desk) or _page(desk, [], None)
    tables = TABS[tab].tables(desk)
    lines = [line for table in tables for line in table.lines]
    opened = open_line(desk, lines, request.GET.get("edit", ""))
    if request.method == "POST":
        if opened is None:
            raise Http404
        answer = discarded(request)
        if answer or save_line(desk, opened):
            return answer or HttpResponseRedirect(f"{desk.address}#{opened.key}")
    return _page(desk, tables, opened)


def _page(desk: Desk, tables: list[Table], opened: Line | None) -> TemplateResponse:
    request, tab = desk.request, desk.tab
    context = admin.site.each_context(request) | {
        "title": str(desk.event),
        "opts": Event._meta,
        "event": desk.event,
        "tab": tab,
        "tables": tables,
        "pastes": [
            (kind, PASTES[kind])
            for kind in TABS[tab].pastes
            if kind in KINDS and KINDS[kind].may_be_used(request.user)
        ],
        "address": desk.address,
        **(careful_form(request, opened.form) if opened else {}),
        **_more(desk),
    }
    return TemplateResponse(request, "admin/workspace/workspace.html", context)


def _overview(desk: Desk) -> dict:
    facts = [fact for fact in overview.facts(desk.event) if fact[1]]
    return {"facts": facts} | readiness.light(desk)


# What a tab shows besides tables.
MORE = {
    "overview": _overview,
    "delegations": lambda desk: {"precedence": precedence.panel(desk)},
    "accreditation": accreditation.context,
    "print": lambda desk: printing.context(desk.request, desk.event),
    "readiness": readiness.context,
    "changes": lambda desk: changes.context(desk.request, desk.event),
}


def _more(desk: Desk) -> dict:
    return MORE[desk.tab](desk) if desk.tab in MORE else {}
