import pytest

from delegations.choices import MemberFunction
from delegations.protocol.precedence import delegation_key, member_key


def member(pk=1, *, function="member", position=None, weight=None) -> tuple:
    return member_key(function=function, position=position, weight=weight, pk=pk)


def delegation(rule, pk=1, *, position=0, name="", head_weight=None) -> tuple:
    return delegation_key(rule, position=position, name=name, head_weight=head_weight, pk=pk)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (member(function="head"), member(function="deputy_head")),
        (member(function="deputy_head"), member(function="member")),
        (member(function="head"), member(function="member", weight=100)),
        (member(weight=100), member(weight=50)),
        (member(weight=1), member()),
        (member(pk=1), member(pk=2)),
        (member(position=1), member(position=2)),
        (member(position=0), member(position=1)),
        (member(position=9, function="staff"), member(function="head", weight=100)),
        (member(position=1, weight=100), member(position=1, weight=50)),
        (member(position=1, function="head"), member(position=1, weight=100)),
    ],
    ids=[
        "the head before the deputy",
        "the deputy before the rest",
        "the head before a higher rank",
        "the higher rank first",
        "any rank before none",
        "the one recorded first, if nothing else decides",
        "the given places in their order",
        "place zero before place one",
        "a given place before the head",
        "the higher rank in the same place",
        "the head before a higher rank in the same place",
    ],
)
def test_a_member_comes_before_another(first, second):
    assert first < second


def test_no_function_besides_the_heads_decides():
    others = [each for each in MemberFunction if each not in ("head", "deputy_head")]

    assert {member(function=each) for each in others} == {member()}


def test_delegations_as_listed_come_by_position_and_never_by_name():
    first = delegation("listed", pk=2, position=1, name="Z", head_weight=1)
    second = delegation("listed", pk=1, position=2, name="A", head_weight=100)

    assert first < second


def test_delegations_in_the_same_place_come_as_recorded():
    assert delegation("listed", pk=1, name="Z") < delegation("listed", pk=2, name="A")


def test_an_alphabetical_order_disregards_position_rank_and_capitals():
    first = delegation("alphabetical", pk=2, position=9, name="andorra")
    second = delegation("alphabetical", pk=1, position=1, name="Belgium", head_weight=100)

    assert first < second


def test_an_order_by_rank_is_alphabetical_among_equals():
    president = delegation("rank", name="Z", head_weight=100)
    minister = delegation("rank", name="A", head_weight=80)
    other_minister = delegation("rank", name="B", head_weight=80)
    headless = delegation("rank", name="A")

    assert sorted([headless, other_minister, minister, president]) == [
        president,
        minister,
        other_minister,
        headless,
    ]
