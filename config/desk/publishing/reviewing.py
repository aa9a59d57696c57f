"""The pages of the review before publication: of one record, and of all that waits."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from config.desk.publishing.named import named_by
from config.desk.publishing.pages import MODELS
from forum.admin.alike import address_of
from forum.admin.autocompletes import is_key
from forum.admin.returning import next_of, returning
from forum.admin.reviewing import review_address, review_of
from forum.choices import ReviewState
from forum.models import Submission
from forum.published import open_to
from forum.review.submissions import changed_since, in_state, is_on, mark_ready, send_back
from forum.rights import PUBLISH, may, sees_all

LONGEST = 2_000  # Characters of a remark.
# As many of each kind as a page shows.
SHOWN = 50


def urls() -> list:
    """`admin:review`, and `admin:event_review` with the same of all that is published."""
    view = admin.site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(one))
    of_one = [
        path(
            f"{model._meta.app_label}/{model._meta.model_name}/<str:key>/ready/",
            view,
            {"model": model},
            name=f"{model._meta.model_name}_review",
        )
        for model in MODELS
    ]
    return [path("review/", admin.site.admin_view(require_safe(waiting)), name="review"), *of_one]


def one(request, key: str, model: type[Model]):
    """Say that a record is ready, with what its page names, or what is to be done before."""
    record = _find(request, key, model)
    named = [each for each in named_by([record], request.user, published=False) if each.may_change]
    error = ""
    if request.method == "POST":
        try:
            return _answer(request, record, named)
        except ValidationError as refusal:
            error = " ".join(refusal.messages)
    here = next_of(request, address_of(record))
    said = Submission.objects.filter(model=model._meta.label_lower, key=record.pk)
    context = admin.site.each_context(request) | {
        "title": _("Review: %(record)s") % {"record": record},
        "opts": model._meta,
        "record": record,
        "record_url": returning(address_of(record), request.get_full_path()),
        "named": named,
        "publish_url": _publishing(request, record),
        "error": error,
        "text": request.POST.get("remark", ""),
        "longest": LONGEST,
        "back": here,
        "said": said[:SHOWN],
        **review_of(request, record, here),
    }
    return TemplateResponse(request, "admin/review/one.html", context)


def waiting(request):
    """All that waits for somebody who may publish it, and what was returned."""
    if not sees_all(request.user):
        raise PermissionDenied
    if not is_on():
        raise Http404
    groups = [
        (title, [line for model in MODELS for line in _lines(request, model, state)])
        for title, state in (
            (_("Ready for publication"), ReviewState.WAITING),
            (_("Returned"), ReviewState.RETURNED),
        )
    ]
    context = admin.site.each_context(request) | {"title": _("Review"), "groups": groups}
    return TemplateResponse(request, "admin/review/waiting.html", context)


def number_waiting(user) -> int:
    """How much waits for this account to publish it; of what it sees."""
    if not (is_on() and user.has_perm(PUBLISH)):
        return 0
    return sum(_rows(user, model, ReviewState.WAITING).count() for model in MODELS)


def _rows(user, model: type[Model], state: str):
    if not may(user, "view", model):
        return model._default_manager.none()
    return open_to(user, in_state(model, state))


def _lines(request, model: type[Model], state: str) -> list[dict]:
    records = list(_rows(request.user, model, state)[:SHOWN])
    said = Submission.objects.filter(
        model=model._meta.label_lower, key__in=[record.pk for record in records], state=state
    )
    last = {each.key: each for each in said.order_by("pk")}
    changed = changed_since(records, last)
    return [
        {
            "kind": capfirst(model._meta.verbose_name),
            "record": record,
            "url": returning(review_address(record), request.path),
            "said": last[record.pk],
            "is_changed_since": record.pk in changed,
        }
        for record in records
    ]


def _find(request, key: str, model: type[Model]) -> Model:
    record_admin = admin.site.get_model_admin(model)
    record = record_admin.get_queryset(request).filter(pk=key).first() if is_key(key) else None
    if record is None:
        raise Http404
    if not (sees_all(request.user) and record_admin.has_change_permission(request, record)):
        raise PermissionDenied
    if record.is_published or not is_on():
        raise Http404
    return record


def _publishing(request, record) -> str:
    if not request.user.has_perm(PUBLISH):
        return ""
    address = reverse(f"admin:{record._meta.model_name}_publish", args=[record.pk])
    return returning(address, next_of(request))


def _answer(request, record, named):
    remark = request.POST.get("remark", "").strip()
    if len(remark) > LONGEST:
        raise ValidationError(_("Say it in at most %(most)d signs.") % {"most": LONGEST})
    if "return" in request.POST:
        send_back(record, by=request.user, answer=remark)
        messages.success(request, _("Returned with your remark."))
    else:
        ticked = set(request.POST.getlist("also"))
        also = [each.record for each in named if each.key in ticked]
        mark_ready([record, *also], by=request.user, remark=remark)
        messages.success(request, _("Marked as ready for publication."))
    return HttpResponseRedirect(next_of(request, address_of(record)))
