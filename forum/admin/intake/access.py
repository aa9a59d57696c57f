"""Who may see a list that is taken in: whoever began it, and who may change what it brings."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from forum.admin.returning import next_of, returning
from forum.choices import IntakeState
from forum.intake.kinds import KINDS, Kind
from forum.models import Intake
from forum.rights import REVERT


def kinds_for(user) -> list[Kind]:
    """The kinds of lists that somebody may take in."""
    return [kind for kind in KINDS.values() if kind.may_be_used(user)]


def visible_to(user) -> QuerySet:
    usable = kinds_for(user)
    changing = [kind.name for kind in usable if user.has_perm(kind.change_right)]
    own = Q(author=user, kind__in=[kind.name for kind in usable])
    return Intake.objects.filter(own | Q(kind__in=changing))


def found(request, key: int) -> Intake:
    """A list that the reader may see; 404 for any other, 403 for whoever may take in none."""
    if not kinds_for(request.user):
        raise PermissionDenied
    if key >= 1 << 63:
        raise Http404
    return get_object_or_404(visible_to(request.user), pk=key)


def can_undo(intake: Intake, user) -> bool:
    """Whether what a list brought may be taken back; what else it takes depends on its rows."""
    is_saved = intake.state == IntakeState.SAVED and intake.revision_id is not None
    return is_saved and user.has_perm(REVERT)


def kind_for(request, name: str) -> Kind:
    """A kind by its name; 404 if there is none, 403 without the rights for it."""
    kind = KINDS.get(name)
    if kind is None:
        raise Http404
    if not kind.may_be_used(request.user):
        raise PermissionDenied
    return kind


def page(request, name: str, context: dict) -> HttpResponse:
    """A page about lists, whose tables need the room of the list of models."""
    own = {"next": next_of(request), "is_nav_sidebar_enabled": False}
    context = {**admin.site.each_context(request), **own, **context}
    return TemplateResponse(request, f"admin/intake/{name}.html", context)


def to(request, name: str, *args) -> HttpResponseRedirect:
    """Go on with another page, which returns to where this one does."""
    return HttpResponseRedirect(returning(reverse(f"admin:{name}", args=args), next_of(request)))
