"""The step that seals an agreement's record, and the way back if it was a mistake."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.admin.acting import ActsOnAgreement
from agreements.admin.summary import summary
from agreements.life.sealing import awaits_seal
from agreements.models import Agreement, Party, Provision, Signatory, Text
from agreements.services import record_as_concluded, take_conclusion_back
from forum.admin.careful import aside, once
from forum.admin.careful.pages import carried, say_why_it_is_back, why_it_is_back
from forum.admin.careful.seen import changed_meanwhile
from forum.rights import may


def concluding_of(agreement: Agreement) -> str:
    """The address of the step."""
    return reverse("admin:agreements_agreement_conclude", args=[agreement.pk])


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("For example: the signing was put off."),
    )


# What is summed up before it is sealed.
SEALED = (Party, Signatory, Provision, Text)


class Concluding(ActsOnAgreement):
    def may_conclude(self, request, agreement) -> bool:
        """Whether the user may seal the agreement: only whoever sees all that it seals."""
        sees = all(may(request.user, "view", model) for model in SEALED)
        return sees and self.may_act(request, agreement)

    def get_urls(self):
        view, name = self.admin_site.admin_view, "agreements_agreement"
        return [
            path("<path:object_id>/conclude/", view(self.conclude_view), name=f"{name}_conclude"),
            path("<path:object_id>/reopen/", view(self.reopen_view), name=f"{name}_reopen"),
            *super().get_urls(),
        ]

    def conclude_view(self, request, object_id):
        """Sum up what will be sealed and what is missing, and ask."""
        request = aside.brought_back(request)
        agreement = self.changeable(request, object_id)
        if not self.may_conclude(request, agreement):
            raise PermissionDenied
        if answer := self.answered(request, agreement):
            return answer
        if refused := why_it_is_back(request) or self._changes(request, agreement):
            self.message_user(request, " ".join(refused), messages.ERROR)
            aside.forget(request)
        elif request.method == "POST" or not awaits_seal(agreement):
            return self._conclude(request, agreement)
        once.release(request)
        context = {"title": _("Record as concluded"), "summary": summary(agreement)}
        return self.page(request, "conclude", agreement, **context, **carried(request))

    def _changes(self, request, agreement) -> list[str]:
        changed = changed_meanwhile(request, agreement)
        return changed.messages if changed else []

    def _conclude(self, request, agreement) -> HttpResponse:
        """Do it, or say why not; in any case back to where staff came from."""
        done = _("It is recorded as concluded. What is empty can still be filled in.")
        try:
            step = record_as_concluded(agreement, by=request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.taken(request, agreement, str(step), done)
        return self.back_to(request, agreement)

    def reopen_view(self, request, object_id):
        """Ask why the record was not to be sealed."""
        request = aside.brought_back(request)
        agreement = self.changeable(request, object_id)
        if answer := self.answered(request, agreement):
            return answer
        form = ReasonForm(request.POST if request.method == "POST" else None)
        say_why_it_is_back(request, form)
        if form.is_valid() and self._reopen(request, agreement, form):
            return self.back_to(request, agreement)
        fieldsets = [(None, {"fields": list(form.fields)})]
        title = _("Recorded as concluded by mistake")
        return self.page_of_form(request, agreement, form, fieldsets, title=title)

    def _reopen(self, request, agreement, form) -> bool:
        """Open the record if nothing speaks against it; else let the form say what does."""
        if changed := changed_meanwhile(request, agreement):
            form.add_error(None, changed)
            return False
        try:
            step = take_conclusion_back(agreement, form.cleaned_data["reason"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return False
        self.taken(request, agreement, str(step), _("The record is open again."))
        return True
