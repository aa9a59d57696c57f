"""An order of precedence: who comes before whom, and in one sentence why.

A rule is a list of criteria. The first of them that tells two apart decides between them, and says
so; the last is the order of recording, which tells any two apart. So the order is total, and the
same for the same facts, however they come. Beside the rule stand two things that no criterion
knows: a place that protocol has given by hand, and somebody who comes with another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Generic, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.protocol.facts import Fact

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True)
class Criterion(Generic[F]):
    """What may set one before another: the lower key comes first, and the sentence says why.

    One that `may_reveal` says only its label where a fact is not to be told.
    """

    name: str
    label: str | Promise
    key: Callable[[F], Any]
    sentence: Callable[[F, F], str]
    may_reveal: bool = False

    def tells_apart(self, first: F, second: F) -> bool:
        return bool(self.key(first) != self.key(second))

    def says(self, first: F, second: F) -> str:
        """Why the first comes before the second, which this criterion tells apart."""
        if self.may_reveal and not (first.is_told and second.is_told):
            return _("What decides: %(criterion)s.") % {"criterion": self.label}
        return self.sentence(first, second)


@dataclass(frozen=True)
class Reason:
    """Why one comes before another: the criterion that decided, and its sentence."""

    criterion: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def _placed(first: Fact, second: Fact) -> str:
    if first.place is not None and second.place is not None:
        names = {"first": first.label, "second": second.label}
        return _("%(first)s and %(second)s are placed by protocol.") % names
    who = second if first.place is None else first
    return _("%(who)s is placed by protocol.") % {"who": who.label}


def _recorded(first: Fact, _second: Fact) -> str:
    return _("Nothing else tells them apart: %(first)s was recorded first.") % {
        "first": first.label
    }


PLACED: Criterion[Any] = Criterion(
    "placed", gettext_lazy("a place by hand"), lambda fact: fact.place, _placed
)
RECORDED: Criterion[Any] = Criterion(
    "recorded", gettext_lazy("the order of recording"), lambda fact: fact.key, _recorded
)
BESIDE = "beside"


class Order(Generic[F]):
    """Some facts in their order, which can say of any two why they stand so."""

    def __init__(self, facts: Iterable[F], criteria: Sequence[Criterion[F]]):
        self.by_key: Mapping[int, F] = {fact.key: fact for fact in facts}
        self.criteria = (*criteria, RECORDED)

    @cached_property
    def keys(self) -> list[int]:
        """The keys of all, in order: who comes with somebody stands right behind."""
        company = defaultdict(list)
        for fact in sorted(self.by_key.values(), key=self._key):
            if (lead := self.lead_of(fact)) is not fact:
                company[lead.key].append(fact.key)
        return [key for lead in self._leads() for key in (lead.key, *company[lead.key])]

    def with_facts(self, told: Callable[[F], F]) -> "Order[F]":
        """The same order of facts that are told in another way, as with labels."""
        return Order(map(told, self.by_key.values()), self.criteria[:-1])

    def why(self, one: int, other: int) -> Reason:
        """Why the one of the two that comes first does so, whichever that is."""
        first, second = (self.by_key[key] for key in sorted((one, other), key=self._index))
        before, after = self.lead_of(first), self.lead_of(second)
        if before is after and before is first:
            names = {"first": first.label, "second": second.label}
            return Reason(BESIDE, _("%(second)s comes with %(first)s.") % names)
        if before is after:
            before, after = first, second
        decides = next(each for each in (PLACED, *self.criteria) if each.tells_apart(before, after))
        sentence = decides.says(before, after)
        return Reason(decides.name, _in_company(first, before, second, after) % {"why": sentence})

    def reasons(self) -> dict[int, Reason]:
        """Of each but the first, why it comes after the one before it."""
        return {second: self.why(first, second) for first, second in pairwise(self.keys)}

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {key: place for place, key in enumerate(self.keys)}

    def _index(self, key: int) -> int:
        return self._places[key]

    def _key(self, fact: F) -> tuple[Any, ...]:
        return tuple(criterion.key(fact) for criterion in self.criteria)

    def _follows(self, fact: F) -> bool:
        """Whether it comes with another who is there; not who was given a place by hand."""
        return fact.place is None and fact.beside != fact.key and fact.beside in self.by_key

    def lead_of(self, fact: F) -> F:
        """With whom it comes; itself if it comes with nobody, or with one who follows too."""
        if fact.beside is None or not self._follows(fact):
            return fact
        partner = self.by_key[fact.beside]
        return fact if self._follows(partner) else partner

    def _leads(self) -> list[F]:
        """Those who come with nobody: by the rule, and between them who has a place by hand.

        A place is the number in this list: 1 is the first.
        """
        leads = sorted((f for f in self.by_key.values() if self.lead_of(f) is f), key=self._key)
        order = [fact for fact in leads if fact.place is None]
        last = -1
        by_hand = [(fact.place, fact) for fact in leads if fact.place is not None]
        for place, fact in sorted(by_hand, key=lambda pair: pair[0]):
            last = max(place - 1, last + 1)
            order.insert(last, fact)
        return order


def _in_company(first: Fact, before: Fact, second: Fact, after: Fact) -> str:
    """The pattern of a sentence about two, either of whom may come with another."""
    names = {
        "first": first.label,
        "lead": before.label,
        "second": second.label,
        "other": after.label,
    }
    if first is not before and second is not after:
        text = _("%(first)s comes with %(lead)s, and %(second)s with %(other)s: %(why)s")
    elif first is not before:
        text = _("%(first)s comes with %(lead)s: %(why)s")
    elif second is not after:
        text = _("%(second)s comes with %(other)s: %(why)s")
    else:
        return "%(why)s"
    # A name may hold a percent sign.
    told = {name: label.replace("%", "%%") for name, label in names.items()}
    return text % (told | {"why": "%(why)s"})
