"""Whatever the facts and the rule: the order is one, and what explains it is what decided."""

import datetime as dt
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delegations.choices import Capacity, MemberFunction
from delegations.offices import PartialDate
from delegations.protocol.among import order_among
from delegations.protocol.facts import DelegationFact, MemberFact, Office
from delegations.protocol.precedence import BESIDE, PLACED
from delegations.protocol.within import order_within
from forum.choices import HostPlace, MemberRule, PrecedenceRule

# Few values, so that much is equal.
DATES = st.builds(
    PartialDate,
    st.sampled_from([None, dt.date(2020, 12, 31), dt.date(2021, 1, 1), dt.date(2021, 3, 12)]),
    st.sampled_from(["day", "month", "year"]),
)
OFFICES = st.builds(
    Office,
    weight=st.sampled_from([None, 50, 70]),
    rank=st.sampled_from(["", "minister"]),
    capacity=st.sampled_from(["", *Capacity]),
    since=DATES,
)
COMMON = {
    "name": st.sampled_from(["", "Aas", "Õun", "Ёлкин"]),
    "place": st.sampled_from([None, None, None, 1, 2, 9]),
    "is_told": st.booleans(),
}


def unique(fact):
    """Facts with the keys 1, 2, 3 …, whose labels are told apart."""
    return st.lists(fact, max_size=6).map(
        lambda found: [each(number) for number, each in enumerate(found, start=1)]
    )


def numbered(model, **fields):
    """What makes a fact of a number."""
    return st.fixed_dictionaries(fields).map(
        lambda own: lambda key: model(key=key, label=f"<{key}>", **own)
    )


MEMBERS = unique(
    numbered(
        MemberFact,
        **COMMON,
        beside=st.sampled_from([None, None, 1, 2, 3]),
        function=st.sampled_from([*MemberFunction]),
        offices=st.lists(OFFICES, max_size=2).map(tuple),
        number=st.sampled_from([None, 1, 2]),
    )
)
DELEGATIONS = unique(
    numbered(
        DelegationFact,
        **COMMON,
        is_host=st.booleans(),
        position=st.integers(0, 2),
        head=st.none() | st.builds(MemberFact, st.just(99), offices=st.tuples(OFFICES)),
        founded=DATES,
        lot=st.sampled_from([None, 1, 2, 3]),
    )
)
WITHIN = st.tuples(MEMBERS, st.sampled_from([*MemberRule])).map(
    lambda drawn: (drawn[0], lambda facts: order_within(facts, drawn[1], "et"))
)
AMONG = st.tuples(
    DELEGATIONS, st.sampled_from([*PrecedenceRule]), st.sampled_from([*HostPlace])
).map(lambda drawn: (drawn[0], lambda facts: order_among(facts, drawn[1], "et", drawn[2])))
ORDERS = WITHIN | AMONG


# On a busy machine the first input may take seconds.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(drawn=ORDERS, seed=st.integers(0, 10**6))
def test_the_order_is_total_and_the_same_for_any_order_of_the_input(drawn, seed):
    facts, order_of = drawn
    shuffled = random.Random(seed).sample(facts, len(facts))  # noqa: S311

    keys = order_of(facts).keys

    assert sorted(keys) == [fact.key for fact in facts]
    assert order_of(shuffled).keys == keys


@patient
@given(drawn=ORDERS)
def test_an_explanation_names_the_first_criterion_that_tells_the_two_apart(drawn):
    facts, order_of = drawn
    order = order_of(facts)

    for number, first in enumerate(order.keys):
        for second in order.keys[number + 1 :]:
            reason = order.why(second, first)
            assert reason == order.why(first, second)
            assert str(reason).endswith(".")
            assert f"<{first}>" in str(reason) or f"<{second}>" in str(reason) or is_general(reason)
            check(order, first, second, reason)


def is_general(reason) -> bool:
    """Whether a sentence names neither of the two: what decides is not to be told, or a head is."""
    said = str(reason)
    return "What decides:" in said or "Heads of delegation:" in said or "alphabet" in said


def check(order, first: int, second: int, reason) -> None:
    """Hold an explanation against the criteria, one by one."""
    before, after = (order.lead_of(order.by_key[key]) for key in (first, second))
    if before is after and before.key == first:
        assert reason.criterion == BESIDE
        return
    if before is after:
        before, after = order.by_key[first], order.by_key[second]
    criteria = (PLACED, *order.criteria)
    decided = next(each for each in criteria if each.name == reason.criterion)
    earlier = criteria[: criteria.index(decided)]
    assert not any(each.tells_apart(before, after) for each in earlier)
    assert decided.tells_apart(before, after)
    if decided is not PLACED:
        assert decided.key(before) < decided.key(after)


@pytest.mark.parametrize("rule", [*PrecedenceRule])
def test_every_rule_of_an_event_orders_nothing_and_one(rule):
    assert order_among([], rule, "en", HostPlace.NONE).keys == []
    assert order_among([DelegationFact(5)], rule, "en", HostPlace.FIRST).keys == [5]
