"""Plain facts to put in order, with names that say what is special about them."""

import datetime as dt
from collections.abc import Iterable
from itertools import count

from delegations.offices import NEVER, PartialDate
from delegations.protocol.among import order_among
from delegations.protocol.facts import DelegationFact, MemberFact, Office
from delegations.protocol.precedence import Order
from delegations.protocol.within import order_within

_key = count(1)
MINISTER = {"weight": 70, "rank": "minister"}
RECTOR = {"weight": 50, "rank": "rector"}
MARCH = PartialDate(dt.date(2021, 3, 12))
MAY = PartialDate(dt.date(2023, 5, 5))


def year(number: int) -> PartialDate:
    return PartialDate(dt.date(number, 1, 1), "year")


def office(*, since: PartialDate = NEVER, **fields) -> Office:
    return Office(**{"weight": 50, "rank": "rector"} | fields, since=since)


def member(label: str, *offices: Office, **fields) -> MemberFact:
    own = {"key": next(_key), "label": label, "name": label, "function": "member"}
    return MemberFact(**own | fields, offices=offices)


def delegation(label: str, **fields) -> DelegationFact:
    return DelegationFact(**{"key": next(_key), "label": label, "name": label} | fields)


def within(members: Iterable[MemberFact], rule="rank", language="en") -> Order[MemberFact]:
    return order_within(members, rule, language)


def among(
    delegations: Iterable[DelegationFact], rule="listed", language="en", host="none"
) -> Order[DelegationFact]:
    return order_among(delegations, rule, language, host)


def labels(order: Order) -> list[str]:
    return [order.by_key[key].label for key in order.keys]


def why(order: Order, first: str, second: str) -> tuple[str, str]:
    """The criterion that decided between two, and its sentence."""
    keys = {fact.label: key for key, fact in order.by_key.items()}
    reason = order.why(keys[first], keys[second])
    return reason.criterion, str(reason)
