import pytest
from django.utils import translation

from delegations.models import InstitutionName
from delegations.protocol.order import in_order_of_precedence
from tests.factories import (
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_rank,
)

pytestmark = pytest.mark.django_db


def order(event) -> list[str]:
    return [str(delegation) for delegation in in_order_of_precedence(event)]


def members_of(event) -> list:
    return [member for each in in_order_of_precedence(event) for member in each.listed_members]


def test_an_event_without_delegations_has_no_order():
    assert in_order_of_precedence(make_event()) == []


def test_delegations_as_listed_come_in_protocol_s_order():
    event = make_event(precedence_rule="listed")
    for position, country in enumerate(["UZ", "KZ", "EE"]):
        make_delegation(event=event, country=country, position=position)
    make_delegation(country="FI")

    assert order(event) == ["Uzbekistan", "Kazakhstan", "Estonia"]


@pytest.mark.parametrize(
    ("language", "countries"),
    [
        ("en", ["AT", "EE", "KZ"]),
        ("et", ["AT", "EE", "KZ"]),
        ("ru", ["AT", "KZ", "EE"]),
        ("kk", ["AT", "KZ", "EE"]),
        ("", ["AT", "EE", "KZ"]),
    ],
    ids=["English", "Estonian", "Russian", "Kazakh", "not said: English"],
)
@pytest.mark.parametrize("reader", ["en", "kk", "et"])
def test_countries_come_in_the_alphabet_of_the_event_for_every_reader(language, countries, reader):
    event = make_event(precedence_rule="alphabetical", precedence_language=language)
    for country in ("KZ", "EE", "AT"):
        make_delegation(event=event, country=country)

    with translation.override(reader):
        delegations = in_order_of_precedence(event)

    assert [delegation.country for delegation in delegations] == countries


@pytest.mark.parametrize(
    ("language", "countries"),
    [
        # Litwa, Luksemburg, Łotwa
        ("pl", ["LT", "LU", "LV"]),
        # Égypte, Émirats arabes unis, Équateur, Espagne, Estonie
        ("fr", ["EG", "AE", "EC", "ES", "EE"]),
        # Латвія, Північна Македонія, Словенія, Угорщина, Швеція
        ("uk", ["LV", "MK", "SI", "HU", "SE"]),
        # Latviya, Sloveniya, Vengriya, Oʻzbekiston, Shimoliy Makedoniya, Shvetsiya
        ("uz", ["LV", "SI", "HU", "UZ", "MK", "SE"]),
    ],
    ids=["Polish", "French", "Ukrainian", "Uzbek"],
)
def test_an_event_has_the_alphabet_and_the_names_of_any_language_that_is_known(language, countries):
    event = make_event(precedence_rule="alphabetical", precedence_language=language)
    for country in sorted(countries):
        make_delegation(event=event, country=country)

    assert [each.country for each in in_order_of_precedence(event)] == countries


def test_a_university_stands_under_the_name_recorded_in_the_language_of_the_order():
    event = make_event(precedence_rule="alphabetical", precedence_language="pl")
    warsaw, lodz = make_institution(name_en="Warsaw"), make_institution(name_en="Zgierz")
    InstitutionName.objects.create(institution=warsaw, text="Akademia", language="pl")
    for body in (lodz, warsaw):
        make_delegation(event=event, institution=body)

    assert [each.institution for each in in_order_of_precedence(event)] == [warsaw, lodz]


def test_the_english_alphabet_does_not_end_in_accents():
    event = make_event(precedence_rule="alphabetical", precedence_language="en")
    for country in ("ZW", "AX"):
        make_delegation(event=event, country=country)

    assert order(event) == ["Åland Islands", "Zimbabwe"]


