"""Lists of people, each with an office."""

import pytest

from delegations.models import Appointment, Official
from tests.factories import make_common_office, make_official, make_rank
from tests.intakes import bring, send, states

pytestmark = pytest.mark.django_db

LIST = """Name\tOffice\tInstitution\tFrom\tUntil
Jaan Proovik\tRector\tSample University\t2020\t03.2024
Mari Proovik\tVice-Rector\tSample University\t\t"""


def test_people_come_with_the_offices_that_they_hold(staff_client):
    intake, table = bring(staff_client, "officials", LIST)
    assert states(table) == ["new", "new"]
    send(staff_client, intake, table, "save")

    held = Appointment.objects.select_related("official", "institution").order_by("pk")
    assert [str(each) for each in held] == [
        "Jaan Proovik, Rector, Sample University",
        "Mari Proovik, Vice-Rector, Sample University",
    ]
    assert (str(held[0].starts_on), held[0].starts_on_precision) == ("2020-01-01", "year")
    assert (str(held[0].ends_on), held[0].ends_on_precision) == ("2024-03-31", "month")


def test_a_common_office_is_said_in_all_languages(staff_client):
    rank = make_rank()
    make_common_office(name_en="Rector", name_ru="Ректор", name_et="Rektor", rank=rank)

    intake, table = bring(staff_client, "officials", "Jaan Proovik – rector")
    send(staff_client, intake, table, "save")

    held = Appointment.objects.get()
    assert (held.office_en, held.office_ru, held.office_et) == ("Rector", "Ректор", "Rektor")
    assert held.rank == rank


def test_a_known_person_gets_the_office_that_is_new(staff_client):
    jaan = make_official(name_en="Jaan Proovik")
    jaan.appointments.create(office_en="Dean")

    intake, table = bring(staff_client, "officials", LIST)
    assert states(table) == ["changed", "new"]
    send(staff_client, intake, table, "save")

    assert {each.office_en for each in jaan.appointments.all()} == {"Dean", "Rector"}
    _intake, table = bring(staff_client, "officials", LIST)
    assert states(table) == ["same", "same"]


def test_an_orcid_alone_decides(staff_client):
    jaan = make_official(name_en="J. Proovik", orcid="0000-0002-1825-0097")
    text = "Name\tORCID\nJaan Proovik\thttps://orcid.org/0000-0002-1825-0097"

    _intake, table = bring(staff_client, "officials", text)

    assert states(table) == ["same"]
    assert table.context["grid"].rows[0].questions[0].options[0].value == str(jaan.pk)


def test_an_end_before_the_beginning_is_refused(staff_client):
    text = "Name\tOffice\tFrom\tUntil\nJaan Proovik\tRector\t2024\t2020"

    intake, table = bring(staff_client, "officials", text)

    assert table.context["grid"].errors[0][2] == "The end is before the beginning."
    send(staff_client, intake, table, "save")
    assert not Official.objects.exists()
