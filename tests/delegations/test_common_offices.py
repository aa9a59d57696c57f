"""Offices that the vocabulary knows, and the one that a person held on the day."""

import datetime as dt

import pytest

from delegations.models import Appointment, CommonOffice, Member
from tests.factories import (
    MAY_1,
    make_appointment,
    make_common_office,
    make_delegation,
    make_event,
    make_institution,
    make_member,
    make_official,
    make_rank,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def vice_rector():
    return make_common_office(
        name_en="Vice-Rector",
        name_kk="Проректор",
        name_ru="Проректор",
        name_et="prorektor",
        spellings="Pro-Rector\nпроректор по науке",
        rank=make_rank(),
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Vice-Rector"),
        ("en", "vice-rector"),
        ("et", " Prorektor "),
        ("ru", "ПРОРЕКТОР"),
        ("en", "Pro-Rector"),
        ("ru", "Проректор по науке"),
    ],
)
def test_a_common_office_in_one_language_fills_the_others_and_the_rank(vice_rector, language, text):
    member = Member(delegation=make_delegation(), **{f"office_{language}": text})

    member.full_clean()

    offices = [getattr(member, f"office_{each}") for each in ("en", "kk", "ru", "et")]
    names = [getattr(vice_rector, f"name_{each}") for each in ("en", "kk", "ru", "et")]
    typed = ("en", "kk", "ru", "et").index(language)
    assert offices == [*names[:typed], text, *names[typed + 1 :]]
    assert member.rank == vice_rector.rank


def test_what_is_typed_in_another_language_or_as_a_rank_stays(vice_rector):
    rank = make_rank()
    member = Member(
        delegation=make_delegation(), office_en="Vice-Rector", office_et="õppeprorektor", rank=rank
    )

    member.full_clean()

    assert (member.office_et, member.office_ru) == ("õppeprorektor", "Проректор")
    assert member.rank == rank


@pytest.mark.parametrize("text", ["Vice", "Vice-Rector for Research", "%", "Rector\nPro"])
def test_what_is_not_the_whole_office_fills_nothing(vice_rector, text):
    member = Member(delegation=make_delegation(), office_en=text)

    member.full_clean()

    assert (member.office_et, member.rank) == ("", None)


def test_of_two_offices_called_the_same_only_what_both_say_is_filled_in(vice_rector):
    make_common_office(
        name_en="Deputy", name_kk="Проректор", name_ru="Проректор", rank=vice_rector.rank
    )
    member = Member(delegation=make_delegation(), office_ru="Проректор")

    member.full_clean()

    assert (member.office_kk, member.rank) == ("Проректор", vice_rector.rank)
    assert (member.office_en, member.office_et) == ("", "")


def test_two_languages_together_say_which_of_two_it_is(vice_rector):
    make_common_office(name_en="Deputy", name_ru="Проректор", name_et="asetäitja")
    member = Member(delegation=make_delegation(), office_ru="Проректор", office_en="Deputy")

    member.full_clean()

    assert member.office_et == "asetäitja"


def test_two_languages_that_name_two_offices_fill_nothing(vice_rector):
    make_common_office(name_en="Rector", name_et="rektor")
    member = Member(delegation=make_delegation(), office_en="Rector", office_ru="Проректор")

    member.full_clean()

    assert member.office_et == ""


def test_a_second_office_is_completed_without_a_rank(vice_rector):
    member = Member(delegation=make_delegation(), office_en="Expert", also_office_et="prorektor")

    member.full_clean()

    assert member.also_office_en == "Vice-Rector"
    assert member.rank is None


def test_an_office_held_is_completed_too(vice_rector):
    held = Appointment(official=make_official(), office_ru="Проректор")

    held.full_clean()

    assert (held.office_en, held.rank) == ("Vice-Rector", vice_rector.rank)


def test_a_row_that_is_saved_again_asks_for_nothing(vice_rector, django_assert_num_queries):
    make_member(office_en="Vice-Rector")
    member = Member.objects.select_related("delegation").get()

    with django_assert_num_queries(0):
        member.clean()

    assert member.office_et == ""


def test_an_office_that_is_changed_is_completed(vice_rector):
    make_member(office_en="Expert")
    member = Member.objects.get()
    member.office_en = "Vice-Rector"

    member.clean()

    assert member.office_et == "prorektor"


def test_every_form_of_a_common_office_is_one_of_it(vice_rector):
    assert all(CommonOffice.objects.called(form) == {vice_rector} for form in vice_rector.forms)


def attending(official, **fields) -> Member:
    event = make_event(starts_on=MAY_1, ends_on=None)
    return Member(delegation=make_delegation(event=event), official=official, **fields)


def test_a_person_comes_in_the_one_office_held_on_the_day():
    held = make_appointment(institution=make_institution(), starts_on=MAY_1 - DAY)
    make_appointment(official=held.official, office_en="Dean", ends_on=MAY_1 - DAY)
    member = attending(held.official)

    member.full_clean()

    assert (member.appointment, member.institution) == (held, held.institution)
    assert member.office_en == "Rector"


def test_of_two_offices_none_is_guessed_unless_the_institution_says_which():
    held = make_appointment(institution=make_institution())
    make_appointment(official=held.official, office_en="Dean")
    anyhow, there = attending(held.official), attending(held.official, institution=held.institution)

    anyhow.full_clean()
    there.full_clean()

    assert (anyhow.appointment, anyhow.office_en) == (None, "")
    assert there.appointment == held


@pytest.mark.parametrize("fields", [{"office_ru": "Эксперт"}, {"institution": True}])
def test_who_comes_in_another_office_or_for_another_body_is_left_alone(fields):
    held = make_appointment(institution=make_institution())
    member = attending(
        held.official, **{k: make_institution() if v is True else v for k, v in fields.items()}
    )

    member.full_clean()

    assert member.appointment is None


def test_without_a_day_no_office_is_taken():
    event = make_event(starts_on=None, ends_on=None)
    held = make_appointment()
    member = Member(delegation=make_delegation(event=event), official=held.official)

    member.full_clean()

    assert member.appointment is None


def test_an_office_that_staff_took_out_does_not_come_back():
    held = make_appointment()
    make_member(official=held.official, office_en="")
    member = Member.objects.get()

    member.full_clean()

    assert member.appointment is None


def test_a_row_without_its_delegation_is_refused_in_a_sentence():
    member = Member(official=make_appointment().official)

    member.clean()

    assert member.appointment is None
