import datetime as dt

import pytest
from django.utils import translation

from delegations.models import Appointment, Delegation, Institution, Meeting, Member, Official
from tests.factories import (
    MAY_1,
    MAY_2,
    make_appointment,
    make_delegation,
    make_institution,
    make_meeting,
    make_member,
    make_official,
    make_rank,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "is_seen"),
    [
        ({}, True),
        ({"accreditation": "pending"}, True),
        ({"accreditation": "checked_in"}, True),
        ({"accreditation": "rejected"}, False),
        ({"accreditation": "withdrawn"}, False),
        ({"is_listed": False}, False),
    ],
    ids=["approved", "pending", "checked in", "rejected", "withdrawn", "unlisted"],
)
def test_visitors_see_listed_members_who_may_come(fields, is_seen):
    make_member(**fields)

    assert Member.objects.listed().exists() == is_seen


@pytest.mark.parametrize(
    ("status", "is_seen"),
    [
        ("invited", True),
        ("confirmed", True),
        ("attended", True),
        ("declined", False),
        ("cancelled", False),
    ],
)
def test_visitors_see_delegations_that_come(status, is_seen):
    make_delegation(status=status)

    assert Delegation.objects.present().exists() == is_seen


@pytest.mark.parametrize(
    ("status", "is_seen"),
    [
        ("requested", False),
        ("accepted", False),
        ("scheduled", False),
        ("declined", False),
        ("cancelled", False),
        ("held", True),
    ],
)
def test_visitors_see_meetings_that_were_held(status, is_seen):
    make_meeting(status=status)

    assert Meeting.objects.held().exists() == is_seen


@pytest.mark.parametrize(
    ("dates", "is_held"),
    [
        ({}, True),
        ({"starts_on": MAY_1}, True),
        ({"starts_on": MAY_2}, False),
        ({"ends_on": MAY_1}, True),
        ({"ends_on": MAY_1 - DAY}, False),
        ({"starts_on": MAY_1, "ends_on": MAY_1}, True),
        ({"starts_on_precision": "unknown"}, True),
        ({"ends_on_precision": "unknown"}, False),
        ({"starts_on": MAY_1 - DAY, "ends_on_precision": "unknown"}, False),
        ({"starts_on": dt.date(2030, 1, 1), "starts_on_precision": "year"}, True),
        ({"ends_on": dt.date(2030, 12, 31), "ends_on_precision": "year"}, True),
        ({"ends_on": dt.date(2029, 12, 31), "ends_on_precision": "year"}, False),
        ({"ends_on_precision": "year"}, True),
    ],
    ids=[
        "no dates",
        "from today",
        "from tomorrow",
        "until today",
        "until yesterday",
        "one day",
        "since a day not known",
        "ended on a day not known",
        "begun and ended on a day not known",
        "since this year",
        "until this year",
        "until last year",
        "no end of a known year",
    ],
)
def test_an_office_is_held_as_far_as_its_dates_are_known(dates, is_held):
    make_appointment(**dates)

    assert Appointment.objects.held(MAY_1).exists() == is_held


def test_an_office_is_held_today_unless_a_day_is_given():
    today = dt.datetime.now(dt.UTC).date()
    make_appointment(starts_on=today, ends_on=today)

    assert Appointment.objects.held().exists()
    assert not Appointment.objects.held(today + DAY).exists()


def test_officials_bring_their_current_offices_in_two_queries(django_assert_num_queries):
    for number in range(3):
        official = make_official(name_en=f"Official {number}")
        for office in range(number):
            make_appointment(
                official=official, office_en=f"Office {office}", institution=make_institution()
            )
        make_appointment(official=official, ends_on=MAY_1)

    with django_assert_num_queries(2):
        offices = [
            [str(appointment.institution) for appointment in official.current_offices]
            for official in Official.objects.with_current_offices(MAY_2).order_by("pk")
        ]

    assert [len(each) for each in offices] == [0, 1, 2]


