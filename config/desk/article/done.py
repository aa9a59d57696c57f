"""What was recorded of an article, and the way back: all of it is undone as a whole."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from reversion.models import Revision

from agreements.models import Agreement
from config.desk.article.rights import may_begin
from delegations.models import Delegation, Institution, Official
from forum.admin.alike import address_of
from forum.history.keeping import label
from forum.history.undoing import Undoing, undo
from forum.models import Event, Session, Source

# What is listed; the rest are parts of these.
SHOWN = (Event, Session, Delegation, Official, Institution, Agreement, Source)


@require_http_methods(["GET", "HEAD", "POST"])
def done(request, key):
    """Show what one's own draft brought; undo it if asked to."""
    if not may_begin(request.user, None):
        raise PermissionDenied
    revision = get_object_or_404(Revision.objects.filter(user=request.user), pk=key)
    undoing = Undoing.of(revision)
    may_undo = request.user.has_perms(undoing.rights)
    if request.method == "POST" and not may_undo:
        raise PermissionDenied
    if request.method == "POST" and (response := _undone(request, revision)):
        return response
    context = admin.site.each_context(request) | {
        "title": _("Recorded of the article"),
        "lines": _lines(undoing),
        "may_undo": may_undo and undoing.changes,
        "clash": undoing.sentence,
    }
    return TemplateResponse(request, "admin/article/done.html", context)


def _undone(request, revision: Revision) -> HttpResponseRedirect | None:
    """Lead back to the first page once all is undone; None, with a sentence, if it cannot be."""
    try:
        undo(revision, by=request.user, leaving_out="leave_out" in request.POST)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    messages.success(request, _("The draft is undone: everything is as it was before."))
    return HttpResponseRedirect(reverse("admin:article"))


def _lines(undoing: Undoing) -> list[tuple[str, str, str]]:
    """The records that are new and still there: of what kind, how called, where changed."""
    found = []
    for model in SHOWN:
        keys = [
            key
            for (name, key), change in undoing.changes.items()
            if name == label(model) and change.after is None
        ]
        records = model.objects.in_bulk(keys)
        kind = capfirst(model._meta.verbose_name)
        found += [
            (kind, str(records[key]), _address(records[key])) for key in keys if key in records
        ]
    return found


def _address(record) -> str:
    """Where staff work on it: an event has a desk of its own."""
    if isinstance(record, Event):
        try:
            return reverse("admin:workspace", args=[record.pk, "overview"])
        except NoReverseMatch:
            return address_of(record)
    return address_of(record)
