"""Who comes before whom at an event, and why.

An order is made for each event: a place given by protocol goes first, then function and
rank decide, and never a name, unless the event's rule is alphabetical.
"""

from collections.abc import Sequence

from delegations.choices import MemberFunction
from forum.choices import PrecedenceRule
from forum.records.collation import sort_key

FUNCTION_ORDER: Sequence[str] = [MemberFunction.HEAD, MemberFunction.DEPUTY_HEAD]


def member_key(
    *, function: str, position: int | None, weight: int | None, pk: int
) -> tuple[int, ...]:
    """Sort key of a member within the delegation."""
    return (
        position is None,
        position or 0,
        FUNCTION_ORDER.index(function) if function in FUNCTION_ORDER else len(FUNCTION_ORDER),
        -(weight or 0),
        pk,
    )


def delegation_key(
    rule: str, *, position: int, name: str, head_weight: int | None, pk: int, language: str = "en"
) -> tuple[int | bytes, ...]:
    """Sort key of a delegation at an event with the given rule and alphabet."""
    place = sort_key(name, language)
    if rule == PrecedenceRule.ALPHABETICAL:
        return (place, position, pk)
    if rule == PrecedenceRule.RANK:
        return (-(head_weight or 0), place, position, pk)
    return (position, pk)
