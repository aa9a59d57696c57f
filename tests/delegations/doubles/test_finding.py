import pytest

from delegations.doubles.derived import to_decide
from delegations.doubles.finding import doubles_of
from delegations.doubles.signs import Sign
from delegations.models import Institution, NotTheSame, Official
from forum.derived import catch_up, refresh_some
from tests.factories import make_appointment, make_institution, make_official

pytestmark = pytest.mark.django_db


def test_an_institution_is_noticed_by_domain_name_and_likeness():
    taltech = make_institution(name_en="Tallinn University of Technology", domains="taltech.ee")
    by_domain = make_institution(name_en="TalTech School", website="https://www.taltech.ee/en")
    by_name = make_institution(name_en="University of Technology, Tallinn")
    make_institution(name_en="University of Tartu", domains="ut.ee")

    found = doubles_of(Institution.objects.get(pk=taltech.pk))

    assert found == [(by_domain, Sign.DOMAIN), (by_name, Sign.NAME)]


def test_a_part_and_a_successor_are_no_doubles():
    whole = make_institution(name_en="Tartu Ülikool", domains="ut.ee")
    make_institution(name_en="Tartu Ülikooli Raamatukogu", domains="ut.ee", parent=whole)
    after = make_institution(name_en="Tartu Ülikool", domains="ut.ee")
    whole.successors.add(after)

    assert doubles_of(whole) == []
    assert doubles_of(after)[0][0].parent == whole


def test_people_of_two_countries_are_not_doubles_by_their_name():
    one, other, third = (make_official(name_en="Juan Pérez") for _each in range(3))
    make_appointment(official=one, institution=make_institution(country="ES"))
    make_appointment(official=other, institution=make_institution(country="MX"))
    make_appointment(official=third, institution=make_institution(country="ES"))

    assert doubles_of(one) == [(third, Sign.NAME)]


def test_pairs_are_found_when_asked_for_and_follow_their_records():
    make_official(name_en="Renno Veinthal")
    other = make_official(name_en="Ренно Вейнталь")
    assert not to_decide(Official).exists()

    assert refresh_some("doubles-official") == 0
    assert [pair.sign for pair in to_decide(Official)] == [Sign.SIMILAR]

    other.name_en = "Somebody Else"
    other.save()
    refresh_some("doubles-official")
    assert not to_decide(Official).exists()


def test_some_at_a_time_and_the_rest_waits():
    for _each in range(3):
        make_official()
    catch_up()

    assert refresh_some("doubles-official", 2) == 1
    assert refresh_some("doubles-official", 2) == 0


def test_what_is_not_the_same_is_remembered():
    one, other = (make_official(name_en="Renno Veinthal") for _each in range(2))
    refresh_some("doubles-official")

    NotTheSame.objects.create(kind="official", one=one.pk, other=other.pk)

    assert not to_decide(Official).exists()
    assert doubles_of(one) == []


def test_a_domain_that_many_have_or_a_portal_says_nothing():
    bodies = [make_institution(name_en=f"Ministry {n}", domains="gov.ee") for n in "ABCD"]
    make_institution(name_en="One", website="https://facebook.com/one")
    other = make_institution(name_en="Two", website="https://facebook.com/two")

    assert doubles_of(bodies[0]) == []
    assert doubles_of(other) == []


def test_a_man_and_a_woman_of_one_family_are_two_people():
    one = make_official(name_en="Александр Иванов")
    make_official(name_en="Александра Иванова")

    assert doubles_of(one) == []
