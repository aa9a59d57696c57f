"""Where one is in the admin: the way to a record, and the tabs of an event."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from config.desk.article.rights import may_begin
from config.desk.ceremonies import may_take_along
from config.desk.workspace import tabs
from config.desk.workspace.desk import Desk
from config.desk.workspace.trail import beginning, trail, trail_to_tab
from delegations.printing import may_print, page_to_print
from forum.admin.alike import address_of
from forum.admin.pages import workspace_of
from forum.admin.returning import returning
from forum.admin.reviewing import review_of
from forum.models import Event
from forum.rights import may

register = template.Library()


@register.inclusion_tag("admin/_trail.html", takes_context=True)
def way_here(context, record=None, here=""):
    """The way to a form of the admin; `here` is what the page does with the record."""
    request = context["request"]
    found = record or beginning(context["opts"].model, request)
    steps = trail(found, request.user)
    if record and here:
        steps.append((str(record), _page_of(record)))
    return {"steps": steps, "here": here or record or context.get("title", "")}


@register.inclusion_tag("admin/_trail.html", takes_context=True)
def way_to_list(context):
    """The way to a list that is taken in: through the tab of its event, or from all such lists."""
    kind, place, user = context.get("kind"), context.get("place", ()), context["request"].user
    event = next((each for each in place if isinstance(each, Event)), None)
    tab = kind and tabs.pasted_in(kind.name)
    steps = [(_("Lists taken in"), reverse("admin:intake"))]
    if event and tab and may(user, "view", Event):
        steps = trail_to_tab(event, tab, user)
    return {"steps": steps, "here": context["title"]}


def _page_of(record) -> str:
    return workspace_of(record) if isinstance(record, Event) else address_of(record)


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
        "publish_url": "" if tab == "facts" else _publishing(desk),
        "perms": context["perms"],
        "may_draft": may_begin(request.user, event),
        "may_take_along": may_take_along(request.user),
        **({} if tab == "facts" else _review(desk)),
    }


@register.simple_tag(takes_context=True)
def may_have_pack(context) -> bool:
    """Whether the reader may have ceremony packs."""
    return may_take_along(context["request"].user)


@register.simple_tag(takes_context=True)
def page_to_print_for(context, member) -> str:
    """Where to print for this member; empty for who may not."""
    is_open = member and may_print(context["request"].user)
    return page_to_print(member.delegation.event_id, {"member": member.pk}) if is_open else ""


def _review(desk: Desk) -> dict:
    return review_of(desk.request, desk.event, desk.address) if desk.may("change", Event) else {}


def _publishing(desk: Desk) -> str:
    record_admin = desk.admin_of(desk.event)
    if not record_admin.has_publish_permission(desk.request, desk.event):
        return ""
    return returning(reverse("admin:event_publish", args=[desk.event.pk]), desk.address)
