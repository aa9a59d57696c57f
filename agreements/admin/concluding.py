"""The step that seals an agreement's record, and the way back if it was a mistake."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.admin.acting import ActsOnAgreement
from agreements.admin.summary import summary
from agreements.life.sealing import awaits_seal
from agreements.models import Agreement
from agreements.services import record_as_concluded, take_conclusion_back


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


class Concluding(ActsOnAgreement):
    def get_urls(self):
        view, name = self.admin_site.admin_view, "agreements_agreement"
        return [
            path("<path:object_id>/conclude/", view(self.conclude_view), name=f"{name}_conclude"),
            path("<path:object_id>/reopen/", view(self.reopen_view), name=f"{name}_reopen"),
            *super().get_urls(),
        ]

    def conclude_view(self, request, object_id):
        """Sum up what will be sealed and what is missing, and ask."""
        agreement = self.changeable(request, object_id)
        if request.method == "POST" or not awaits_seal(agreement):
            done = _("It is recorded as concluded. What is empty can still be filled in.")
            self._try(request, agreement, done, record_as_concluded)
            return self.back_to(request, agreement)
        title = _("Record as concluded")
        return self.page(request, "conclude", agreement, title=title, summary=summary(agreement))

    def reopen_view(self, request, object_id):
        """Ask why the record was not to be sealed."""
        agreement = self.changeable(request, object_id)
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            reason, done = form.cleaned_data["reason"], _("The record is open again.")
            self._try(request, agreement, done, take_conclusion_back, reason)
            return self.back_to(request, agreement)
        fieldsets = [(None, {"fields": list(form.fields)})]
        title = _("Recorded as concluded by mistake")
        return self.page_of_form(request, agreement, form, fieldsets, title=title)

    def _try(self, request, agreement, done: str, service, *details) -> None:
        """Do it, and say that it is done, or why it is not."""
        try:
            step = service(agreement, *details, by=request.user)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            self.log_change(request, agreement, str(step))
            self.message_user(request, done, messages.SUCCESS)
