"""What is refused: forms before any page sees them, without losing them, and what one may not."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.defaults import permission_denied

from forum.admin.careful.aside import keep_form, sender_of
from forum.audit.trail import note
from forum.choices import AuditKind

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def stale_form(request, reason=""):
    """A form that is too old to be taken comes back in its page; nothing is saved.

    Only if it carries who opened it, which no other site can make a browser send.
    """
    sender = sender_of(request)
    is_own = request.user.is_anonymous or request.user.pk == sender
    if is_own and keep_form(request, sender):
        return HttpResponseRedirect(request.get_full_path())
    return render(request, "403_stale.html", status=403)


def not_for_you(request, exception):
    """A page or an act that the reader has no right to: said in a sentence, and accounted for."""
    request.is_refused = True
    return permission_denied(request, exception)


class NoteRefusals:
    """Note in the audit trail to whom which route was refused: outside the transaction of a page.

    The route is that of the code, without what stood in the address.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if getattr(request, "is_refused", False) and request.user.is_authenticated:
            match = request.resolver_match
            route = match.view_name or match.route if match else ""
            note(AuditKind.REFUSED, request=request, subject=route, method=request.method)
        return response


def unreadable(request, exception):
    """A form that is too large says so: what was typed is still in the browser.

    Django's own answer looks for a token in the form, which may be what cannot be read: that is
    answered without the links of the reader's own page.
    """
    if isinstance(exception, TOO_LARGE):
        is_list = request.path == reverse("admin:intake_new")
        return render(request, "413.html", {"is_list": is_list}, status=413)
    asked = request if request.method in ("GET", "HEAD") else None
    return HttpResponseBadRequest(render_to_string("400.html", request=asked))
