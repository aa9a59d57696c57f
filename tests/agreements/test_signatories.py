"""The office of the day of signature."""

import pytest

from agreements.models import Signatory
from tests.factories import make_agreement, make_appointment, make_institution, make_rank

pytestmark = pytest.mark.django_db


def test_a_signatory_known_by_an_office_held_is_filled_in():
    held = make_appointment(
        institution=make_institution(), office_en="Rector", office_et="rektor", rank=make_rank()
    )
    signatory = Signatory(agreement=make_agreement(), appointment=held)

    signatory.full_clean()

    assert (signatory.official, signatory.institution) == (held.official, held.institution)
    assert (signatory.office_en, signatory.office_et) == ("Rector", "rektor")
    assert signatory.rank == held.rank


def test_what_was_typed_is_never_overwritten():
    held = make_appointment(institution=make_institution(), office_en="Rector", rank=make_rank())
    official, institution, rank = held.official, make_institution(), make_rank()
    signatory = Signatory(
        agreement=make_agreement(),
        appointment=held,
        official=official,
        institution=institution,
        rank=rank,
        office_kk="Ректордың міндетін атқарушы",
    )

    signatory.full_clean()

    assert (signatory.official, signatory.institution) == (official, institution)
    assert signatory.rank == rank
    assert signatory.office_kk == "Ректордың міндетін атқарушы"
    assert not signatory.office_en


def test_a_later_office_never_rewrites_the_one_signed_in():
    held = make_appointment(office_en="Vice-Rector")
    signatory = Signatory(agreement=make_agreement(), appointment=held)
    signatory.full_clean()
    signatory.save()

    held.office_en = "Rector"
    held.save()
    signatory.full_clean()
    signatory.save()

    assert Signatory.objects.get().office_en == "Vice-Rector"
