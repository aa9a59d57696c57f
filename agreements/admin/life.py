"""How staff move an agreement on, and correct what was recorded of it."""

from functools import partial

from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms import modelform_factory
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.admin.forms import FIELDS_OF_STEP, VERBS, AgreementForm, CorrectionForm, StepForm
from agreements.admin.inlines import SignatoryInline
from agreements.admin.sealing import corrects
from agreements.choices import StepKind
from agreements.life.dates import dates_on, explanation
from agreements.life.sealing import MOVED_BY_STEPS, is_sealed, sealed_fields
from agreements.life.steps import possible_steps, refusal
from agreements.models import Step
from agreements.services import record_correction, take_step
from forum.admin.autocompletes import is_key


class LifeAdmin:
    """Steps, each with a page that asks for what it needs, and corrections with a reason."""

    form = AgreementForm
    change_form_template = "admin/agreements/agreement/change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/steps/<slug:kind>/",
                view(self.step_view),
                name="agreements_agreement_step",
            ),
            path(
                "<path:object_id>/correct/",
                view(self.correct_view),
                name="agreements_agreement_correct",
            ),
            *super().get_urls(),
        ]

    # Steps.

    def step_view(self, request, object_id, kind):
        agreement = self._changeable(request, object_id)
        if kind not in VERBS:
            raise Http404
        kind = StepKind(kind)
        if refused := self._refused_on_all_days(agreement, kind):
            self.message_user(request, refused, messages.ERROR)
            return HttpResponseRedirect(self._page_of(agreement))
        form = self._step_form(request, agreement, kind)
        formsets = self._signatories(request, agreement) if kind == StepKind.SIGNED else []
        if request.method == "POST" and self._take(request, form, formsets):
            return HttpResponseRedirect(self._page_of(agreement))
        return self._ask(request, form, formsets)

    def _refused_on_all_days(self, agreement, kind) -> str:
        """Why the step is impossible, unless it may have been possible on an earlier day."""
        facts, today = agreement.facts(), timezone.localdate()
        earlier = facts.begins_on or today
        if facts.last_day and facts.last_day < today:
            earlier = max(earlier, facts.last_day)
        now = refusal(kind, facts, today, today)
        return now and refusal(kind, facts, min(earlier, today), today) and now

    def _changeable(self, request, object_id):
        key = unquote(object_id)
        agreement = self.get_object(request, key) if is_key(key) else None
        if agreement is None:
            raise Http404
        if not self.has_change_permission(request, agreement):
            raise PermissionDenied
        return agreement

    def _page_of(self, agreement) -> str:
        return reverse("admin:agreements_agreement_change", args=[agreement.pk])

    def _step_form(self, request, agreement, kind):
        form = modelform_factory(
            Step,
            form=StepForm,
            fields=FIELDS_OF_STEP[kind],
            formfield_callback=partial(self.formfield_for_dbfield, request=request),
        )
        data = request.POST if request.method == "POST" else None
        initial = {"happened_on": timezone.localdate()}
        return form(data, agreement=agreement, kind=kind, initial=initial)

    def _signatories(self, request, agreement) -> list:
        inline = SignatoryInline(self.model, self.admin_site)
        formset = inline.get_formset(request, agreement)
        data = request.POST if request.method == "POST" else None
        queryset = inline.get_queryset(request)
        return [formset(data, instance=agreement, queryset=queryset, prefix="signatories")]

    def _take(self, request, form, formsets) -> bool:
        """Take the step if all is well; else let the form say what is not."""
        if not all([form.is_valid(), *(formset.is_valid() for formset in formsets)]):
            return False
        try:
            with transaction.atomic():
                step = take_step(form.agreement, form.kind, by=request.user, **form.cleaned_data)
                for formset in formsets:
                    formset.save()
        except ValidationError as error:
            form.refuse(error)
            return False
        self.log_change(request, form.agreement, str(step))
        self.message_user(request, _("Recorded: %(step)s.") % {"step": step}, messages.SUCCESS)
        return True

    def _ask(self, request, form, formsets):
        fieldsets = [(None, {"fields": list(form.fields)})]
        adminform = helpers.AdminForm(form, fieldsets, {}, model_admin=self)
        inlines = [SignatoryInline(self.model, self.admin_site)][: len(formsets)]
        inline_formsets = self.get_inline_formsets(request, formsets, inlines, form.agreement)
        media = self.media + adminform.media
        for inline in inline_formsets:
            media += inline.media
        context = self.admin_site.each_context(request) | {
            "title": VERBS[form.kind],
            "subtitle": str(form.agreement),
            "opts": self.opts,
            "original": form.agreement,
            "adminform": adminform,
            "inline_admin_formsets": inline_formsets,
            "media": media,
            "errors": helpers.AdminErrorList(form, formsets),
        }
        return TemplateResponse(request, "admin/agreements/agreement/step.html", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        agreement = self.get_object(request, unquote(object_id)) if is_key(object_id) else None
        if agreement:
            extra_context = self._life_of(agreement) | (extra_context or {})
        return super().change_view(request, object_id, form_url, extra_context)

    def _life_of(self, agreement) -> dict:
        facts, today = agreement.facts(), timezone.localdate()
        steps = agreement.steps.select_related("recorded_by", "document", "party__institution")
        return {
            "next_steps": [
                (reverse("admin:agreements_agreement_step", args=[agreement.pk, kind]), VERBS[kind])
                for kind in possible_steps(facts, today)
            ],
            "steps": steps,
            "dates": dates_on(facts, today),
            "explanation": explanation(facts, today, agreement.end_precision),
        }

    # Corrections.

    def correct_view(self, request, object_id):
        """The whole form, with everything open and a reason to give."""
        self._changeable(request, object_id)
        request.is_correction = True
        return self.changeform_view(
            request, object_id, extra_context={"title": _("Correct the record"), "correction": True}
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        if corrects(request):
            kwargs["form"] = CorrectionForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if corrects(request):
            return [(None, {"fields": ["correction_reason"]}), *fieldsets]
        return fieldsets

    def get_readonly_fields(self, request, obj=None):
        readonly = super().get_readonly_fields(request, obj)
        if obj is None or corrects(request):
            return readonly
        return [
            *readonly,
            *MOVED_BY_STEPS,
            *(sealed_fields(obj) if is_sealed(obj) else ()),
        ]

    def save_model(self, request, obj, form, change):
        if corrects(request):
            reason = form.cleaned_data["correction_reason"]
            super().save_model(request, obj, form, change)
            record_correction(obj, reason, by=request.user)
        else:
            super().save_model(request, obj, form, change)
