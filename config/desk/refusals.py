"""Forms that Django refuses before any page sees them: in a sentence, and without losing them."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.defaults import bad_request

from forum.admin.careful.aside import keep_form, sender_of

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


def unreadable(request, exception):
    """A form that is too large says so: what was typed is still in the browser."""
    if isinstance(exception, TOO_LARGE):
        is_list = request.path == reverse("admin:intake_new")
        return render(request, "413.html", {"is_list": is_list}, status=413)
    return bad_request(request, exception)
