"""The pages that publish an event or an agreement, and take one off the site."""

from django.contrib import admin, messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from agreements.models import Agreement
from config.desk.publishing.named import Named, leave_unreviewed, named_by
from config.desk.publishing.services import set_published_together
from delegations.models import Institution, Official
from forum.admin.alike import address_of
from forum.admin.autocompletes import is_key
from forum.admin.returning import next_of
from forum.models import Event
from forum.review.submissions import is_on

# A page takes a screenful of a list at once.
MOST = 50
MODELS = (Event, Agreement, Institution, Official)


def urls() -> list:
    """`admin:event_publish`, `admin:event_unpublish`, and the same of all that is published."""
    return [
        path(
            f"{model._meta.app_label}/{model._meta.model_name}/<str:keys>/{act}/",
            admin.site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(view)),
            {"model": model, "is_published": act == "publish"},
            name=f"{model._meta.model_name}_{act}",
        )
        for model in MODELS
        for act in ("publish", "unpublish")
    ]


def view(request, keys: str, model: type[Model], is_published: bool):
    """Show what the records' pages name, and publish it along, or take it off, as ticked."""
    records = _find(request, model, keys)
    named = named_by(records, request.user, published=not is_published)
    if is_published and is_on():
        leave_unreviewed(named, request.user)
    error = ""
    if request.method == "POST":
        try:
            return _save(request, records, named, is_published)
        except ValidationError as refusal:
            error = " ".join(refusal.messages)
    is_done = all(record.is_published == is_published for record in records)
    context = admin.site.each_context(request) | {
        "title": _title(records, is_published),
        "opts": model._meta,
        "records": records,
        "error": error,
        "named": named,
        "back": _back(request, records),
        "is_published": is_published,
        "is_done": is_done,
        "buttons": _buttons(
            is_published, is_done=is_done, is_offered=any(each.may_change for each in named)
        ),
    }
    return TemplateResponse(request, "admin/publishing.html", context)


def _find(request, model: type[Model], keys: str) -> list[Model]:
    found = keys.split(",")
    if len(found) > MOST or not all(map(is_key, found)):
        raise Http404
    record_admin = admin.site.get_model_admin(model)
    records = list(record_admin.get_queryset(request).filter(pk__in=found))
    if not records:
        raise Http404
    if not all(record_admin.has_publish_permission(request, record) for record in records):
        raise PermissionDenied
    return records


def _title(records: list[Model], is_published: bool) -> str:
    what = str(records[0]) if len(records) == 1 else _several(records)
    text = _("Publish: %(what)s") if is_published else _("Take off the site: %(what)s")
    return text % {"what": what}


def _buttons(is_published: bool, *, is_done: bool, is_offered: bool) -> list[tuple[str, str]]:
    """The buttons, by name: with what is ticked, or the records alone, as far as that is left."""
    ticked = _("Publish what is ticked") if is_published else _("Take off what is ticked")
    both = _("Publish with what is ticked") if is_published else _("Take off with what is ticked")
    alone = _("Publish it alone") if is_published else _("Take it off alone")
    only = _("Publish") if is_published else _("Take off the site")
    if is_done:
        return [("", ticked)] if is_offered else []
    return [("", both), ("alone", alone)] if is_offered else [("", only)]


def _several(records: list[Model]) -> str:
    text = ngettext("%(count)d record", "%(count)d records", len(records))
    return text % {"count": len(records)}


def _save(request, records: list[Model], named: list[Named], is_published: bool):
    ticked = set(request.POST.getlist("also")) if "alone" not in request.POST else set()
    also = [each.record for each in named if each.may_change and each.key in ticked]
    changed = set_published_together([*records, *also], is_published=is_published, by=request.user)
    if is_published:
        text = ngettext("%(count)d record published.", "%(count)d records published.", changed)
    else:
        text = ngettext(
            "%(count)d record taken off the site.", "%(count)d records taken off the site.", changed
        )
    messages.success(request, text % {"count": changed})
    return HttpResponseRedirect(_back(request, records))


def _back(request, records: list[Model]) -> str:
    """Where staff came from, or else the record, or the list of such records."""
    changelist = reverse(admin_urlname(records[0]._meta, "changelist"))
    return next_of(request, address_of(records[0]) if len(records) == 1 else changelist)
