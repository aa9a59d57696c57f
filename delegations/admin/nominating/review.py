"""All answers to one delegation at once: what is asked of each, and doing it."""

from collections.abc import Mapping, Sequence

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from delegations.admin.nominating.forms import ACCEPT, LEAVE, RETURN, AnswerForm
from delegations.admin.nominating.reading import facts_of, proposals_of
from delegations.models import Invitation, Nominee
from delegations.nominating import services
from delegations.nominating.accepting import accept

# By which staff accept everybody on the page; of whom it is not clear who it is, they are asked.
ALL = "accept_all"


class Review:
    """The people who wait for an answer, each with a form; `sent` is what staff sent, if they did.

    It holds only for what staff have seen: whatever changed meanwhile, they look at first.
    """

    def __init__(self, invitation: Invitation, waiting: Sequence[Nominee], sent: Mapping | None):
        if sent is not None and ALL in sent:
            sent = sent.dict() | {f"n{nominee.pk}-act": ACCEPT for nominee in waiting}
        self.invitation, self.sent = invitation, sent
        self.seen = invitation.changed_at.isoformat()
        self.forms = [
            AnswerForm(nominee, proposal, sent)
            for nominee, proposal in zip(waiting, proposals_of(waiting), strict=True)
        ]

    @property
    def rows(self) -> list:
        return [(form, facts_of(form.nominee)) for form in self.forms]

    @cached_property
    def refusal(self) -> str:
        """Why nothing is done of what was sent; empty if it can be, or nothing was sent."""
        if self.sent is None:
            return ""
        if self.sent.get("seen") != self.seen:
            return _(
                "The delegation or a colleague changed something meanwhile: look at it and answer"
                " again."
            )
        if not all([form.is_valid() for form in self.forms]):  # noqa: C419 - each says what is wrong
            return _("Nothing is done yet: please correct what is marked below.")
        if not self._decided():
            return _("Say of at least one person what becomes of them.")
        return ""

    @property
    def is_decided(self) -> bool:
        return self.sent is not None and not self.refusal

    def _decided(self) -> list[AnswerForm]:
        return [form for form in self.forms if form.cleaned_data["act"] != LEAVE]

    def answer(self, *, by) -> dict[str, int]:
        """Do what staff say of each, and tell the delegation; how often each was said."""
        counts = {ACCEPT: 0, RETURN: 0}
        for form in self._decided():
            act = form.cleaned_data["act"]
            if act == ACCEPT:
                accept(form.nominee, form.meant, by=by)
            else:
                services.give_back(form.nominee, form.cleaned_data["remark"])
            counts[act] += 1
        services.close_review(self.invitation, accepted=counts[ACCEPT], returned=counts[RETURN])
        return counts
