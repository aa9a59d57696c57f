"""The forms by which staff invite a delegation to name its people, and answer to each."""

from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.choices import InvitationState, MemberFunction
from delegations.models import Institution, Invitation, Nominee, Official
from delegations.nominating.accepting import Meant
from delegations.nominating.proposing import Choice, Proposal
from forum.admin.typed import DayField
from forum.intake.rows import NEW, NONE

QUOTA = "quota_"
LEAVE, ACCEPT, RETURN = "leave", "accept", "return"
ACTS = [
    (ACCEPT, gettext_lazy("accept")),
    (RETURN, gettext_lazy("return with a remark")),
    (LEAVE, gettext_lazy("decide later")),
]
NEW_PERSON = (NEW, gettext_lazy("somebody new"))
BODIES = [
    (NEW, gettext_lazy("a new institution")),
    (NONE, gettext_lazy("none: the office says it")),
]
STATES = [
    (InvitationState.OPEN, gettext_lazy("they may name people")),
    (InvitationState.CLOSED, gettext_lazy("closed: they may only look")),
]


class InvitationForm(forms.ModelForm):
    """Whom to write to, until when, and how many may come."""

    deadline = DayField(label=gettext_lazy("deadline"), required=False)
    is_closed = forms.ChoiceField(label=gettext_lazy("their page"), choices=STATES)

    class Meta:
        model = Invitation
        fields = ("email", "language", "deadline", "most")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["deadline"].help_text = Invitation._meta.get_field("deadline").help_text
        closed = self.instance.state == InvitationState.CLOSED
        self.initial["is_closed"] = InvitationState.CLOSED if closed else InvitationState.OPEN
        known = {}
        if self.instance.pk:
            known = {each.category: each.most for each in self.instance.quotas.all()}
        for category, label in MemberFunction.choices:
            self.fields[f"{QUOTA}{category}"] = forms.IntegerField(
                label=label,
                required=False,
                min_value=0,
                max_value=999,
                initial=known.get(category),
            )

    @property
    def quota_fields(self) -> list:
        return [field for field in self if field.name.startswith(QUOTA)]

    @property
    def own_fields(self) -> list:
        return [field for field in self if not field.name.startswith(QUOTA)]

    @property
    def quotas(self) -> dict[str, int]:
        said = self.cleaned_data.items()
        return {
            name.removeprefix(QUOTA): most
            for name, most in said
            if name.startswith(QUOTA) and most is not None
        }

    def clean(self):
        """Closing and opening again; what is with the host stays there."""
        said = super().clean()
        closed = said.get("is_closed") == InvitationState.CLOSED
        if closed:
            self.instance.state = InvitationState.CLOSED
        elif self.instance.state == InvitationState.CLOSED:
            self.instance.state = InvitationState.OPEN
        return said


@dataclass(frozen=True)
class Fact:
    """Something that the delegation says of somebody, beside what is on record."""

    label: str
    said: str
    before: str = ""

    @property
    def is_changed(self) -> bool:
        return bool(self.before) and self.before != self.said


class AnswerForm(forms.Form):
    """What becomes of one nominee: accepted as somebody, returned, or decided later."""

    act = forms.ChoiceField(
        label=gettext_lazy("answer"), choices=ACTS, widget=forms.RadioSelect, initial=LEAVE
    )
    official = forms.ChoiceField(
        label=gettext_lazy("who it is"), widget=forms.RadioSelect, required=False
    )
    institution = forms.ChoiceField(
        label=gettext_lazy("for which institution"), widget=forms.RadioSelect, required=False
    )
    remark = forms.CharField(
        label=gettext_lazy("remark to the delegation"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, nominee: Nominee, proposal: Proposal, *args, **options):
        super().__init__(*args, prefix=f"n{nominee.pk}", **options)
        self.nominee = nominee
        self._offer("official", proposal.officials, proposal.official, [NEW_PERSON])
        self._offer("institution", proposal.institutions, proposal.institution, BODIES)
        if not nominee.institution:
            del self.fields["institution"]

    def _offer(self, name: str, offered: list[Choice], chosen: str, others) -> None:
        known = [
            (each.key, " · ".join(filter(None, (each.name, each.about, each.why))))
            for each in offered
        ]
        self.fields[name].choices = [*known, *others]
        self.fields[name].initial = chosen

    @property
    def heading(self) -> str:
        return f"{self.nominee} · {capfirst(self.nominee.get_category_display())}"

    def clean(self):
        said = super().clean()
        if said.get("act") == ACCEPT:
            for name in ("official", "institution"):
                if name in self.fields and not said.get(name):
                    self.add_error(name, _("Say whether it is one on record, or new."))
        if said.get("act") == RETURN and not said.get("remark"):
            self.add_error("remark", _("Say what they are to mend."))
        return said

    @property
    def meant(self) -> Meant:
        """Whom staff say that it is; raises DoesNotExist if that was deleted meanwhile."""
        who, body = self.cleaned_data["official"], self.cleaned_data.get("institution") or NONE
        return Meant(
            official=None if who == NEW else Official.objects.get(pk=who),
            institution=None if body in (NEW, NONE) else Institution.objects.get(pk=body),
            institution_is_new=body == NEW,
        )