def test_members_bring_their_names_in_one_query(django_assert_num_queries):
    for _ in range(3):
        make_member(
            official=make_official(),
            institution=make_institution(),
            rank=make_rank(),
            on_behalf_of=make_official(),
        )

    with django_assert_num_queries(1):
        said = [f"{each} {each.rank} {each.on_behalf_of}" for each in Member.objects.with_names()]

    assert len(said) == 3


def test_every_member_of_a_delegation_is_counted_once():
    delegation = make_delegation()
    for _ in range(3):
        make_member(delegation=delegation)
    make_delegation()

    counts = Delegation.objects.with_member_count().order_by("pk")

    assert [each.member_count for each in counts] == [3, 0]


# The alphabet.


def sorted_names(model, language) -> list[str]:
    with translation.override(language):
        return [record.name for record in model.objects.in_order()]


def test_officials_come_by_the_name_to_sort_by_where_there_is_one():
    make_official(name_en="Sayasat Nurbek", sort_name_en="Nurbek, Sayasat")
    make_official(name_en="Tiit Land", sort_name_en="land, Tiit")
    make_official(name_en="Zhansaya Abdumalik", sort_name_en="Abdumalik, Zhansaya")

    assert sorted_names(Official, "en") == ["Zhansaya Abdumalik", "Tiit Land", "Sayasat Nurbek"]


def test_officials_without_a_name_to_sort_by_stand_among_the_others():
    make_official(name_en="Tiit Land", sort_name_en="Land, Tiit")
    make_official(name_en="Zhansaya", sort_name_en="")
    make_official(name_en="Aida", sort_name_en="")

    assert sorted_names(Official, "en") == ["Aida", "Tiit Land", "Zhansaya"]


def test_the_order_is_that_of_the_name_the_reader_sees():
    make_official(name_en="Aaa", name_ru="Яя")
    make_official(name_en="Zzz", name_ru="Аа")

    assert sorted_names(Official, "en") == ["Aaa", "Zzz"]
    assert sorted_names(Official, "ru") == ["Аа", "Яя"]


def test_a_name_that_falls_back_is_sorted_by_what_it_falls_back_to():
    make_institution(name_en="Zzz", name_et="")
    make_institution(name_en="Mmm", name_et="Aaa")
    make_institution(name_en="", name_ru="Bbb")

    assert sorted_names(Institution, "et") == ["Aaa", "Bbb", "Zzz"]


def test_capitals_do_not_matter():
    for name in ("beta", "Alpha", "GAMMA"):
        make_institution(name_en=name)

    assert sorted_names(Institution, "en") == ["Alpha", "beta", "GAMMA"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["École", "Eötvös", "Tartu", "Zürich"]),
        ("et", ["Rakvere", "Šiauliai", "Zagreb", "Tartu", "Võru", "Õismäe", "Äksi", "Ülenurme"]),
        ("ru", ["Алматы", "Ереван", "Ёскино", "Жезказган", "Яровое"]),
        (
            "kk",
            ["Абай", "Әуезов", "Ғылым", "Еуразия", "Қазақ", "Нархоз", "Өнер", "Ұлттық", "Ясауи"],
        ),
    ],
    ids=["English", "Estonian", "Russian", "Kazakh"],
)
def test_the_alphabet_is_the_reader_s(language, names):
    for name in reversed(names):
        make_institution(**{"name_en": "", f"name_{language}": name})

    assert sorted_names(Institution, language) == names


@pytest.mark.parametrize("name", ["тартуский", "ТАРТУСКИЙ"], ids=["small", "capital"])
def test_capitals_do_not_matter_in_any_alphabet(name):
    make_institution(name_en="", name_ru="Тартусское общество")
    make_institution(name_en="", name_ru=name)
    make_institution(name_en="", name_ru="Алматы")

    assert sorted_names(Institution, "ru") == ["Алматы", name, "Тартусское общество"]
