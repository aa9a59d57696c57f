import pytest
from django.utils import translation

from delegations.models import InstitutionName, OfficialName
from delegations.naming import Reader
from delegations.protocol.order import in_order_of_precedence, ranked
from tests.factories import (
    MAY_1,
    make_appointment,
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
    return [member for each in in_order_of_precedence(event) for member in each.ordered_members]


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


def test_members_come_in_order_and_each_place_but_the_first_has_its_reason():
    event = make_event()
    delegation = make_delegation(event=event)
    rector, minister = make_rank(name_en="rector"), make_rank(name_en="minister", weight=80)
    plain = make_member(delegation=delegation, office_en="Clerk")
    ranked_member = make_member(delegation=delegation, rank=rector)
    higher = make_member(delegation=delegation, rank=minister, office_en="Minister")
    deputy = make_member(delegation=delegation, function="deputy_head", office_en="Deputy")
    head = make_member(delegation=delegation, function="head", rank=rector, office_en="Head")
    placed = make_member(delegation=delegation, place=1, place_reason="Asked", office_en="Guest")

    order = ranked(event)
    order.explain()

    members = order.delegations[0].ordered_members
    assert members == [placed, head, deputy, higher, ranked_member, plain]
    assert [str(member.reason) for member in members] == [
        "None",
        "Guest is placed by protocol.",
        "Head is the head of delegation.",
        "Deputy is the deputy head of delegation.",
        "Minister has the rank “minister”, Rector “rector”.",
        "Rector has the rank “rector”, and Clerk none that is known.",
    ]


def test_two_ministers_are_told_apart_by_the_day_on_which_they_took_office():
    event, rank = make_event(), make_rank(name_en="minister", weight=70)
    delegation = make_delegation(event=event)
    for name, begun in (("Aas", "2023-05-05"), ("Zorin", "2021-03-12")):
        official = make_official(name_en=name)
        held = make_appointment(official=official, rank=rank, starts_on=begun)
        make_member(delegation=delegation, official=official, appointment=held, rank=rank)

    order = ranked(event)
    order.explain()

    zorin, aas = order.delegations[0].ordered_members
    assert (zorin.official.name_en, aas.official.name_en) == ("Zorin", "Aas")
    assert str(aas.reason) == (
        "Both have the rank “minister”; Zorin has held the office since 12 March 2021, Aas since"
        " 5 May 2023."
    )


def test_the_rank_for_the_event_counts_and_not_that_of_today():
    event = make_event()
    delegation = make_delegation(event=event)
    rector, minister = make_rank(), make_rank(weight=70)
    then_rector = make_official()
    make_appointment(official=then_rector, rank=minister, starts_on=MAY_1)
    first = make_member(delegation=delegation, rank=minister)
    second = make_member(delegation=delegation, official=then_rector, rank=rector)

    assert members_of(event) == [first, second]


def test_of_two_offices_the_higher_counts_and_since_when_that_is_held():
    event, rector, minister = make_event(), make_rank(), make_rank(weight=70)
    delegation, body = make_delegation(event=event), make_institution()
    plain = make_official(name_en="A")
    both = make_official(name_en="Z")
    make_appointment(official=plain, rank=minister, institution=body, starts_on="2020-01-01")
    make_appointment(official=both, rank=minister, institution=body, starts_on="2019-01-01")
    common = {"delegation": delegation, "institution": body}
    one = make_member(official=plain, rank=minister, **common)
    two = make_member(
        official=both, rank=rector, also_rank=minister, also_institution=body, **common
    )

    assert members_of(event) == [two, one]


def test_names_decide_last_in_the_alphabet_of_the_event():
    event = make_event(precedence_language="pl")
    delegation = make_delegation(event=event)
    people = [make_official(name_en=name) for name in ("Lodz", "Lubin", "Aaa")]
    OfficialName.objects.create(official=people[0], text="Łódź", language="pl")
    first, second, last = people[2], people[1], people[0]
    for official in people:
        make_member(delegation=delegation, official=official)

    assert [member.official for member in members_of(event)] == [first, second, last]


def test_a_list_that_was_notified_places_the_members():
    event = make_event(member_rule="notified")
    delegation = make_delegation(event=event)
    head = make_member(delegation=delegation, function="head", position=2)
    first = make_member(delegation=delegation, position=1)

    assert members_of(event) == [first, head]


def test_a_spouse_stands_beside_whom_they_accompany():
    event = make_event()
    delegation = make_delegation(event=event)
    spouse = make_member(delegation=delegation, function="spouse")
    deputy = make_member(delegation=delegation, function="deputy_head", rank=make_rank())
    theirs = make_member(delegation=delegation, function="spouse", accompanies=deputy)
    head = make_member(delegation=delegation, function="head")

    assert members_of(event) == [head, spouse, deputy, theirs]


def test_staff_have_all_who_come_in_order():
    event = make_event()
    delegation = make_delegation(event=event)
    guard = make_member(delegation=delegation, is_listed=False)
    head = make_member(delegation=delegation, function="head")
    make_member(delegation=delegation, accreditation="rejected")

    [whole] = in_order_of_precedence(event, Reader.STAFF)

    assert whole.ordered_members == [head, guard]
    assert members_of(event) == [head]


def test_visitors_are_not_told_of_a_person_whom_they_may_not_know():
    event, rank = make_event(), make_rank(weight=70)
    delegation = make_delegation(event=event)
    for name, begun in (("Hidden", "2021-03-12"), ("Secret", "2023-05-05")):
        official = make_official(name_en=name, is_published=False)
        make_appointment(official=official, rank=rank, starts_on=begun)
        make_member(delegation=delegation, official=official, rank=rank)

    for reader, said in (
        (Reader.VISITOR, "What decides: since when the office is held."),
        (Reader.STAFF, "Hidden has held the office since 12 March 2021, Secret since 5 May 2023."),
    ):
        order = ranked(event, reader)
        order.explain()
        assert said in str(order.delegations[0].ordered_members[1].reason)


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

    with django_assert_num_queries(8):
        said = [str(member) for member in members_of(event)]

    assert len(said) == number**2
