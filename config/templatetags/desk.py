"""Where one is in the admin: the way to a record, and the tabs of an event."""

from django import template

from config.desk.workspace import tabs
from config.desk.workspace.desk import Desk
from config.desk.workspace.trail import beginning, trail
from forum.admin.alike import address_of

register = template.Library()


@register.inclusion_tag("admin/_trail.html", takes_context=True)
def way_here(context, record=None, here=""):
    """The way to a form of the admin; `here` is what the page does with the record."""
    request, opts = context["request"], context["opts"]
    found = record or beginning(opts.model, request)
    steps = trail(found, request.user)
    if record and here:
        steps.append((str(record), address_of(record)))
    return {"steps": steps, "here": here or record or context.get("title", "")}


@register.inclusion_tag("admin/workspace/_head.html", takes_context=True)
def workspace_head(context, event, tab):
    """The tabs of an event's workspace, and what can be done with the event as a whole."""
    request = context["request"]
    desk = Desk(request, event, tab)
    return {
        "event": event,
        "tab": tab,
        "tabs": tabs.shown(desk),
        "facts_url": desk.form_of(event) if tab != "facts" else "",
        "perms": context["perms"],
    }
