"""What leads staff from a page of the site to where they change what it shows."""

from django import template
from django.conf import settings
from django.db.models import Model
from django.urls import reverse

from forum.admin.alike import address_of
from forum.admin.returning import returning
from forum.models import Event
from forum.rights import may

register = template.Library()

# The tab of the workspace in which that is changed which a page of an event shows.
TAB_OF_PAGE = {
    "event-programme": "programme",
    "event-delegations": "delegations",
    "event-agreements": "agreements",
}


@register.simple_tag(takes_context=True)
def edit_address(context) -> str:
    """Where the reader changes what the page shows; empty for visitors and without the right.

    Who has no session is asked nothing, and costs nothing.
    """
    record, request = context.get("session") or context.get("object"), context.get("request")
    if not isinstance(record, Model) or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    if not (request.user.is_staff and may(request.user, "change", type(record))):
        return ""
    if isinstance(record, Event):
        tab = TAB_OF_PAGE.get(request.resolver_match.view_name, "overview")
        return reverse("admin:workspace", args=[record.pk, tab])
    return returning(address_of(record), request.get_full_path())
