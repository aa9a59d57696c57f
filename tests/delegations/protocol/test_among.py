"""Golden cases of the order between delegations, each with the sentence that explains it."""

import datetime as dt

import pytest

from delegations.offices import PartialDate
from delegations.protocol.facts import MemberFact
from forum.records import countries
from tests.delegations.protocol.facts import (
    MARCH,
    MAY,
    MINISTER,
    RECTOR,
    among,
    delegation,
    labels,
    member,
    office,
    why,
    year,
)


def head(label: str, *offices) -> MemberFact:
    return member(label, *offices, function="head")


@pytest.mark.parametrize(
    ("rule", "first", "second", "criterion", "sentence"),
    [
        (
            "listed",
            delegation("Uzbekistan", position=1),
            delegation("Austria", position=2),
            "position",
            "In the list of protocol Uzbekistan has number 1, Austria number 2.",
        ),
        (
            "alphabetical",
            delegation("Austria", position=2),
            delegation("Uzbekistan", position=1),
            "alphabet",
            "In the alphabet (English) “Austria” comes before “Uzbekistan”.",
        ),
        (
            "alphabetical",
            delegation("Ministers", name="Austria", position=1),
            delegation("Rectors", name="Austria", position=2),
            "position",
            "In the list of protocol Ministers has number 1, Rectors number 2.",
        ),
        (
            "rank",
            delegation("Uzbekistan", head=head("Zokirov", office(**MINISTER))),
            delegation("Austria", head=head("Aas", office(**RECTOR))),
            "rank",
            "Heads of delegation: Zokirov has the rank “minister”, Aas “rector”.",
        ),
        (
            "rank",
            delegation("Uzbekistan", head=head("Zokirov", office(since=MARCH, **MINISTER))),
            delegation("Austria", head=head("Aas", office(since=MAY, **MINISTER))),
            "since",
            "Heads of delegation: Both have the rank “minister”; Zokirov has held the office since"
            " 12 March 2021, Aas since 5 May 2023.",
        ),
        (
            "rank",
            delegation("Uzbekistan", head=head("Zokirov", office(**MINISTER))),
            delegation("Austria", head=head("Aas", office(capacity="acting", **MINISTER))),
            "capacity",
            "Heads of delegation: Both have the rank “minister”; Zokirov holds the office, Aas is"
            " acting in the office.",
        ),
        (
            "rank",
            delegation("Uzbekistan", head=head("Rector of Tashkent")),
            delegation("Austria"),
            "head",
            "Of Austria no head of delegation is named.",
        ),
        (
            "rank",
            delegation("Austria", head=head("Z", office(since=MARCH, **MINISTER))),
            delegation("Uzbekistan", head=head("A", office(since=MARCH, **MINISTER))),
            "alphabet",
            "In the alphabet (English) “Austria” comes before “Uzbekistan”.",
        ),
        (
            "founded",
            delegation("Tartu", founded=PartialDate(dt.date(1632, 6, 30))),
            delegation("Almaty", founded=year(1934)),
            "founded",
            "Founded: Tartu – 30 June 1632; Almaty – 1934.",
        ),
        (
            "founded",
            delegation("Tartu", founded=year(1632)),
            delegation("Almaty"),
            "founded",
            "Founded: Tartu – 1632; Almaty – date not known.",
        ),
        (
            "drawn",
            delegation("Uzbekistan", lot=3),
            delegation("Austria", lot=7),
            "lot",
            "The lot gave Uzbekistan number 3, Austria number 7.",
        ),
        (
            "drawn",
            delegation("Uzbekistan", lot=3),
            delegation("Austria"),
            "lot",
            "The lot gave Uzbekistan number 3; Austria has not been drawn.",
        ),
    ],
    ids=[
        "by hand, never by name",
        "by the alphabet, never by hand",
        "two delegations of one country, by hand",
        "by the rank of the head",
        "by the day on which the heads took office",
        "an acting head after the other",
        "an unnamed head before no head",
        "heads since the same day: by the alphabet",
        "by founding date",
        "a founding date before none",
        "by lot",
        "drawn before not drawn",
    ],
)
def test_one_delegation_comes_before_another(rule, first, second, criterion, sentence):
    order = among([second, first], rule)

    assert order.keys == [first.key, second.key]
    reason = order.why(second.key, first.key)
    assert (reason.criterion, str(reason)) == (criterion, sentence)


