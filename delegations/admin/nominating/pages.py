"""The pages of a delegation's nominations: whom it names, and how it is asked to."""

from secrets import token_urlsafe

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from delegations.admin.nominating.asking import NAME, may_ask
from delegations.admin.nominating.forms import InvitationForm
from delegations.admin.nominating.review import Review
from delegations.admin.questions.pages import ask, questions_address
from delegations.choices import NomineeState
from delegations.models import Invitation, Look
from delegations.nominating import letters, questions, services
from forum.audit.seeing import note_seen, note_shown
from forum.history.locking import lock


class Pages:
    """The views, on the pages of the admin of delegations."""

    def __init__(self, model_admin):
        self.admin = model_admin

    def nominees_view(self, request, key):
        """Whom the delegation names: what waits for an answer, and what became of the others."""
        delegation = self._delegation(request, key)
        invitation = self._invitation(delegation)
        if invitation is None:
            return self._to("invitation", delegation)
        if request.method == "POST":
            lock(invitation)
            invitation = self._invitation(delegation)
            if "ask" in request.POST:
                return self._ask(request, invitation)
        waiting, others = _parts(invitation)
        review = Review(invitation, waiting, request.POST or None)
        if review.is_decided and self._answer(request, review):
            return self._to("nominees", delegation)
        asked = _asked(invitation, [*others, *waiting])
        note_seen(request, delegation, [*waiting, *others])
        note_shown(request, delegation, {"value"} if any(each.answers for each in asked) else set())
        drafts = invitation.nominees.filter(submitted_at=None).count()
        context = {
            "title": _("Whom they name"),
            "review": review,
            "others": others,
            "drafts": drafts,
            "asked": asked,
            "ask_count": questions.people_to_ask(invitation, asked),
            "questions_url": questions_address(request.user, delegation.event),
            "once": token_urlsafe(24),
        }
        return self._page(request, delegation, "nominees", context)

    def _ask(self, request, invitation):
        """Write to the delegation that there is something to answer."""
        waiting, others = _parts(invitation)
        asked = _asked(invitation, [*others, *waiting])
        count = questions.people_to_ask(invitation, asked)
        back = reverse(f"admin:{NAME}_nominees", args=[invitation.delegation_id])
        return ask(request, [(invitation, count)] if count else [], back)

    def _answer(self, request, review: Review) -> bool:
        """Do what staff say of each, and let the delegation know; nothing if one is refused."""
        try:
            with transaction.atomic():
                counts = review.answer(by=request.user)
        except ValidationError as refusal:
            self.admin.message_user(request, " ".join(refusal.messages), messages.ERROR)
            return False
        said = _("Accepted: %(accept)d. Returned: %(return)d. The delegation is told by mail.")
        self.admin.message_user(request, said % counts)
        return True

    def invitation_view(self, request, key):
        """The link of the delegation: to whom it goes, until when, how many; sent, shown, ended."""
        delegation = self._delegation(request, key)
        invitation = self._invitation(delegation) or Invitation(delegation=delegation)
        act = request.POST.get("act", "") if request.method == "POST" else ""
        if invitation.pk and act in ("send", "show", "revoke"):
            return self._act(request, delegation, invitation, act)
        form = InvitationForm(request.POST or None, instance=invitation)
        if request.method == "POST" and form.is_valid():
            services.set_up(form.instance, quotas=form.quotas, by=request.user)
            self.admin.message_user(
                request, _("Saved. Send the link, or show it and hand it over.")
            )
            return self._to("invitation", delegation)
        return self._invitation_page(request, delegation, form)

    def _act(self, request, delegation, invitation, act):
        if act == "show":
            token = services.make_link(invitation, by=request.user)
            link = request.build_absolute_uri(letters.page_of(token, invitation.language))
            form = InvitationForm(instance=invitation)
            return self._invitation_page(request, delegation, form, link)
        if act == "send":
            services.send_link(invitation, by=request.user)
            said = _("A letter with a new link is in the outbox; it leaves within minutes.")
        else:
            services.revoke(invitation, by=request.user)
            said = _("The link has ended. What they entered stays.")
        self.admin.message_user(request, said)
        return self._to("invitation", delegation)

    def _invitation_page(self, request, delegation, form, link=""):
        context = {
            "title": _("Let them name their people"),
            "form": form,
            "invitation": form.instance if form.instance.pk else None,
            "link": link,
            "looked_at": _looked_at(form.instance),
        }
        return self._page(request, delegation, "invitation", context)

    def _delegation(self, request, key):
        if not may_ask(self.admin, request):
            raise PermissionDenied
        delegation = self.admin.get_object(request, str(key)) if key < 1 << 63 else None
        if delegation is None:
            raise Http404
        return delegation

    def _invitation(self, delegation) -> Invitation | None:
        rows = Invitation.objects.filter(delegation=delegation)
        return rows.select_related(*Invitation.ends_with).first()

    def _to(self, name: str, delegation) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse(f"admin:{NAME}_{name}", args=[delegation.pk]))

    def _page(self, request, delegation, name, context) -> TemplateResponse:
        context |= self.admin.admin_site.each_context(request)
        context |= {"original": delegation, "opts": self.admin.opts}
        return TemplateResponse(request, f"admin/nominating/{name}.html", context)


def _looked_at(invitation: Invitation):
    """When the delegation last said that it has seen its visit; None if never."""
    look = Look.objects.filter(invitation=invitation.pk).only("seen_at").first()
    return look and look.seen_at


def _parts(invitation: Invitation) -> tuple[list, list]:
    """Whoever waits for an answer, and all others whom the host has seen."""
    rows = invitation.nominees.exclude(submitted_at=None)
    found = list(rows.select_related("member__official__contact", "member__institution"))
    for nominee in found:
        nominee.invitation = invitation
    waiting = [each for each in found if each.state == NomineeState.SUBMITTED]
    return waiting, [each for each in found if each.state != NomineeState.SUBMITTED]


def _asked(invitation: Invitation, nominees) -> list[questions.Questionnaire]:
    """The questions and answers of each who comes."""
    asked = questions.questions_of(invitation.delegation.event)
    return [*questions.questionnaires(nominees, asked).values()]
