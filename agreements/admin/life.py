"""How staff move an agreement on."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.admin.acting import ActsOnAgreement
from agreements.admin.forms import FIELDS_OF_STEP, VERBS, AgreementForm, StepForm
from agreements.admin.inlines import SignatoryInline
from agreements.admin.parties import PartyInline
from agreements.choices import StepKind
from agreements.life.dates import dates_on, explanation
from agreements.life.sealing import awaits_seal, is_sealed, sealed_fields
from agreements.life.steps import possible_steps, refusal
from agreements.models import Step
from agreements.services import take_step
from forum.admin.careful import aside
from forum.admin.careful.pages import say_what_went, why_it_is_back
from forum.admin.careful.seen import changed_meanwhile
from forum.admin.returning import returning
from forum.rights import sees_all


class LifeAdmin(ActsOnAgreement):
    """Steps, each with a page that asks for what it needs."""

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
            *super().get_urls(),
        ]

    def step_view(self, request, object_id, kind):
        request = aside.brought_back(request)
        agreement = self.changeable(request, object_id)
        if kind not in VERBS:
            raise Http404
        kind = StepKind(kind)
        if answer := self.answered(request, agreement):
            return answer
        if refused := self._refused_on_all_days(agreement, kind):
            self.message_user(request, refused, messages.ERROR)
            return self.back_to(request, agreement)
        form = self._step_form(request, agreement, kind)
        formsets, inlines = self._rows_of(request, agreement, kind)
        if request.method == "POST" and self._take(request, form, formsets):
            return self.back_to(request, agreement)
        fieldsets, title = [(None, {"fields": list(form.fields)})], VERBS[kind]
        return self.page_of_form(
            request, agreement, form, fieldsets, title=title, formsets=formsets, inlines=inlines
        )

    def _refused_on_all_days(self, agreement, kind) -> str:
        """Why the step is impossible, unless it may have been possible on an earlier day."""
        facts, today = agreement.facts(), timezone.localdate()
        earlier = facts.begins_on or today
        if facts.last_day and facts.last_day < today:
            earlier = max(earlier, facts.last_day)
        now = refusal(kind, facts, today, today)
        return now and refusal(kind, facts, min(earlier, today), today) and now

    def _step_page(self, agreement, kind) -> str:
        return reverse("admin:agreements_agreement_step", args=[agreement.pk, kind])

    def _step_form(self, request, agreement, kind):
        form = self.form_of(request, Step, StepForm, FIELDS_OF_STEP[kind])
        data = request.POST if request.method == "POST" else None
        initial = {"happened_on": timezone.localdate()}
        form.notices = why_it_is_back(request)
        return form(data, agreement=agreement, kind=kind, initial=initial)

    def _rows_of(self, request, agreement, kind) -> tuple[list, list]:
        """Whoever signs is named along with the signature: formsets, and their inlines."""
        if kind != StepKind.SIGNED:
            return [], []
        formsets, inlines = [], []
        data = request.POST if request.method == "POST" else None
        for each in (PartyInline, SignatoryInline):
            inline = each(self.model, self.admin_site)
            formset = inline.get_formset(request, agreement)
            rows = inline.get_queryset(request)
            prefix = formset.get_default_prefix()
            formsets.append(formset(data, instance=agreement, queryset=rows, prefix=prefix))
            inlines.append(inline)
        return formsets, inlines

    def _take(self, request, form, formsets) -> bool:
        """Take the step if all is well; else let the form say what is not."""
        if not all([form.is_valid(), *(formset.is_valid() for formset in formsets)]):
            return False
        if changed := changed_meanwhile(request, form.agreement):
            form.refuse(changed)
            return False
        try:
            with transaction.atomic():
                step = take_step(form.agreement, form.kind, by=request.user, **form.cleaned_data)
                for formset in formsets:
                    formset.save()
        except ValidationError as error:
            form.refuse(error)
            return False
        say_what_went(request, formsets)
        done = _("Recorded: %(step)s.") % {"step": step}
        self.taken(request, form.agreement, str(step), done)
        return True

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            # As it is on record: what was typed into a form that is refused is not.
            is_sent = request.method == "POST"
            stored = self.get_queryset(request).get(pk=obj.pk) if is_sent else obj
            context |= self._life_of(stored, request)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _life_of(self, agreement, request) -> dict:
        facts, today = agreement.facts(), timezone.localdate()
        here = request.get_full_path()
        steps = agreement.steps.select_related("recorded_by", "document", "party__institution")
        return {
            "may_act": self.may_act(request, agreement),
            "may_review": self.may_review(request, agreement),
            "next_steps": [
                (returning(self._step_page(agreement, kind), here), VERBS[kind])
                for kind in possible_steps(facts, today)
            ],
            "may_conclude": awaits_seal(agreement) and self.may_conclude(request, agreement),
            "awaits_seal": awaits_seal(agreement),
            "sealed_on": agreement.sealed_at and timezone.localdate(agreement.sealed_at),
            # With the notes that staff make of them.
            "steps": steps if sees_all(request.user) else (),
            "dates": dates_on(facts, today),
            "explanation": explanation(facts, today, agreement.end_precision),
        }

    def get_readonly_fields(self, request, obj=None):
        sealed = sealed_fields(obj) if obj and is_sealed(obj) else ()
        return [*super().get_readonly_fields(request, obj), *sealed]
