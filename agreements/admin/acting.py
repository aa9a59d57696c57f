"""What the pages share that stand beside the form of an agreement and do something with it."""

from functools import partial

from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms import modelform_factory
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from agreements.models import Agreement
from forum.admin.autocompletes import is_key
from forum.admin.careful import aside, once
from forum.admin.careful.pages import carried, discarded, refused
from forum.admin.careful.seen import seal, states_of
from forum.admin.offering import lists
from forum.admin.returning import next_of
from forum.rights import sees_all


class ActsOnAgreement:
    def changeable(self, request, object_id):
        """The agreement of an address; raises Http404 or PermissionDenied."""
        key = unquote(object_id)
        agreement = self.get_object(request, key) if is_key(key) else None
        if agreement is None:
            raise Http404
        if not self.may_act(request, agreement):
            raise PermissionDenied
        return agreement

    def may_act(self, request, agreement) -> bool:
        """Whether the user may do what concerns the whole agreement, which they must see for it."""
        return sees_all(request.user) and self.has_change_permission(request, agreement)

    def answered(self, request, agreement) -> HttpResponse | None:
        """The answer to a form that was taken before, or that was brought back and is unwanted."""
        if request.method == "POST" and once.claim(request, Agreement) is not None:
            return self.back_to(request, agreement)
        return discarded(request)

    def taken(self, request, agreement, said: str, done: str) -> None:
        """A form of the agreement did its work: `said` is kept of it, `done` is told."""
        once.done(request, agreement)
        aside.forget(request)
        self.log_change(request, agreement, said)
        self.message_user(request, done, messages.SUCCESS)

    def back_to(self, request, agreement) -> HttpResponseRedirect:
        """The way back to where staff came from, or else to the agreement's form."""
        page = reverse("admin:agreements_agreement_change", args=[agreement.pk])
        return HttpResponseRedirect(next_of(request, page))

    def form_of(self, request, model, form, fields, *, asked_by=None):
        """The class of a form with these fields, as the admin asks for them."""
        callback = partial((asked_by or self).formfield_for_dbfield, request=request)
        return modelform_factory(model, form=form, fields=fields, formfield_callback=callback)

    def page(self, request, name: str, agreement, **context) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {
            "subtitle": str(agreement),
            "opts": self.opts,
            "original": agreement,
            "media": self.media,
            "seen": seal(states_of(agreement)),
            **context,
        }
        return TemplateResponse(request, f"admin/agreements/agreement/{name}.html", context)

    def page_of_form(
        self, request, agreement, form, fieldsets, *, title, formsets=(), inlines=(), asked_by=None
    ):
        """A page that asks for what a form and some rows have, and has one button: its title."""
        once.release(request)
        adminform = helpers.AdminForm(form, fieldsets, {}, model_admin=self)
        rows = self.get_inline_formsets(request, formsets, inlines, agreement)
        careful = carried(request) | refused(request, form, formsets)
        context = {"errors": helpers.AdminErrorList(form, formsets)} | careful
        return self.page(
            request,
            "step",
            agreement,
            title=title,
            adminform=adminform,
            inline_admin_formsets=rows,
            offered=lists([asked_by or self, *inlines]),
            media=sum((each.media for each in rows), self.media + adminform.media),
            **context,
        )
