"""Who somebody is on an occasion."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from delegations.models import Member, Official, Speaker
from tests.factories import (
    make_appointment,
    make_delegation,
    make_institution,
    make_member,
    make_official,
    make_rank,
    make_session,
    make_speaker,
)
from tests.reading import refusals

pytestmark = pytest.mark.django_db


def held_office(**fields):
    defaults = {"office_en": "Rector", "office_et": "rektor"}
    return make_appointment(institution=make_institution(), rank=make_rank(), **defaults | fields)


KINDS = {
    "member": lambda **fields: Member(delegation=make_delegation(), **fields),
    "speaker": lambda **fields: Speaker(session=make_session(), **fields),
}


@pytest.fixture(params=KINDS.values(), ids=KINDS)
def somebody(request):
    return request.param


def test_somebody_known_by_an_office_held_is_filled_in(somebody):
    held = held_office()
    person = somebody(appointment=held)

    person.full_clean()

    assert (person.official, person.institution) == (held.official, held.institution)
    assert (person.office_en, person.office_et) == ("Rector", "rektor")
    assert person.rank == held.rank


def test_what_was_typed_is_never_overwritten(somebody):
    held = held_office()
    typed = {"official": held.official, "institution": make_institution(), "rank": make_rank()}
    person = somebody(appointment=held, office_kk="Ректордың орынбасары", **typed)

    person.full_clean()

    assert {name: getattr(person, name) for name in typed} == typed
    assert person.office_kk == "Ректордың орынбасары"
    assert not person.office_en
    assert not person.office_et


def test_an_office_held_by_somebody_else_is_refused(somebody):
    person = somebody(appointment=held_office(), official=make_official())

    with pytest.raises(ValidationError, match="held by somebody else"):
        person.full_clean()


def test_only_what_is_empty_is_filled_in(somebody):
    held, institution = held_office(), make_institution()
    person = somebody(appointment=held, institution=institution)

    person.full_clean()

    assert (person.official, person.institution) == (held.official, institution)
    assert person.office_en == "Rector"


def test_the_office_stays_when_the_appointment_changes(somebody):
    held = held_office()
    person = somebody(appointment=held)
    person.full_clean()
    person.save()

    held.office_en, held.rank = "President", make_rank(weight=90)
    held.save()
    person.refresh_from_db()
    person.full_clean()
    person.save()
    person.refresh_from_db()

    assert person.office_en == "Rector"
    assert person.rank != held.rank


def test_the_office_stays_when_the_appointment_is_deleted(somebody):
    held = held_office()
    person = somebody(appointment=held)
    person.full_clean()
    person.save()

    held.delete()
    person.refresh_from_db()

    assert person.appointment is None
    assert person.office_en == "Rector"


@pytest.mark.parametrize(
    "known",
    [
        lambda: {"official": make_official()},
        lambda: {"institution": make_institution()},
        lambda: {"office_kk": "Ректор"},
        lambda: {"name_as_printed": "S. Nurbek"},
        lambda: {"appointment": held_office()},
    ],
    ids=["official", "institution", "office", "printed name", "office held"],
)
def test_one_thing_known_is_enough(somebody, known):
    somebody(**known()).full_clean()


def test_nothing_known_is_not(somebody):
    assert refusals(somebody()) == {
        "__all__": ["Say who it is: an official, an institution, an office or a printed name."]
    }


def test_a_rank_alone_is_nobody(somebody):
    assert "__all__" in refusals(somebody(rank=make_rank()))


def test_somebody_is_named_by_what_is_known(somebody):
    official = make_official(name_en="Sayasat Nurbek")
    institution = make_institution(name_en="AlmaU")

    assert str(somebody(official=official, office_en="Minister")) == "Sayasat Nurbek, Minister"
    assert str(somebody(name_as_printed="S. Nurbek")) == "S. Nurbek"
    assert str(somebody(office_en="Rector", institution=institution)) == "Rector, AlmaU"


def test_who_took_part_cannot_be_deleted():
    official, institution = make_official(), make_institution()
    make_member(official=official, institution=institution)
    make_speaker(on_behalf_of=make_official(name_en="President"))

    for fact in (official, institution, Official.objects.get(name_en="President")):
        with pytest.raises(ProtectedError):
            fact.delete()