@pytest.mark.parametrize(
    ("host", "expected", "sentence"),
    [
        ("first", ["Estonia", "Austria", "Uzbekistan"], "Estonia is the host, and the host comes"),
        ("last", ["Austria", "Uzbekistan", "Estonia"], "Estonia is the host, and the host comes"),
        ("none", ["Austria", "Estonia", "Uzbekistan"], "In the alphabet (English) “Austria” comes"),
    ],
)
def test_the_host_stands_where_the_event_puts_it(host, expected, sentence):
    facts = [delegation("Uzbekistan"), delegation("Austria"), delegation("Estonia", is_host=True)]

    order = among(facts, "alphabetical", host=host)

    assert labels(order) == expected
    assert sentence in why(order, "Estonia", "Austria")[1]


def test_a_place_by_hand_goes_before_the_host_and_every_rule():
    facts = [
        delegation("Estonia", is_host=True),
        delegation("Uzbekistan", place=1),
        delegation("Austria"),
    ]

    order = among(facts, "alphabetical", host="first")

    assert labels(order) == ["Uzbekistan", "Estonia", "Austria"]
    assert why(order, "Uzbekistan", "Estonia")[1] == "Uzbekistan is placed by protocol."


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["AT", "EE", "KZ", "UZ"]),
        # Austria, Eesti, Kasahstan, Usbekistan
        ("et", ["AT", "EE", "KZ", "UZ"]),
        # Австрия, Казахстан, Узбекистан, Эстония
        ("ru", ["AT", "KZ", "UZ", "EE"]),
        # Аустрия, Қазақстан, Өзбекстан, Эстония
        ("kk", ["AT", "KZ", "UZ", "EE"]),
        # Litwa, Luksemburg, Łotwa
        ("pl", ["LT", "LU", "LV"]),
        # Égypte, Émirats arabes unis, Équateur, Espagne, Estonie
        ("fr", ["EG", "AE", "EC", "ES", "EE"]),
        # Латвія, Північна Македонія, Словенія, Угорщина, Швеція
        ("uk", ["LV", "MK", "SI", "HU", "SE"]),
        # Latviya, Sloveniya, Vengriya, Oʻzbekiston, Shimoliy Makedoniya, Shvetsiya
        ("uz", ["LV", "SI", "HU", "UZ", "MK", "SE"]),
        # ავსტრია, ესტონეთი, უზბეკეთი, ყაზახეთი
        ("ka", ["AT", "EE", "UZ", "KZ"]),
        # Ավստրիա, Էստոնիա, Ղազախստան, Ուզբեկստան
        ("hy", ["AT", "EE", "KZ", "UZ"]),
        # Αυστρία, Εσθονία, Καζακστάν, Ουζμπεκιστάν
        ("el", ["AT", "EE", "KZ", "UZ"]),
    ],
)
def test_countries_stand_in_the_alphabet_of_the_event(language, expected):
    names = countries.names(language)
    facts = [delegation(code, name=names[code]) for code in sorted(expected, reverse=True)]

    order = among(facts, "alphabetical", language)

    assert labels(order) == expected
    assert f"“{names[expected[0]]}”" in why(order, *expected[:2])[1]


def test_the_founding_date_of_a_body_that_visitors_may_not_know_is_not_said():
    facts = [delegation("A delegation", founded=year(1632), is_told=False), delegation("Almaty")]

    order = among(facts, "founded")

    assert why(order, *labels(order)) == ("founded", "What decides: the founding date.")


def test_what_visitors_may_not_know_of_a_head_is_not_said():
    facts = [
        delegation(name, head=member(name, office(since=since), function="head", is_told=False))
        for name, since in (("Austria", MAY), ("Uzbekistan", MARCH))
    ]

    order = among(facts, "rank")

    assert why(order, *labels(order)) == (
        "since",
        "Heads of delegation: What decides: since when the office is held.",
    )