@pytest.mark.parametrize("reader", ["en", "kk"])
def test_universities_come_in_the_alphabet_of_the_event_for_every_reader(reader):
    event = make_event(precedence_rule="alphabetical", precedence_language="en")
    for english, kazakh in [("Tartu", "А университеті"), ("Almaty", "Я университеті")]:
        make_delegation(event=event, institution=make_institution(name_en=english, name_kk=kazakh))

    with translation.override(reader):
        names = [each.institution.name_en for each in in_order_of_precedence(event)]

    assert names == ["Almaty", "Tartu"]


def test_a_delegation_without_country_or_institution_stands_under_its_own_name():
    event = make_event(precedence_rule="alphabetical")
    make_delegation(event=event, country="KZ")
    make_delegation(event=event, country="", name_en="Baltic rectors")

    assert order(event) == ["Baltic rectors", "Kazakhstan"]


def test_the_highest_head_comes_first_in_an_order_by_rank():
    event = make_event(precedence_rule="rank")
    president, minister = make_rank(weight=100), make_rank(weight=80)
    for country, rank in [("AT", None), ("LV", minister), ("EE", minister), ("UZ", president)]:
        delegation = make_delegation(event=event, country=country)
        make_member(delegation=delegation, function="head", rank=rank)
    make_member(delegation=make_delegation(event=event, country="FI"), rank=president)

    assert order(event) == ["Uzbekistan", "Estonia", "Latvia", "Austria", "Finland"]


@pytest.mark.parametrize(
    "hidden",
    [{"is_listed": False}, {"accreditation": "rejected"}, {"accreditation": "withdrawn"}],
    ids=["not listed", "rejected", "withdrawn"],
)
def test_a_head_whom_visitors_do_not_see_does_not_count(hidden):
    event = make_event(precedence_rule="rank")
    make_delegation(event=event, country="AT")
    delegation = make_delegation(event=event, country="UZ")
    make_member(delegation=delegation, function="head", rank=make_rank(weight=100), **hidden)

    assert order(event) == ["Austria", "Uzbekistan"]
    assert members_of(event) == []


@pytest.mark.parametrize("status", ["declined", "cancelled"])
def test_who_does_not_come_has_no_place(status):
    event = make_event()
    make_delegation(event=event, status=status)

    assert in_order_of_precedence(event) == []


def test_members_come_in_order_and_each_place_has_its_reason():
    event = make_event()
    delegation = make_delegation(event=event)
    rector, minister = make_rank(name_en="rector"), make_rank(name_en="minister", weight=80)
    plain = make_member(delegation=delegation)
    ranked = make_member(delegation=delegation, rank=rector)
    higher = make_member(delegation=delegation, rank=minister)
    deputy = make_member(delegation=delegation, function="deputy_head", rank=rector)
    head = make_member(delegation=delegation, function="head", rank=rector)
    placed = make_member(delegation=delegation, position=1, function="interpreter")

    members = members_of(event)

    assert members == [placed, head, deputy, higher, ranked, plain]
    assert [str(member.reason) for member in members] == [
        "placed by protocol",
        "head of delegation",
        "deputy head of delegation",
        "rank: minister",
        "rank: rector",
        "",
    ]


def test_names_never_decide_among_members():
    event = make_event()
    delegation = make_delegation(event=event)
    first = make_member(delegation=delegation, official=make_official(name_en="Z"))
    second = make_member(delegation=delegation, official=make_official(name_en="A"))

    assert members_of(event) == [first, second]


@pytest.mark.parametrize("number", [1, 3], ids=["one", "three"])
def test_the_order_costs_the_same_for_any_number(django_assert_num_queries, number):
    event = make_event(precedence_rule="rank")
    for _ in range(number):
        delegation = make_delegation(event=event, institution=make_institution())
        for _ in range(number):
            make_member(
                delegation=delegation,
                function="head",
                official=make_official(),
                institution=make_institution(),
                rank=make_rank(),
            )

    with django_assert_num_queries(5):
        said = [str(member) for member in members_of(event)]

    assert len(said) == number**2
