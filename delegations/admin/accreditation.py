"""How staff decide who comes: an act for one member or for many, with its reason."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_http_methods

from delegations.accreditation.acts import NEEDS_REASON, possible_acts, refusal
from delegations.accreditation.badges import in_use
from delegations.accreditation.services import act_on_each
from delegations.accreditation.zones import zones_of
from delegations.choices import AccreditationAct
from delegations.models import Member
from delegations.rights import ACCREDIT
from forum.admin.autocompletes import is_key
from forum.admin.careful import aside, once
from forum.admin.careful.pages import carried, discarded, say_why_it_is_back
from forum.admin.returning import next_of, returning
from forum.published import open_to
from forum.rights import may

# What staff choose to do.
VERBS = {
    AccreditationAct.APPROVED: pgettext_lazy("to an accreditation", "Approve"),
    AccreditationAct.REJECTED: pgettext_lazy("to an accreditation", "Reject"),
    AccreditationAct.WITHDRAWN: pgettext_lazy("to an accreditation", "Withdraw"),
    AccreditationAct.REOPENED: pgettext_lazy("to an accreditation", "Put back to pending"),
    AccreditationAct.BADGE_ISSUED: pgettext_lazy("to an accreditation", "Issue the badge"),
    AccreditationAct.BADGE_REPLACED: pgettext_lazy("to an accreditation", "Replace the badge"),
}
# An act is one transaction, and its page shows all whom it concerns.
MOST = 200


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For staff who decide about accreditations alone."),
    )

    def __init__(self, act: AccreditationAct, *args, **options):
        super().__init__(*args, **options)
        self.fields["reason"].required = act in NEEDS_REASON


def acting_on(act: AccreditationAct, keys) -> str:
    """Where an act is confirmed for the members of these keys."""
    question = urlencode([("member", key) for key in keys])
    return f"{reverse('admin:delegations_member_accredit', args=[act])}?{question}"


def may_accredit(user) -> bool:
    return user.has_perm(ACCREDIT) and may(user, "view", Member)


class AccreditsMembers:
    """The part of the admin of members that decides about their accreditation."""

    actions = ["approve", "issue_badges", "reject", "withdraw"]
    change_form_template = "admin/delegations/member/change_form.html"

    def get_urls(self):
        view = require_http_methods(["GET", "HEAD", "POST"])(self.accredit_view)
        return [
            path(
                "accredit/<slug:act>/",
                self.admin_site.admin_view(view),
                name="delegations_member_accredit",
            ),
            *super().get_urls(),
        ]

    def get_readonly_fields(self, request, obj=None):
        """The state changes by acts alone."""
        return [*super().get_readonly_fields(request, obj), "accreditation"]

    def has_accredit_permission(self, request) -> bool:
        return may_accredit(request.user)

    def accredit_view(self, request, act):
        """Show whom an act concerns and why some cannot be, ask why, and do it."""
        if act not in VERBS:
            raise Http404
        if not self.has_accredit_permission(request):
            raise PermissionDenied
        request, act = aside.brought_back(request), AccreditationAct(act)
        members = self._chosen(request)
        back = self._back(request, members)
        if answer := self._answered(request, back):
            return answer
        form = ReasonForm(act, request.POST if request.method == "POST" else None)
        say_why_it_is_back(request, form)
        if form.is_valid():
            self._act(request, act, members, form.cleaned_data["reason"])
            return HttpResponseRedirect(back)
        once.release(request)
        return self._page(request, act, members, form, back)

    def _chosen(self, request) -> list[Member]:
        keys = request.GET.getlist("member")
        if not keys or len(keys) > MOST or not all(map(is_key, keys)):
            raise Http404
        rows = open_to(request.user, Member.objects.with_names().filter(pk__in=keys))
        members = list(rows.select_related("delegation__institution").order_by("delegation", "pk"))
        if not members:
            raise Http404
        return members

    def _answered(self, request, back):
        """The answer to a form that was taken before, or that was brought back and is unwanted."""
        if request.method == "POST" and once.claim(request, Member) is not None:
            return HttpResponseRedirect(back)
        return discarded(request)

    def _act(self, request, act, members, reason) -> None:
        done, refused = act_on_each(members, act, by=request.user, reason=reason)
        once.done(request, members[0])
        aside.forget(request)
        if done:
            text = ngettext(
                "Recorded for %(count)d member: %(act)s.",
                "Recorded for %(count)d members: %(act)s.",
                len(done),
            )
            said = {"count": len(done), "act": act.label}
            self.message_user(request, text % said, messages.SUCCESS)
        for member, why in refused:
            self.message_user(request, f"{member}: {why}", messages.WARNING)

    def _page(self, request, act, members, form, back):
        rows = [(member, refusal(act, member.accreditation)) for member in members]
        context = self.admin_site.each_context(request) | {
            "title": VERBS[act],
            "opts": self.opts,
            "original": members[0] if len(members) == 1 else None,
            "rows": rows,
            "is_possible": any(not why for _member, why in rows),
            "form": form,
            "back": back,
            "media": self.media,
            **carried(request),
        }
        return TemplateResponse(request, "admin/accreditation/act.html", context)

    def _back(self, request, members) -> str:
        if len(members) == 1:
            page = reverse("admin:delegations_member_change", args=[members[0].pk])
        else:
            page = reverse("admin:delegations_member_changelist")
        return next_of(request, page)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and may_accredit(request.user):
            context |= self._accreditation_of(obj, request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _accreditation_of(self, member, request) -> dict:
        # As it is on record: what was typed into a form that is refused is not.
        stored = Member.objects.select_related("delegation").get(pk=member.pk)
        here = request.get_full_path()
        return {
            "accreditation_acts": [
                (returning(acting_on(act, [stored.pk]), here), VERBS[act])
                for act in possible_acts(stored.accreditation)
            ],
            "accreditation_steps": stored.accreditation_steps.all(),
            "badge": in_use([stored]).get(stored.pk),
            "zones": zones_of(stored.delegation.event_id, [stored])[stored.pk],
        }

    @admin.action(description=gettext_lazy("Approve the selected"), permissions=["accredit"])
    def approve(self, request, queryset):
        return self._ask(request, AccreditationAct.APPROVED, queryset)

    @admin.action(description=gettext_lazy("Issue the badges"), permissions=["accredit"])
    def issue_badges(self, request, queryset):
        return self._ask(request, AccreditationAct.BADGE_ISSUED, queryset)

    @admin.action(description=gettext_lazy("Reject the selected"), permissions=["accredit"])
    def reject(self, request, queryset):
        return self._ask(request, AccreditationAct.REJECTED, queryset)

    @admin.action(description=gettext_lazy("Withdraw the selected"), permissions=["accredit"])
    def withdraw(self, request, queryset):
        return self._ask(request, AccreditationAct.WITHDRAWN, queryset)

    def _ask(self, request, act, queryset):
        keys = list(queryset.values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            text = _("Choose at most %(most)d at a time.") % {"most": MOST}
            return self.message_user(request, text, messages.ERROR)
        return HttpResponseRedirect(returning(acting_on(act, keys), request.get_full_path()))
