"""Who comes before whom within a delegation.

Precedence among the members of one mission is what the sending State notifies (Vienna Convention
on Diplomatic Relations, art. 17; Convention on Special Missions, art. 16(3)): the rule `NOTIFIED`.
Where nothing was notified, protocol goes by function and rank, then by how long an office is
held, as the Convention does among heads of mission (art. 13 and 16); a name decides only where
nothing else does. A spouse has no precedence of their own, and stands next to whom they accompany
(R. Hickey of formsofaddress.info on receiving lines; for seating, Guam's protocol, 2.1.2).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from delegations.choices import MemberFunction
from delegations.protocol.criteria import OF_OFFICE, alphabet
from delegations.protocol.facts import MemberFact
from delegations.protocol.precedence import Criterion, Order
from forum.choices import MemberRule

FUNCTION_ORDER: Sequence[str] = [MemberFunction.HEAD, MemberFunction.DEPUTY_HEAD]


def order_within(facts: Iterable[MemberFact], rule: str, language: str) -> Order[MemberFact]:
    """The members of one delegation, by the rule and the alphabet of its event."""
    if rule == MemberRule.NOTIFIED:
        # A list that was notified places everybody, those too who come with somebody.
        return Order((replace(fact, beside=None) for fact in facts), [NUMBER])
    members = list(facts)
    head = head_of(members)
    criteria: list[Criterion[MemberFact]] = [FUNCTION, *OF_OFFICE, alphabet(language)]
    return Order((_beside(each, head) for each in members), criteria)


def head_of(members: Iterable[MemberFact]) -> MemberFact | None:
    """Who leads; of several on old records the highest."""
    heads = (each for each in members if each.function == MemberFunction.HEAD)
    return min(heads, key=lambda head: (head.office.key, head.key), default=None)


def _beside(member: MemberFact, head: MemberFact | None) -> MemberFact:
    """Who accompanies somebody, and nobody said whom, comes with the head."""
    if head and member.function == MemberFunction.SPOUSE and member.beside is None:
        return replace(member, beside=head.key)
    return member


def _function(member: MemberFact) -> int:
    order = FUNCTION_ORDER
    return order.index(member.function) if member.function in order else len(order)


def _says_function(first: MemberFact, _second: MemberFact) -> str:
    told = {"first": first.label, "function": MemberFunction(first.function).label}
    return _("%(first)s is the %(function)s.") % told


def _says_number(first: MemberFact, second: MemberFact) -> str:
    told = {
        "first": first.label,
        "number": first.number,
        "second": second.label,
        "other": second.number,
    }
    if second.number is None:
        return _("%(first)s has number %(number)s in the list notified, %(second)s none.") % told
    return (
        _("In the list notified %(first)s has number %(number)s, %(second)s number %(other)s.")
        % told
    )


FUNCTION: Criterion[MemberFact] = Criterion(
    "function", gettext_lazy("the function in the delegation"), _function, _says_function
)
NUMBER: Criterion[MemberFact] = Criterion(
    "number",
    gettext_lazy("the list of the sending side"),
    lambda member: (member.number is None, member.number or 0),
    _says_number,
)
