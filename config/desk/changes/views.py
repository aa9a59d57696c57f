"""The page of all recent changes; the workspace of an event has the same as a tab."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.desk.changes import visits
from config.desk.changes.asking import people, revisions, visible_models
from config.desk.changes.reading import Entry, entries_of
from forum.admin.returning import returning
from forum.models import Event
from forum.rights import sees_all

PAGE = 30


@require_safe
def recent_changes(request):
    if not sees_all(request.user):
        raise PermissionDenied
    now = timezone.now()
    page = admin.site.each_context(request) | {"title": _("Recent changes")} | context(request)
    response = TemplateResponse(request, "admin/changes.html", page)
    visits.note_visit(request, response, now)
    return response


def context(request, event: Event | None = None) -> dict:
    """What the list shows: a page of entries, and by what it can be narrowed."""
    models = visible_models(request.user)
    by, kind = request.GET.get("by", ""), _kind(request.GET.get("kind", ""), models)
    rows = revisions(request.user, event=event, by=by, kind=kind)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    entries = entries_of(page, models)
    for entry in entries:
        entry.url = entry.url and returning(entry.url, request.get_full_path())
    _draw_line(entries, visits.last_visit(request, timezone.now()))
    kinds = [(model._meta.label_lower, model._meta.verbose_name_plural) for model in models]
    return {
        "entries": entries,
        "page_obj": page,
        "people": people(revisions(request.user, event=event)),
        "kinds": sorted(kinds, key=lambda each: str(each[1])),
        "by": by,
        "kind": kind and kind._meta.label_lower,
    }


def number_since_last_visit(request) -> int:
    """How many changes others have made since the reader last opened the list."""
    last = visits.last_look(request)
    if last is None:
        return 0
    return revisions(request.user).filter(date_created__gt=last).exclude(user=request.user).count()


def _kind(name: str, models: list[type[Model]]) -> type[Model] | None:
    return next((model for model in models if model._meta.label_lower == name), None)


def _draw_line(entries: list[Entry], last_visit) -> None:
    """Mark the first entry that was there on the last visit, if something has come since."""
    old = [each for each in entries if last_visit and each.at <= last_visit]
    if old and old[0] is not entries[0]:
        old[0].begins_old = True
