"""Golden cases of the order within a delegation, each with the sentence that explains it."""

import datetime as dt
from itertools import permutations

import pytest
from django.utils import translation

from delegations.offices import PartialDate
from tests.delegations.protocol.facts import (
    MARCH,
    MAY,
    MINISTER,
    RECTOR,
    labels,
    member,
    office,
    why,
    within,
    year,
)

MINISTER_SINCE_MARCH = office(since=MARCH, **MINISTER)
MINISTER_SINCE_MAY = office(since=MAY, **MINISTER)


@pytest.mark.parametrize(
    ("first", "second", "criterion", "sentence"),
    [
        (
            member("Z", function="head"),
            member("A", office(**MINISTER), function="deputy_head"),
            "function",
            "Z is the head of delegation.",
        ),
        (
            member("Z", function="deputy_head"),
            member("A", office(**MINISTER)),
            "function",
            "Z is the deputy head of delegation.",
        ),
        (
            member("Z", office(**MINISTER)),
            member("A", office(**RECTOR)),
            "rank",
            "Z has the rank “minister”, A “rector”.",
        ),
        (
            member("Z", office(**RECTOR)),
            member("A"),
            "rank",
            "Z has the rank “rector”, and A none that is known.",
        ),
        (
            member("Z", MINISTER_SINCE_MARCH),
            member("A", MINISTER_SINCE_MAY),
            "since",
            "Both have the rank “minister”; Z has held the office since 12 March 2021, A since"
            " 5 May 2023.",
        ),
        (
            member("Z", MINISTER_SINCE_MAY),
            member("A", office(**MINISTER)),
            "since",
            "Both have the rank “minister”; Z has held the office since 5 May 2023; since when A is"
            " unknown.",
        ),
        (
            member("Z", office(**MINISTER)),
            member("A", office(since=MARCH, **MINISTER, capacity="acting")),
            "capacity",
            "Both have the rank “minister”; Z holds the office, A is acting in the office.",
        ),
        (
            member("Z", office(capacity="acting", **MINISTER)),
            member("A", office(since=MARCH, **RECTOR)),
            "rank",
            "Z has the rank “minister”, A “rector”.",
        ),
        (
            member("Z", office(capacity="acting")),
            member("A", office(capacity="elect")),
            "capacity",
            "Both have the rank “rector”; Z is acting in the office, A is elected to the office.",
        ),
        (
            member("A", MINISTER_SINCE_MARCH),
            member("Z", MINISTER_SINCE_MARCH),
            "alphabet",
            "In the alphabet (English) “A” comes before “Z”.",
        ),
        (
            member("Z", office(weight=70, rank="minister", since=MARCH)),
            member("A", office(weight=70, rank="chancellor", since=MAY)),
            "since",
            "Their ranks are equal; Z has held the office since 12 March 2021, A since 5 May 2023.",
        ),
        (
            member("Anna", key=7),
            member("Anna", key=9),
            "recorded",
            "Nothing else tells them apart: Anna was recorded first.",
        ),
    ],
    ids=[
        "the head before a higher rank",
        "the deputy before a higher rank",
        "the higher rank",
        "any rank before none",
        "two ministers by the day on which they took office",
        "known before unknown",
        "the acting minister after the other, however long in office",
        "an acting minister before a rector",
        "acting before elect",
        "in office since the same day: by name",
        "two names of one weight",
        "nothing but the order of recording",
    ],
)
def test_one_member_comes_before_another(first, second, criterion, sentence):
    order = within([second, first])

    assert order.keys == [first.key, second.key]
    reason = order.why(second.key, first.key)
    assert (reason.criterion, str(reason)) == (criterion, sentence)


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ([year(2020), MARCH], "since 2020, second since 12 March 2021."),
        (
            [MARCH, year(2021)],
            "since 12 March 2021, second since 2021: of a date that is known in part the last day"
            " counts.",
        ),
        (
            [PartialDate(dt.date(2021, 12, 31)), year(2021)],
            "since 31 December 2021, second since 2021: of a date that is known in part the last"
            " day counts.",
        ),
        ([year(2021), PartialDate(dt.date(2022, 1, 1), "month")], "2021, second since January"),
        ([year(2021), PartialDate(precision="unknown")], "since 2021; since when second is unkno"),
    ],
    ids=["earlier", "perhaps earlier", "the last day", "a year, then a month", "unknown"],
)
def test_a_date_counts_only_as_far_as_it_is_known(dates, sentence):
    first, second = (office(since=date) for date in dates)
    order = within([member("second", second), member("first", first)])

    assert labels(order) == ["first", "second"]
    assert sentence in why(order, "first", "second")[1]


def test_of_two_offices_at_once_the_higher_counts():
    both = member("both", office(since=MARCH), MINISTER_SINCE_MAY)
    earlier = member("minister", MINISTER_SINCE_MARCH)
    rector = member("rector", office(since=year(1999)))

    order = within([rector, both, earlier])

    assert labels(order) == ["minister", "both", "rector"]
    assert why(order, "both", "rector")[1] == "both has the rank “minister”, rector “rector”."
    assert why(order, "both", "minister")[0] == "since"


def test_a_head_who_is_known_by_office_alone_leads():
    unnamed = member("Rector, TalTech", office(**RECTOR), function="head", name="")
    order = within([member("Minister", MINISTER_SINCE_MARCH), unnamed])

    assert labels(order) == ["Rector, TalTech", "Minister"]
    assert why(order, "Minister", "Rector, TalTech")[1] == (
        "Rector, TalTech is the head of delegation."
    )


