"""A delegation's own page: whom it names, for whoever has its address.

Nobody is signed in here, so a form carries no token against forgery: whoever could forge one knows
the address already, and browsers that may tell nobody where they come from would be refused.
"""

from functools import wraps

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from delegations.choices import InvitationState, NomineeState
from delegations.models import Invitation, Nominee
from delegations.nominating import uploads
from delegations.nominating.forms import NomineeForm
from delegations.nominating.questions import may_answer, questionnaires, questions_of, told
from delegations.nominating.services import OPEN, keep_draft, submit, take_off
from forum.admin.careful import once
from forum.history.locking import lock
from forum.private_addresses.answering import at_private_address
from forum.records.partial_dates import format_by
from forum.uploads.sending import PRIVATE, file_response

# What is said once above the list, by the word in its address.
SAID = {
    "saved": gettext_lazy("Saved as a draft."),
    "taken-off": gettext_lazy("Taken off the list."),
    "submitted": gettext_lazy("Submitted: the host has been told."),
    "answered": gettext_lazy("Saved: all questions are answered."),
    "taken-in": gettext_lazy("The list is taken over as drafts."),
}


def own_page(view):
    """Hand a view the invitation whose address is called, and its token for further addresses."""

    def shown(request, invitation, **kwargs) -> HttpResponse:
        if request.method == "POST":
            lock(invitation)
            invitation = Invitation.objects.select_related(*Invitation.ends_with).get(
                pk=invitation.pk
            )
        return view(request, invitation, **kwargs)

    found = at_private_address(Invitation, nothing_here="nominating/gone.html")(wraps(view)(shown))
    return csrf_exempt(found)


@require_safe
@own_page
def overview(request, invitation):
    """Everybody whom the delegation names, and what became of each."""
    return page(request, invitation, "overview", _listed(request, invitation))


@require_http_methods(["GET", "HEAD", "POST"])
@own_page
def person(request, invitation, key=None):
    """Naming somebody, or changing what is said of them."""
    nominee = _nominee(invitation, key) if key else Nominee(invitation=invitation)
    if request.method == "POST" and once.claim(request, Nominee) is not None:
        return back(request, "saved")
    form = NomineeForm(
        request.POST or None,
        request.FILES or None,
        instance=nominee,
        language=get_language(),
        may_upload=uploads.admit(request, invitation, "photo"),
    )
    if form.is_valid():
        nominee = form.save()
        keep_draft(nominee)
        once.done(request, nominee)
        return back(request, "saved")
    if form.is_bound:
        once.release(request)
    stored = _nominee(invitation, key) if key else Nominee(invitation=invitation)
    standing = invitation.standing(timezone.localdate())
    may_change = standing.may_change(stored.state) if key else standing.may_add
    context = {"form": form, "nominee": stored, "may_change": may_change, "is_new": not key}
    return page(request, invitation, "person", context)


@require_POST
@own_page
def off(request, invitation, key):
    """Taking somebody off the list; whoever is off it already stays so."""
    nominee = invitation.nominees.filter(pk=key).exclude(state=NomineeState.WITHDRAWN).first()
    if nominee is not None:
        take_off(nominee)
    return back(request, "taken-off")


@require_POST
@own_page
def hand_over(request, invitation):
    """Submitting whoever is complete; of all others, and if it is nobody, the page says why."""
    said, refusals = "", []
    try:
        refusals = submit(invitation, timezone.localdate())
        said = SAID["submitted"]
    except ValidationError as refusal:
        refusals = refusal.messages
    if not refusals:
        return back(request, "submitted")
    context = _listed(request, invitation) | {"said": said, "refusals": refusals}
    return page(request, invitation, "overview", context)


@require_safe
@own_page
def photo(_request, invitation, key):
    """The photo of somebody on the list, shown to whoever sent it."""
    nominee = _nominee(invitation, key)
    if not nominee.photo:
        raise Http404
    return file_response(nominee.photo.open, caching=PRIVATE)


def _nominee(invitation: Invitation, key: int) -> Nominee:
    nominee = invitation.nominees.filter(pk=key).first() if key < 1 << 63 else None
    if nominee is None:
        raise Http404
    nominee.invitation = invitation
    return nominee


def _listed(request, invitation: Invitation) -> dict:
    standing = invitation.standing(timezone.localdate())
    nominees = list(invitation.nominees.select_related("member"))
    asked = questionnaires(nominees, questions_of(invitation.delegation.event))
    can_answer = may_answer(invitation)
    rows = [
        {
            "nominee": each,
            "about": _about(each),
            "may_change": standing.may_change(each.state),
            "asked": told(asked.get(each.pk), can_answer=can_answer),
        }
        for each in nominees
    ]
    waiting = sum(each.state in OPEN for each in nominees)
    return {
        "rows": rows,
        "waiting": waiting,
        "quotas": list(invitation.quotas.all()),
        "said": SAID.get(request.GET.get("said", "")),
        "may_add": standing.may_add,
        "is_late": standing.is_late,
        "is_closed": standing.is_closed,
        "is_with_host": invitation.state == InvitationState.SUBMITTED and not waiting,
    }


def _about(nominee: Nominee) -> str:
    """In which category, office and institution somebody comes."""
    category = capfirst(nominee.get_category_display())
    return " · ".join(filter(None, (category, nominee.office, nominee.institution)))


def page(request, invitation: Invitation, name: str, context: dict) -> TemplateResponse:
    deadline = invitation.deadline
    own = {
        "token": request.resolver_match.kwargs["token"],
        "invitation": invitation,
        "delegation": invitation.delegation,
        "event": invitation.delegation.event,
        "deadline": format_by(deadline) if deadline else "",
        "once": once.token_of(request),
        "heading": _("Who comes with you"),
    }
    return TemplateResponse(request, f"nominating/{name}.html", own | context)


def back(request, said: str) -> HttpResponseRedirect:
    address = reverse("nominate", args=[request.resolver_match.kwargs["token"]])
    return HttpResponseRedirect(f"{address}?said={said}")
