import pytest

from config.desk.printing.gathering import Choice, Gathering, Guest, Pass, Side, heads_first

EE, KZ = Side(1, "Estonia"), Side(2, "Kazakhstan")
GUESTS = (
    Guest(11, 1, EE, "Kallas", function="head", entry=Pass(state="approved")),
    Guest(12, 2, EE, "Pärn", function="member", entry=Pass(state="pending")),
    Guest(21, 3, KZ, "Nurbek", function="head", entry=Pass(state="pending")),
    Guest(22, 4, KZ, "Aliyev", function="deputy_head", entry=Pass(state="approved")),
)
ALL = Gathering("Forum", "", "forum", (EE, KZ), GUESTS)


def names(guests) -> list[str]:
    return [guest.name for guest in guests]


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (Choice(), ["Kallas", "Pärn", "Nurbek", "Aliyev"]),
        (Choice(sides={1}), ["Kallas", "Pärn"]),
        (Choice(guests={12, 21}), ["Pärn", "Nurbek"]),
        (Choice(functions={"head"}), ["Kallas", "Nurbek"]),
        (Choice(states={"approved"}, sides={2}), ["Aliyev"]),
        (Choice(states={"rejected"}), []),
    ],
    ids=["nothing", "a delegation", "members", "a function", "both", "nobody"],
)
def test_a_choice_narrows_by_all_that_is_chosen(choice, chosen):
    assert names(ALL.narrowed(choice).guests) == chosen


def test_a_delegation_of_whom_nobody_is_chosen_goes():
    assert ALL.narrowed(Choice(guests={11})).sides == (EE,)
    assert ALL.narrowed(Choice(sides={2})).sides == (KZ,)


def test_a_delegation_without_members_stays_where_all_are_wanted():
    alone = Gathering("Forum", "", "forum", (EE, KZ), GUESTS[:2])

    assert alone.narrowed(Choice()).sides == (EE, KZ)


def test_places_stay_those_of_the_whole_order():
    assert [guest.place for guest in ALL.narrowed(Choice(sides={2})).guests] == [3, 4]


def test_heads_of_all_delegations_sit_before_their_deputies_and_these_before_the_others():
    assert names(heads_first(GUESTS)) == ["Kallas", "Nurbek", "Aliyev", "Pärn"]


@pytest.mark.parametrize(
    ("name", "called", "role"),
    [("A. Ode", "H.E. A. Ode", "Rector, TU"), ("", "Rector, TU", "")],
    ids=["by name", "by office"],
)
def test_what_stands_for_a_name_is_not_told_twice(name, called, role):
    guest = Guest(1, 1, EE, name, honorific="H.E.", office="Rector", body="TU")

    assert (guest.called, guest.role) == (called, role)