def test_the_spouse_of_a_head_of_state_stands_beside_whom_they_accompany():
    president = member("President", office(weight=100), function="head")
    spouse = member("Spouse", function="spouse")
    deputy = member("Deputy", office(**MINISTER), function="deputy_head")
    companion = member("Companion", beside=deputy.key, function="spouse")
    minister = member("Minister", MINISTER_SINCE_MARCH)

    order = within([companion, spouse, minister, deputy, president])

    assert labels(order) == ["President", "Spouse", "Deputy", "Companion", "Minister"]
    assert why(order, "Spouse", "President") == ("beside", "Spouse comes with President.")
    assert why(order, "Spouse", "Deputy") == (
        "function",
        "Spouse comes with President: President is the head of delegation.",
    )
    assert why(order, "Minister", "Companion")[1] == (
        "Companion comes with Deputy: Deputy is the deputy head of delegation."
    )
    assert why(order, "Spouse", "Companion")[1] == (
        "Spouse comes with President, and Companion with Deputy: President is the head of"
        " delegation."
    )


def test_a_spouse_without_anybody_to_accompany_stands_as_any_member():
    order = within([member("Spouse", function="spouse"), member("Rector", office())])

    assert labels(order) == ["Rector", "Spouse"]


def test_two_who_accompany_each_other_stand_each_by_themselves():
    one, other = member("Z", office(), key=1, beside=2), member("A", key=2, beside=1)

    assert labels(within([other, one])) == ["Z", "A"]


def test_a_place_by_hand_is_the_number_in_the_list():
    facts = [
        member("Head", function="head"),
        member("Minister", MINISTER_SINCE_MARCH),
        member("Rector", office()),
        member("Guest of honour", place=2),
        member("Last", office(weight=90), place=9),
    ]

    order = within(facts)

    assert labels(order) == ["Head", "Guest of honour", "Minister", "Rector", "Last"]
    assert why(order, "Guest of honour", "Head")[1] == "Guest of honour is placed by protocol."
    assert why(order, "Guest of honour", "Last") == (
        "placed",
        "Guest of honour and Last are placed by protocol.",
    )
    assert why(order, "Head", "Minister")[0] == "function"


def test_two_with_one_place_by_hand_stand_there_by_the_rule():
    facts = [member("Rector", office(), place=1), member("Minister", MINISTER_SINCE_MAY, place=1)]

    order = within([*facts, member("Head", function="head")])

    assert labels(order) == ["Minister", "Rector", "Head"]
    assert why(order, "Rector", "Minister")[0] == "rank"


def test_a_list_that_was_notified_places_everybody():
    facts = [
        member("Head", function="head"),
        member("Second", office(weight=100), number=2),
        member("First", function="spouse", number=1),
    ]

    order = within(facts, rule="notified")

    assert labels(order) == ["First", "Second", "Head"]
    assert why(order, "Second", "First") == (
        "number",
        "In the list notified First has number 1, Second number 2.",
    )
    assert why(order, "Second", "Head")[1] == "Second has number 2 in the list notified, Head none."


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Aas", "Olson", "Zorin"]),
        ("et", ["Sepp", "Šilov", "Zorin", "Tamm", "Õun", "Ülle"]),
        ("ru", ["Ёлкин", "Журавлёв", "Щукин", "Яковлев"]),
        ("kk", ["Ахметов", "Әлиев", "Қасымов", "Өтеген", "Үмбет", "Іскаков"]),
        ("pl", ["Cel", "Ćwik", "Lis", "Łoś", "Zyk", "Żak"]),
        ("uk", ["Гриб", "Ґедзь", "Ємець", "Їжак"]),
        ("uz", ["Zokirov", "Oʻrinov", "Sharipov", "Choriyev"]),
        ("ka", ["აბაშიძე", "გელაშვილი", "ჯაფარიძე"]),
        ("hy", ["Աբրահամյան", "Գրիգորյան", "Հակոբյան"]),
        ("el", ["Αντωνίου", "Ζαχαρίου", "Ψαρρός"]),
    ],
)
def test_names_stand_in_the_alphabet_of_the_event(language, names):
    order = within(map(member, sorted(names, reverse=True)), language=language)

    assert labels(order) == names
    assert order.why(order.keys[0], order.keys[1]).criterion == "alphabet"


def test_the_order_of_the_input_changes_nothing():
    facts = [
        member("Head", function="head"),
        member("Spouse", function="spouse"),
        member("Minister", MINISTER_SINCE_MAY),
        member("Placed", place=3),
        member("Nobody"),
    ]

    assert {tuple(labels(within(each))) for each in permutations(facts)} == {
        ("Head", "Spouse", "Minister", "Placed", "Nobody")
    }


def test_what_may_not_be_told_is_not_said_but_counts():
    order = within([member("A", is_told=False), member("Z", office(), is_told=False), member("B")])

    assert labels(order) == ["Z", "A", "B"]
    assert why(order, "A", "B") == ("alphabet", "What decides: the alphabet.")
    assert why(order, "Z", "A")[0] == "rank"


def test_a_sentence_is_told_in_the_language_of_its_reader():
    facts = [member("Ä", MINISTER_SINCE_MARCH), member("B", MINISTER_SINCE_MAY)]

    with translation.override("et"):
        assert "5. maist 2023" in why(within(facts), "B", "Ä")[1]


def test_a_name_with_a_percent_sign_breaks_no_sentence():
    head = member("100 % head", function="head")
    order = within([head, member("%(why)s", function="spouse"), member("B")])

    assert why(order, "%(why)s", "B")[1] == (
        "%(why)s comes with 100 % head: 100 % head is the head of delegation."
    )
