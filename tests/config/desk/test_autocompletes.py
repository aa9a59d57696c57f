import pytest
from django.contrib.auth.models import Group

from config.access.roles import set_up
from tests.factories import make_appointment, make_institution, make_official

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/autocomplete/"
ASKED = {"app_label": "delegations", "model_name": "member", "field_name": "official"}


@pytest.mark.parametrize(
    ("role", "told"),
    [("Reader", "Aigul Serik"), ("Editor", "Aigul Serik (Rector, Draft University, Kazakhstan)")],
)
def test_what_is_told_of_a_person_names_nothing_unpublished(client, django_user_model, role, told):
    draft = make_institution(name_en="Draft University", country="KZ", is_published=False)
    person = make_official(name_en="Aigul Serik")
    make_appointment(official=person, institution=draft, office_en="Rector")
    set_up()
    user = django_user_model.objects.create_user("somebody", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)

    (found,) = client.get(ADDRESS, ASKED).json()["results"]

    assert found["text"] == told
