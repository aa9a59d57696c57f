"""The page of an event's questions: writing them, and asking the delegations for answers."""

from secrets import token_urlsafe

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from delegations.admin.nominating.asking import RIGHTS
from delegations.admin.questions.forms import SEEN, Questions
from delegations.models import Delegation, Invitation
from delegations.nominating import questions
from forum.admin.careful import once
from forum.models import Event
from forum.rights import may

NAME = "questions"


def urls(site) -> list:
    view = site.admin_view(questions_view)
    return [path("forum/event/<int:key>/questions/", view, name=NAME)]


def may_write(user) -> bool:
    return user.has_perms(RIGHTS) and may(user, "view", Delegation) and may(user, "view", Event)


def questions_address(user, event) -> str:
    """Where whoever may do so writes what an event asks; empty for all others."""
    return reverse(f"admin:{NAME}", args=[event.pk]) if may_write(user) else ""


@require_http_methods(["GET", "HEAD", "POST"])
def questions_view(request, key):
    """The questions as a form; saved as a whole, or nothing of it."""
    if not may_write(request.user):
        raise PermissionDenied
    event = get_object_or_404(Event, pk=key if key < 1 << 63 else 0)
    if request.method == "POST" and "ask" in request.POST:
        # Without a lock of the event: whoever answers has locked an invitation before it.
        return ask(request, questions.waiting(event), request.path)
    if request.method == "POST":
        questions.keep_questions_as_they_are(event)
    form = Questions(event, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with transaction.atomic():
            form.save()
        messages.success(request, _("The questions are saved."))
        return HttpResponseRedirect(request.path)
    context = admin.site.each_context(request) | {
        "title": _("Questions to those who come"),
        "event": event,
        "opts": Event._meta,
        "form": form,
        # What was seen when the page was opened, even if it is refused.
        "seen": request.POST.get(SEEN, form.seen),
        "waiting": questions.waiting(event),
        "once": token_urlsafe(24),
    }
    return TemplateResponse(request, "admin/nominating/questions.html", context)


def ask(request, waiting, back: str) -> HttpResponseRedirect:
    """Write to the delegations that wait, once however often that is sent, and say so."""
    if waiting and once.claim(request, Invitation) is None:
        count = questions.ask(waiting)
        once.done(request, waiting[0][0])
        text = ngettext(
            "%(count)d letter is in the outbox; it leaves within minutes.",
            "%(count)d letters are in the outbox; they leave within minutes.",
            count,
        )
        messages.success(request, text % {"count": count})
    elif not waiting:
        messages.warning(request, _("Nobody has anything to answer."))
    return HttpResponseRedirect(back)
