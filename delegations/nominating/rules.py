"""Whether a delegation may name somebody: its deadline, how many it may send, what is missing.

Pure: over plain values, so that the page, lists and the model ask the same.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from delegations.choices import MemberFunction, NomineeState

# No delegation is larger, whatever staff allow: the page is open to whoever has its address.
MOST = 500


class Refusal(NamedTuple):
    """Why not, as a sentence, and which field it is about."""

    field: str
    sentence: str


@dataclass(frozen=True)
class Standing:
    """What is open to a delegation on a day."""

    on: dt.date
    deadline: dt.date | None = None
    is_closed: bool = False
    most: int | None = None
    quotas: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_late(self) -> bool:
        return self.deadline is not None and self.deadline < self.on

    @property
    def may_add(self) -> bool:
        return not self.is_closed and not self.is_late

    def may_change(self, state: str) -> bool:
        """Whether somebody in this state can be changed: what was returned, even late."""
        if state == NomineeState.WITHDRAWN or self.is_closed:
            return False
        return state == NomineeState.RETURNED or not self.is_late

    def refusal(self, state: str, category: str, others: Sequence[str]) -> Refusal | None:
        """Why somebody of this category cannot be named beside those of the other categories."""
        if self.is_closed:
            return Refusal("", _("The host has closed this page: write to your contact there."))
        if state == NomineeState.WITHDRAWN:
            return Refusal("", _("This person was withdrawn: name them anew."))
        if not self.may_change(state):
            return Refusal("", _("The deadline has passed: write to your contact at the host."))
        return self._too_many(category, others)

    def _too_many(self, category: str, others: Sequence[str]) -> Refusal | None:
        most = min(self.most or MOST, MOST)
        if len(others) >= most:
            text = ngettext(
                "You may name %(most)d person at most.",
                "You may name %(most)d people at most.",
                most,
            )
            return Refusal("", text % {"most": most})
        quota = self.quotas.get(category)
        if quota is not None and others.count(category) >= quota:
            text = _("Of the category “%(category)s” you may name %(most)d at most.")
            said = {"category": MemberFunction(category).label, "most": quota}
            return Refusal("category", text % said)
        return None


def missing(*, name: str, office: str, institution: str, has_consent: bool) -> list[str]:
    """What a draft lacks before it can be submitted, each as a sentence."""
    rules = [
        (name, _("The name in Latin letters is missing.")),
        (office or institution, _("The office or the institution is missing.")),
        (has_consent, _("The consent of the person is missing.")),
    ]
    return [sentence for is_there, sentence in rules if not is_there]
