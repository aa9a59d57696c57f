"""Forms of agreements that ask for more, or less, than the record has."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from agreements.choices import StepKind
from agreements.life.steps import end_of_renewal
from agreements.models import Agreement, Step
from agreements.services import OF_SIGNATURE
from forum.admin.careful.basis import who_and_when
from forum.admin.careful.rows import CHANGED
from forum.admin.typed import HeldToAllRules, RecordForm
from forum.records.partial_dates import format_partial

# What staff choose to do.
VERBS = {
    StepKind.NEGOTIATION: pgettext_lazy("to an agreement", "Begin negotiation"),
    StepKind.AGREED: pgettext_lazy("to an agreement", "Agree the text"),
    StepKind.INITIALLED: pgettext_lazy("to an agreement", "Initial"),
    StepKind.SIGNED: pgettext_lazy("to an agreement", "Sign"),
    StepKind.PROVISIONAL: pgettext_lazy("to an agreement", "Apply provisionally"),
    StepKind.IN_FORCE: pgettext_lazy("to an agreement", "Enter into force"),
    StepKind.EXTENDED: pgettext_lazy("to an agreement", "Extend"),
    StepKind.RENEWED: pgettext_lazy("to an agreement", "Renew"),
    StepKind.AMENDED: pgettext_lazy("to an agreement", "Amend"),
    StepKind.REPLACED: pgettext_lazy("to an agreement", "Replace"),
    StepKind.NOTICE: pgettext_lazy("to an agreement", "Give notice"),
    StepKind.NOTICE_WITHDRAWN: pgettext_lazy("to an agreement", "Withdraw the notice"),
    StepKind.TERMINATED: pgettext_lazy("to an agreement", "Terminate"),
    StepKind.EXPIRED: pgettext_lazy("to an agreement", "Record its expiry"),
    StepKind.REVIEWED: pgettext_lazy("to an agreement", "Record a review"),
    StepKind.ABANDONED: pgettext_lazy("to an agreement", "Abandon"),
    StepKind.REOPENED: pgettext_lazy("to an agreement", "Take up again"),
}
DAY = ("happened_on", "happened_on_precision")
PROLONGING = ("happened_on", "effect_on", "document", "note")
FIELDS_OF_STEP = {
    **dict.fromkeys(VERBS, ("happened_on", "note")),
    StepKind.NEGOTIATION: ("happened_on", "city", "note"),
    StepKind.INITIALLED: ("happened_on", "city", "note"),
    StepKind.SIGNED: (*DAY, "city", "note"),
    StepKind.PROVISIONAL: (*DAY, "note"),
    StepKind.IN_FORCE: (*DAY, "note"),
    StepKind.EXTENDED: PROLONGING,
    StepKind.RENEWED: PROLONGING,
    StepKind.AMENDED: ("document", "note"),
    StepKind.REPLACED: ("document", "note"),
    StepKind.NOTICE: ("happened_on", "party", "effect_on", "note"),
    StepKind.NOTICE_WITHDRAWN: ("happened_on", "party", "note"),
    StepKind.TERMINATED: (*DAY, "note"),
    StepKind.EXPIRED: (*DAY, "note"),
}
OF_AGREEMENT = {StepKind.SIGNED: OF_SIGNATURE}
LABELS = {
    (StepKind.EXTENDED, "effect_on"): _("new last day"),
    (StepKind.RENEWED, "effect_on"): _("new last day"),
    (StepKind.NOTICE, "effect_on"): _("first day without effect"),
    (StepKind.TERMINATED, "happened_on"): _("first day without effect"),
    (StepKind.EXPIRED, "happened_on"): _("last day"),
}


class AgreementForm(HeldToAllRules, RecordForm):
    """Some of its fields are read-only, and the rules about them hold all the same."""


class Corrects:
    """A form that asks why a record is corrected, and opens its seal for that."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        getattr(self.instance, "agreement", self.instance).is_seal_open = True
        self.fields["correction_reason"] = forms.CharField(
            label=capfirst(gettext("reason for the correction")),
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=_("For example: the protocol says 12 May; the day was mistyped."),
        )


class CorrectionForm(Corrects, AgreementForm):
    """Of the agreement itself."""


class PartCorrectionForm(Corrects, RecordForm):
    """Of one of its parts, which can be struck if it never belonged there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["is_struck"] = forms.BooleanField(
            label=_("Take it off the record: it is not of this agreement"), required=False
        )

    def clean(self):
        """Strike nothing that is not what was seen."""
        cleaned = super().clean()
        if self.cleaned_data.get("is_struck") and self.is_outdated():
            said = {"row": self.instance, "change": who_and_when(self.instance)}
            self.add_error(None, ValidationError(CHANGED, params=said))
        return cleaned


class StepForm(RecordForm):
    """Asks for exactly what a step needs."""

    class Meta:
        model = Step
        fields = ()

    def __init__(self, *args, agreement: Agreement, kind: StepKind, **kwargs):
        super().__init__(*args, **kwargs)
        self.agreement, self.kind = agreement, kind
        for name, field in self.fields.items():
            field.label = capfirst(LABELS.get((kind, name), field.label))
        if "effect_on" in self.fields:
            self.fields["effect_on"].help_text = self._help_with_effect()
        if "party" in self.fields:
            parties = agreement.parties.select_related("institution")
            self.fields["party"] = forms.ModelChoiceField(
                parties, required=False, label=self.fields["party"].label
            )
        for name in OF_AGREEMENT.get(kind, ()):
            field = Agreement._meta.get_field(name).formfield()
            self.fields[name] = field
            self.initial.setdefault(name, getattr(agreement, name))
        self.order_fields([name for name in self.fields if name != "note"])
        if "city" in self.fields:
            self.initial.setdefault("city", agreement.city)

    def _help_with_effect(self) -> str:
        facts = self.agreement.facts()
        if self.kind == StepKind.NOTICE:
            return _("Empty: computed from the time for notice, if the agreement states one.")
        if self.kind == StepKind.RENEWED and end_of_renewal(facts):
            end = format_partial(end_of_renewal(facts))
            return _("Empty: %(day)s, as the agreement says.") % {"day": end}
        return _("Until now: %(day)s.") % {"day": format_partial(facts.last_day)}

    def refuse(self, error: ValidationError) -> None:
        """Show what a service said against the step: beside its field, or above all."""
        by_field = getattr(error, "error_dict", {None: error})
        for name, errors in by_field.items():
            messages = ValidationError(errors).messages
            self.add_error(name if name in self.fields else None, messages)
