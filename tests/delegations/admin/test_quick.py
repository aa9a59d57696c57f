"""A person or an institution recorded on the way, from the form of something else."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from pytest_django.asserts import assertContains, assertNotContains

from delegations.models import Appointment, Institution, Official
from tests.admin_forms import admin_url, errors_of, form_data, open_form
from tests.factories import make_common_office, make_institution, make_official, make_rank

pytestmark = pytest.mark.django_db
PERSON = admin_url(Official, "add") + "?_popup=1"
BODY = admin_url(Institution, "add") + "?_popup=1"


def fields(client, url) -> set[str]:
    names = open_form(client, url).context_data["adminform"].form.fields
    return {name for name in names if not name.endswith(("_kk", "_ru", "_et"))}


def send(client, url, **typed):
    return client.post(url, form_data(open_form(client, url)) | {"_popup": "1"} | typed)


def test_an_institution_is_asked_for_its_name_country_and_kind(staff_client):
    assert fields(staff_client, BODY) == {"name_en", "country", "kind"}

    response = send(staff_client, BODY, name_et="Tartu Ülikool", country="EE")

    body = Institution.objects.get()
    assertContains(response, "data-popup-response")
    assert (body.name_et, body.country, body.kind) == ("Tartu Ülikool", "EE", "university")


def test_a_person_is_asked_for_name_office_and_institution(staff_client):
    assert fields(staff_client, PERSON) == {"name_en", "office_en", "institution"}
    body = make_institution()
    vice_rector = make_common_office(name_en="Vice-Rector", name_et="prorektor", rank=make_rank())

    send(staff_client, PERSON, name_et="A. Tamm", office_et="prorektor", institution=body.pk)

    held = Appointment.objects.get()
    assert (held.official.name_et, held.institution) == ("A. Tamm", body)
    assert (held.office_et, held.office_en) == ("prorektor", "Vice-Rector")
    assert (held.rank, held.starts_on) == (vice_rector.rank, None)


def test_a_person_without_an_office_is_recorded_too(staff_client):
    send(staff_client, PERSON, name_en="A. Tamm")

    assert Official.objects.get().name_en == "A. Tamm"
    assert not Appointment.objects.exists()


def test_an_institution_without_an_office_is_asked_back(staff_client):
    response = send(staff_client, PERSON, name_en="A. Tamm", institution=make_institution().pk)

    assert response.status_code == 200
    assert errors_of(response)
    assert not Official.objects.exists()


def test_who_is_on_record_already_is_offered_before_a_save(staff_client):
    known = make_official(name_en="Kadri Tammsaar")

    response = send(staff_client, PERSON, name_en="Kadri Tammsaar", office_en="Rector")

    assertContains(response, f'data-key="{known.pk}"')
    assert not Appointment.objects.exists()

    send(staff_client, PERSON, name_en="Kadri Tammsaar", office_en="Rector", is_another="on")

    assert Official.objects.count() == 2


@pytest.mark.parametrize(
    ("stands", "country", "kind"),
    [
        ("&country=EE&delegation_kind=academic", "EE", "university"),
        ("&country=KZ&delegation_kind=official", "KZ", "ministry"),
        ("&delegation_kind=nonsense", "", "university"),
        ("&institution=none&country=XX", "XX", "university"),
    ],
)
def test_country_and_kind_are_those_of_where_one_stands(staff_client, stands, country, kind):
    data = form_data(open_form(staff_client, BODY + stands))

    assert (data.get("country", ""), data["kind"]) == (country, kind)


def test_the_country_may_be_that_of_an_institution(staff_client):
    body = make_institution(country="PL")

    data = form_data(open_form(staff_client, f"{BODY}&institution={body.pk}"))

    assert data["country"] == "PL"


def test_the_name_that_was_looked_for_is_there_already(staff_client):
    page = staff_client.get(f"/et{PERSON}&name=Kadri")

    assert form_data(page)["name_et"] == "Kadri"


def test_the_whole_form_stays_where_nobody_stands_elsewhere(staff_client):
    page = staff_client.get(admin_url(Official, "add"))

    assertContains(page, "id_biography_en")
    assertNotContains(staff_client.get(PERSON), "id_biography_en")


def test_who_may_not_record_offices_is_not_asked_for_one(client):
    user = get_user_model().objects.create_user("somebody", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="add_official"))
    client.force_login(user)

    assert fields(client, PERSON) == {"name_en"}
    send(client, PERSON, name_en="A. Tamm", office_en="Rector")

    assert Official.objects.exists()
    assert not Appointment.objects.exists()
